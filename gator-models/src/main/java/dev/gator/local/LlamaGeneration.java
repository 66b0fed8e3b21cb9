package dev.gator.local;

import com.sun.jna.Pointer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One answer of llama.cpp, computed when it is asked for. */
final class LlamaGeneration implements GgufEngine.Generation {

    private final LlamaLibrary llama;
    private final Pointer context;
    private final Pointer vocab;
    private final LlamaFeed feed;
    private final LlamaSampler sampler;
    private byte[] piece = new byte[64];
    private int pending = -1;

    LlamaGeneration(LlamaLibrary llama, Pointer context, Pointer vocab, LlamaFeed feed, LlamaSampler sampler) {
        this.llama = llama;
        this.context = context;
        this.vocab = vocab;
        this.feed = feed;
        this.sampler = sampler;
    }

    @Override
    public byte @Nullable [] next() {
        if (pending >= 0) {
            feed.token(pending); // computed only now, so that the last token of an answer is never computed in vain
            pending = -1;
        }
        int token = sampler.choose(context);
        if (llama.llama_vocab_is_eog(vocab, token) != 0) {
            return null;
        }
        sampler.took(token);
        pending = token;
        return bytes(token);
    }

    @Override
    public void close() {
        sampler.close();
    }

    private byte[] bytes(int token) {
        int length = llama.llama_token_to_piece(vocab, token, piece, piece.length, 0, (byte) 0);
        if (length < 0) {
            piece = new byte[-length];
            length = llama.llama_token_to_piece(vocab, token, piece, piece.length, 0, (byte) 0);
        }
        return Arrays.copyOf(piece, Math.max(0, length));
    }
}
