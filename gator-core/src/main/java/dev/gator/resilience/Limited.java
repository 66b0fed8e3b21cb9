package dev.gator.resilience;

import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.resilience.rate.RateDecision;
import dev.gator.resilience.rate.RateLimiter;
import dev.gator.usage.Usage;

/**
 * Keeps calls within requests and tokens per time, before they leave. Thread-safe.
 *
 * <p>A call is counted with the tokens of its prompt and of the longest answer it allows, and corrected when the model
 * reports what it used. What does not fit waits or is refused with {@link ResilienceError#RATE_EXCEEDED}.
 *
 * <pre>{@code
 * RateLimiter limiter = RateLimiter.of(
 *         Rate.quota(100, Duration.ofHours(1)), Rate.quota(1_000, Duration.ofDays(1)));
 * ChatModel limited = Limited.of(model, limiter, LimitPolicy.perUser());
 * }</pre>
 */
public final class Limited implements ChatModel {

    private final ChatModel guarded;

    private Limited(ChatModel guarded) {
        this.guarded = guarded;
    }

    /** Returns the model within limits. One limiter may serve several models: then they share its limits. */
    public static Limited of(ChatModel model, RateLimiter limiter, LimitPolicy policy) {
        return new Limited(new GuardedChat(model::card, new Gatekeeper<>(model, limiter, policy)));
    }

    /** Returns the embedding model within limits. */
    public static EmbeddingModel embedding(EmbeddingModel model, RateLimiter limiter, LimitPolicy policy) {
        return new GuardedEmbedding(model.card(), new Gatekeeper<>(model, limiter, policy));
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

    private static final class Gatekeeper<M> implements Guard<M> {
        private final M model;
        private final RateLimiter limiter;
        private final LimitPolicy policy;
        private final Turnstile turnstile;

        Gatekeeper(M model, RateLimiter limiter, LimitPolicy policy) {
            this.model = model;
            this.limiter = limiter;
            this.policy = policy;
            this.turnstile = new Turnstile(limiter, policy);
        }

        @Override
        public String name() {
            return "limit";
        }

        @Override
        public Try<M> enter(Ask ask, Span span) {
            String key = policy.key(ask.context());
            long tokens = limiter.countsTokens() ? ask.tokens().applyAsLong(policy.counter()) : 0;
            RateDecision decision = turnstile.pass(key, tokens, ask.context());
            span.note("remaining", () -> decision.remaining() + " of " + decision.rate());
            return new Counted<>(model, limiter, key, tokens);
        }
    }

    private record Counted<M>(M model, RateLimiter limiter, String key, long tokens) implements Try<M> {

        @Override
        public void ended(Ending ending) {
            Usage usage = ending.usage();
            if (ending.isAnswer() && usage.isKnown() && tokens > 0) {
                limiter.settle(key, tokens, usage.total());
            }
        }
    }
}
