package dev.gator.local;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Feeds tokens to a context in steps short enough to be stopped between them, and keeps what it has read: a prompt that
 * begins like the last one is read from where they part.
 */
final class LlamaFeed implements AutoCloseable {

    private static final long STEP_NANOS = 80_000_000;
    private static final int FIRST_STEP = 32;
    private static final int ABORTED = 2;

    private final LlamaLibrary llama;
    private final Pointer context;
    private final int batch;
    private final Memory block;
    private final LlamaLibrary.Batch call = new LlamaLibrary.Batch();
    private int[] known = new int[256];
    private int knownCount;
    private BooleanSupplier stopped = () -> false;
    private final LlamaLibrary.Abort abort = data -> (byte) (stopped.getAsBoolean() ? 1 : 0);
    private boolean watching;

    LlamaFeed(LlamaLibrary llama, Pointer context, int batch) {
        this.llama = llama;
        this.context = context;
        this.batch = batch;
        this.block = new Memory(batch * 4L);
    }

    void prompt(int[] tokens, BooleanSupplier stop) {
        stopped = stop;
        int from = Math.min(
                Arrays.mismatch(tokens, Arrays.copyOf(known, knownCount)) & Integer.MAX_VALUE, tokens.length - 1);
        if (from < knownCount && llama.llama_kv_self_seq_rm(context, 0, from, -1) == 0) {
            llama.llama_kv_self_clear(context); // recurrent models cannot forget a part
            from = 0;
        }
        knownCount = from;
        int step = FIRST_STEP;
        while (knownCount < tokens.length) {
            int count = Math.min(step, tokens.length - knownCount);
            long began = System.nanoTime();
            decode(tokens, knownCount, count);
            long took = Math.max(1, System.nanoTime() - began);
            step = (int) Math.max(FIRST_STEP, Math.min(batch, count * STEP_NANOS / took));
        }
    }

    void token(int token) {
        decode(new int[] {token}, 0, 1);
    }

    int count() {
        return knownCount;
    }

    @Override
    public void close() {
        block.close();
    }

    private void decode(int[] tokens, int from, int count) {
        if (stopped.getAsBoolean()) {
            throw new GatorException(CallError.CANCELLED, "the generation was cancelled");
        }
        block.write(0, tokens, from, count);
        call.count = count;
        call.tokens = block;
        long began = System.nanoTime();
        int status = llama.llama_decode(context, call);
        if (status != 0) {
            knownCount = 0;
            llama.llama_kv_self_clear(context);
            throw status == ABORTED
                    ? new GatorException(CallError.CANCELLED, "the generation was cancelled")
                    : new GatorException(LocalError.ENGINE_FAILED, "llama.cpp answered " + status + " to a step");
        }
        remember(tokens, from, count);
        watchIfSlow(System.nanoTime() - began);
    }

    // the callback costs a few microseconds for each of a step's thousand operations, so only slow models pay for it
    private void watchIfSlow(long took) {
        if (!watching && took > STEP_NANOS) {
            watching = true;
            llama.llama_set_abort_callback(context, abort, Pointer.NULL);
        }
    }

    private void remember(int[] tokens, int from, int count) {
        if (knownCount + count > known.length) {
            known = Arrays.copyOf(known, Math.max(known.length * 2, knownCount + count));
        }
        System.arraycopy(tokens, from, known, knownCount, count);
        knownCount += count;
    }
}
