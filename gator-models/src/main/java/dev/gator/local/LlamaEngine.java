package dev.gator.local;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** llama.cpp in this process: one model, one context, one conversation's tokens kept for the next call. */
final class LlamaEngine implements GgufEngine {

    private static final byte YES = 1;
    private static final int BATCH = 512;

    private final LlamaLibrary llama;
    private final Pointer model;
    private final Pointer context;
    private final Pointer vocab;
    private final LlamaFeed feed;

    private LlamaEngine(LlamaLibrary llama, Pointer model, Pointer context) {
        this.llama = llama;
        this.model = model;
        this.context = context;
        this.vocab = llama.llama_model_get_vocab(model);
        this.feed = new LlamaFeed(llama, context, BATCH);
    }

    /** Loads a file whose header was checked. */
    static LlamaEngine load(GgufHeader header, int window, int threads) {
        LlamaLibrary llama = LlamaNatives.load();
        LlamaLibrary.ModelParams modelParams = llama.llama_model_default_params();
        modelParams.mmap = YES;
        Pointer model = llama.llama_model_load_from_file(zeroEnded(header.path().toString()), modelParams);
        if (model == null) {
            throw new GatorException(LocalError.LOAD_FAILED, "llama.cpp cannot load " + header.path());
        }
        LlamaLibrary.ContextParams params = llama.llama_context_default_params();
        params.window = window;
        params.batch = BATCH;
        params.microBatch = BATCH;
        params.threads = threads;
        params.batchThreads = threads;
        Pointer context = llama.llama_init_from_model(model, params);
        if (context == null) {
            llama.llama_model_free(model);
            throw new GatorException(
                    LocalError.LOAD_FAILED, "llama.cpp has no memory for a window of " + window + " tokens");
        }
        return new LlamaEngine(llama, model, context);
    }

    @Override
    public int window() {
        return llama.llama_n_ctx(context);
    }

    @Override
    public Optional<String> render(String template, List<GgufTurn> turns) {
        // the native side keeps pointers into these blocks for the time of the call
        Memory[] texts = new Memory[turns.size() * 2];
        try (Memory messages = new Memory((long) turns.size() * 2 * com.sun.jna.Native.POINTER_SIZE)) {
            for (int i = 0; i < turns.size(); i++) {
                texts[2 * i] = text(turns.get(i).role());
                texts[2 * i + 1] = text(turns.get(i).content());
            }
            messages.write(0, texts, 0, texts.length);
            byte[] pattern = zeroEnded(template);
            byte[] buffer = new byte[1 << 14];
            int length = apply(pattern, messages, turns.size(), buffer);
            if (length > buffer.length) {
                buffer = new byte[length];
                length = apply(pattern, messages, turns.size(), buffer);
            }
            return length < 0 ? Optional.empty() : Optional.of(new String(buffer, 0, length, StandardCharsets.UTF_8));
        } finally {
            Arrays.stream(texts).forEach(LlamaEngine::free);
        }
    }

    @Override
    public int[] tokenize(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int[] tokens = new int[utf8.length + 8];
        int count = llama.llama_tokenize(vocab, utf8, utf8.length, tokens, tokens.length, YES, YES);
        if (count < 0) { // some vocabularies write a space as three bytes
            tokens = new int[-count];
            count = llama.llama_tokenize(vocab, utf8, utf8.length, tokens, tokens.length, YES, YES);
        }
        return Arrays.copyOf(tokens, count);
    }

    @Override
    public Generation begin(int[] prompt, TokenChoice choice, BooleanSupplier stopped) {
        if (prompt.length == 0 || prompt.length >= window()) {
            throw new GatorException(
                    ProviderError.CONTEXT_TOO_LONG,
                    "the prompt has " + prompt.length + " tokens and the window " + window());
        }
        LlamaSampler sampler = LlamaSampler.create(llama, vocab, choice);
        try {
            feed.prompt(prompt, stopped);
            return new LlamaGeneration(llama, context, vocab, feed, sampler);
        } catch (GatorException e) {
            sampler.close();
            throw e;
        }
    }

    @Override
    public void close() {
        feed.close();
        llama.llama_free(context);
        llama.llama_model_free(model);
        LlamaNatives.giveBackFreedMemory();
    }

    private int apply(byte[] template, Memory messages, int count, byte[] buffer) {
        return llama.llama_chat_apply_template(template, messages, count, YES, buffer, buffer.length);
    }

    private static Memory text(String value) {
        byte[] bytes = zeroEnded(value);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    private static void free(Memory memory) {
        if (memory != null) {
            memory.close();
        }
    }

    private static byte[] zeroEnded(String text) {
        return (text.replace('\0', '\ufffd') + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
