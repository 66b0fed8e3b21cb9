package dev.gator.local;

import dev.gator.call.CallContext;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.usage.Pricing;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A language model in a GGUF file, run by llama.cpp in this process. Thread-safe: calls are answered one after the other.
 *
 * <p>The file's header is checked when the model is first used, before native code sees it; the weights are loaded then
 * and stay until {@link #unload()} or {@link #close()}. Each answer is computed on a thread of its own that ends with it.
 * Cancelling takes effect between tokens, or within a step where a step takes long.
 *
 * <p>Needs {@code de.kherud:llama} for its native library and {@code net.java.dev.jna:jna} to call it.
 */
public final class GgufModel implements ChatModel, AutoCloseable {

    private static final AtomicLong RUNS = new AtomicLong();

    private final Path path;
    private final int window;
    private final int threads;
    private final Turnstile turnstile;
    private volatile @Nullable GgufHeader header;
    private volatile boolean closed;
    private @Nullable GgufEngine engine;

    private GgufModel(Builder builder) {
        this.path = builder.path;
        this.window = builder.window;
        this.threads = builder.threads;
        this.turnstile = new Turnstile(builder.queue);
    }

    /** Returns the model in that file, which is first read at the first use. */
    public static GgufModel open(Path path) {
        return builder(path).build();
    }

    /** Starts with the defaults for that file. */
    public static Builder builder(Path path) {
        return new Builder(path);
    }

    /** Returns the card; a file that cannot be used has one without a window. */
    @Override
    public ModelCard card() {
        ModelCard.Builder card = ModelCard.of("local:" + path)
                .can(
                        Capability.TOOLS,
                        Capability.TOOL_CHOICE,
                        Capability.JSON_SCHEMA,
                        Capability.JSON_MODE,
                        Capability.SEED,
                        Capability.STOP_SEQUENCES)
                .pricing(Pricing.free());
        try {
            card.contextWindow(windowOf(header()));
        } catch (GatorException e) {
            return card.build(); // a card never fails; the first call says what is wrong with the file
        }
        return card.build();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        try (ChatStream stream = stream(request)) {
            return stream.reply();
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        refuseIfClosed();
        CallContext context = request.context();
        context.check();
        GgufHeader known = header();
        turnstile.arrive();
        GgufSource source = new GgufSource(context);
        GgufRun run = new GgufRun(request, card(), known, source);
        Thread thread = new Thread(() -> compute(run, source, context, known), "gator-local-" + RUNS.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
        return ChatStream.over(source, context);
    }

    /** Frees the native memory once the running answer is complete. The next call loads the file again. */
    public void unload() {
        turnstile.passPatiently();
        try {
            if (engine != null) {
                engine.close();
                engine = null;
            }
        } finally {
            turnstile.next();
        }
    }

    /** Stops the running answer and those that wait, and frees the native memory. Later calls do nothing. */
    @Override
    public void close() {
        closed = true;
        unload();
    }

    private void compute(GgufRun run, GgufSource source, CallContext context, GgufHeader known) {
        try {
            turnstile.pass(context, () -> closed || source.isClosed());
            try {
                run.on(engine(known), () -> closed);
            } finally {
                turnstile.next();
            }
        } catch (GatorException e) {
            source.fail(e);
        } catch (RuntimeException | LinkageError e) {
            source.fail(new GatorException(LocalError.ENGINE_FAILED, path + ": " + e, e));
        } finally {
            turnstile.leave();
        }
    }

    private GgufEngine engine(GgufHeader known) {
        refuseIfClosed();
        GgufEngine current = engine;
        if (current == null) {
            LocalJars.requireGguf(); // before any class is touched that needs them
            current = LlamaEngine.load(known, windowOf(known), threads);
            engine = current;
        }
        return current;
    }

    private GgufHeader header() {
        GgufHeader known = header;
        if (known == null) {
            known = GgufHeader.read(path);
            header = known;
        }
        return known;
    }

    private int windowOf(GgufHeader known) {
        return Math.min(window, known.contextLength());
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new GatorException(CallError.CLOSED, "the model " + path + " was closed");
        }
    }

    /** Collects how a file is run. */
    public static final class Builder {
        private final Path path;
        private int window = 4096;
        private int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        private int queue = 64;

        private Builder(Path path) {
            this.path = path;
        }

        /** Sets how many tokens prompt and answer may have together; never more than the model was trained for. */
        public Builder window(int tokens) {
            this.window = Require.range("window", tokens, 16, 1 << 24);
            return this;
        }

        /** Sets how many threads compute; all processors by default. */
        public Builder threads(int count) {
            this.threads = Require.range("threads", count, 1, 1024);
            return this;
        }

        /** Sets how many calls may wait while one is answered; further ones are refused. */
        public Builder queue(int calls) {
            this.queue = Require.range("queue", calls, 0, 100_000);
            return this;
        }

        /** Returns the model. */
        public GgufModel build() {
            return new GgufModel(this);
        }
    }
}
