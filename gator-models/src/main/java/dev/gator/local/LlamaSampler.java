package dev.gator.local;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.gator.chat.Sampling;
import dev.gator.error.GatorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the next token. A grammar is asked about the chosen token only, and about the whole vocabulary just when it
 * refuses that one, since asking about all is slow.
 */
final class LlamaSampler implements AutoCloseable {

    private static final int PENALTY_WINDOW = 256;
    private static final float DEFAULT_TEMPERATURE = 0.8f;
    private static final int ENTRY_BYTES = 12;
    private static final int HEAD_BYTES = 32;

    private final LlamaLibrary llama;
    private final Pointer chain;
    private final @Nullable Pointer grammar;
    private final int vocabulary;
    private @Nullable Memory candidates;

    private LlamaSampler(LlamaLibrary llama, Pointer chain, @Nullable Pointer grammar, int vocabulary) {
        this.llama = llama;
        this.chain = chain;
        this.grammar = grammar;
        this.vocabulary = vocabulary;
    }

    static LlamaSampler create(LlamaLibrary llama, Pointer vocab, TokenChoice choice) {
        Pointer grammar = null;
        if (choice.grammar().isPresent()) {
            grammar = llama.llama_sampler_init_grammar(
                    vocab, zeroEnded(choice.grammar().get()), zeroEnded("root"));
            if (grammar == null) {
                throw new GatorException(LocalError.SCHEMA_NOT_EXPRESSIBLE, "llama.cpp refuses the grammar");
            }
        }
        Pointer chain = llama.llama_sampler_chain_init((byte) 1);
        fill(llama, chain, choice);
        return new LlamaSampler(llama, chain, grammar, llama.llama_vocab_n_tokens(vocab));
    }

    /** Returns the next token after what the context has read. */
    int choose(Pointer context) {
        int token = llama.llama_sampler_sample(chain, context, -1);
        if (grammar == null || allowedAlone(grammar, token)) {
            return token;
        }
        return chooseWithin(grammar, llama.llama_get_logits_ith(context, -1));
    }

    /** Tells the grammar which token was taken. */
    void took(int token) {
        if (grammar != null) {
            llama.llama_sampler_accept(grammar, token);
        }
    }

    @Override
    public void close() {
        llama.llama_sampler_free(chain);
        if (grammar != null) {
            llama.llama_sampler_free(grammar);
        }
        if (candidates != null) {
            candidates.close();
        }
    }

    private boolean allowedAlone(Pointer rules, int token) {
        Memory list = candidates();
        ByteBuffer entry = list.getByteBuffer(HEAD_BYTES, ENTRY_BYTES).order(ByteOrder.nativeOrder());
        entry.putInt(0, token).putFloat(4, 1).putFloat(8, 0);
        head(list, 1);
        llama.llama_sampler_apply(rules, list);
        return entry.getFloat(4) != Float.NEGATIVE_INFINITY;
    }

    private int chooseWithin(Pointer rules, Pointer logits) {
        Memory list = candidates();
        float[] scores = logits.getFloatArray(0, vocabulary);
        ByteBuffer entries =
                list.getByteBuffer(HEAD_BYTES, (long) vocabulary * ENTRY_BYTES).order(ByteOrder.nativeOrder());
        for (int i = 0; i < vocabulary; i++) {
            entries.putInt(i * ENTRY_BYTES, i).putFloat(i * ENTRY_BYTES + 4, scores[i]);
        }
        head(list, vocabulary);
        llama.llama_sampler_apply(rules, list);
        refuseIfNoneLeft(entries);
        llama.llama_sampler_apply(chain, list);
        long selected = list.getLong(16);
        return list.getPointer(0).getInt(selected * ENTRY_BYTES);
    }

    private void refuseIfNoneLeft(ByteBuffer entries) {
        for (int i = 0; i < vocabulary; i++) {
            if (entries.getFloat(i * ENTRY_BYTES + 4) != Float.NEGATIVE_INFINITY) {
                return;
            }
        }
        throw new GatorException(LocalError.ENGINE_FAILED, "the vocabulary has no token that the grammar allows");
    }

    /** Lays out {@code llama_token_data_array}: data, size, selected, sorted, followed by the entries themselves. */
    private static void head(Memory list, long size) {
        list.setPointer(0, list.share(HEAD_BYTES));
        list.setLong(8, size);
        list.setLong(16, -1);
        list.setByte(24, (byte) 0);
    }

    private Memory candidates() {
        Memory list = candidates;
        if (list == null) {
            list = new Memory(HEAD_BYTES + (long) vocabulary * ENTRY_BYTES);
            candidates = list;
        }
        return list;
    }

    private static void fill(LlamaLibrary llama, Pointer chain, TokenChoice choice) {
        Sampling sampling = choice.sampling();
        double frequency = sampling.frequencyPenalty().orElse(0);
        double presence = sampling.presencePenalty().orElse(0);
        if (frequency != 0 || presence != 0) {
            llama.llama_sampler_chain_add(
                    chain, llama.llama_sampler_init_penalties(PENALTY_WINDOW, 1, (float) frequency, (float) presence));
        }
        float temperature = (float) sampling.temperature().orElse(DEFAULT_TEMPERATURE);
        if (temperature == 0) {
            llama.llama_sampler_chain_add(chain, llama.llama_sampler_init_greedy());
            return;
        }
        llama.llama_sampler_chain_add(
                chain, llama.llama_sampler_init_top_k(sampling.topK().orElse(40)));
        llama.llama_sampler_chain_add(
                chain, llama.llama_sampler_init_top_p((float) sampling.topP().orElse(0.95), 1));
        llama.llama_sampler_chain_add(chain, llama.llama_sampler_init_min_p(0.05f, 1));
        llama.llama_sampler_chain_add(chain, llama.llama_sampler_init_temp(temperature));
        llama.llama_sampler_chain_add(chain, llama.llama_sampler_init_dist(Long.hashCode(choice.seed())));
    }

    private static byte[] zeroEnded(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
