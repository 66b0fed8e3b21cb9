package dev.gator.resilience;

import dev.gator.call.Overrides;
import dev.gator.call.Span;
import dev.gator.call.TimeSource;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Stops asking a model that keeps failing, and lets a few probes find out when it is well again. Thread-safe.
 *
 * <p>Failures are what the model's side did wrong: unavailable, unreachable, timed out, incomprehensible, or slower than
 * the policy allows. Bad requests, refused contents, rate limits and cancelled calls say nothing about its health. While
 * the circuit is open calls fail at once with {@link ResilienceError#BREAKER_OPEN}, which a fallback passes over.
 */
public final class Breaker implements ChatModel {

    private final ChatModel guarded;
    private final Circuit circuit;

    private Breaker(ChatModel guarded, Circuit circuit) {
        this.guarded = guarded;
        this.circuit = circuit;
    }

    /** Returns the model behind a breaker of its own with the usual settings. */
    public static Breaker of(ChatModel model) {
        return of(model, BreakerPolicy.defaults());
    }

    /** Returns the model behind a breaker of its own. */
    public static Breaker of(ChatModel model, BreakerPolicy policy) {
        return of(model, Circuits.of(policy));
    }

    /** Returns the model behind the breaker that {@code circuits} keep for its id. */
    public static Breaker of(ChatModel model, Circuits circuits) {
        String id = model.card().id();
        return new Breaker(new GuardedChat(model::card, new Watch<>(model, id, circuits)), circuits.circuit(id));
    }

    /** Returns the embedding model behind the breaker that {@code circuits} keep for its id. */
    public static EmbeddingModel embedding(EmbeddingModel model, Circuits circuits) {
        return new GuardedEmbedding(
                model.card(), new Watch<>(model, model.card().id(), circuits));
    }

    /** Returns whether calls pass, as of the last call. */
    public CircuitState state() {
        return circuit.state();
    }

    @Override
    public ModelCard card() {
        return guarded.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return guarded.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return guarded.stream(request);
    }

    private static final class Watch<M> implements Guard<M> {
        private static final Set<ErrorCategory> ILL = EnumSet.of(
                ErrorCategory.UNAVAILABLE, ErrorCategory.NETWORK, ErrorCategory.TIMEOUT, ErrorCategory.PROTOCOL);

        private final M model;
        private final String id;
        private final Circuits circuits;
        private final Circuit own;

        Watch(M model, String id, Circuits circuits) {
            this.model = model;
            this.id = id;
            this.circuits = circuits;
            this.own = circuits.circuit(id);
        }

        @Override
        public String name() {
            return "breaker";
        }

        @Override
        public Try<M> enter(Ask ask, Span span) {
            Circuit circuit = circuitOf(ask.overrides());
            TimeSource time = ask.context().time();
            long now = time.nanos();
            long pass = circuit.enter(now);
            if (pass < 0) {
                span.note("breaker", "open");
                throw new GatorException(
                        ResilienceError.BREAKER_OPEN,
                        "the breaker of " + id + " is open",
                        null,
                        Duration.ofNanos(-pass));
            }
            return new Watched<>(model, circuit, circuits.policy(), pass, time, now);
        }

        private Circuit circuitOf(Overrides overrides) {
            if (overrides.model().isEmpty() && overrides.baseUrl().isEmpty()) {
                return own;
            }
            String where = overrides.baseUrl().map(Object::toString).orElse("");
            return circuits.circuit(id + "|" + overrides.model().orElse("") + "|" + where);
        }
    }

    private static final class Watched<M> implements Try<M> {
        private final M model;
        private final Circuit circuit;
        private final BreakerPolicy policy;
        private final long pass;
        private final TimeSource time;
        private final long since;
        private volatile long begunAt = -1;

        Watched(M model, Circuit circuit, BreakerPolicy policy, long pass, TimeSource time, long since) {
            this.model = model;
            this.circuit = circuit;
            this.policy = policy;
            this.pass = pass;
            this.time = time;
            this.since = since;
        }

        @Override
        public M model() {
            return model;
        }

        @Override
        public void began() {
            begunAt = time.nanos();
        }

        @Override
        public void ended(Ending ending) {
            long now = time.nanos();
            long first = begunAt == -1 ? now : begunAt;
            circuit.tell(pass, verdict(ending, first - since), now);
        }

        private Circuit.Verdict verdict(Ending ending, long took) {
            GatorException failure = ending.failure();
            if (took > policy.slowAfter().toNanos()) {
                return Circuit.Verdict.BAD;
            }
            if (failure == null) {
                return ending.isAnswer() ? Circuit.Verdict.GOOD : Circuit.Verdict.UNKNOWN;
            }
            // the caller's own deadline says how patient the caller is, not how well the model is
            boolean callers = failure.code() == CallError.DEADLINE;
            return Watch.ILL.contains(failure.category()) && !callers ? Circuit.Verdict.BAD : Circuit.Verdict.UNKNOWN;
        }
    }
}
