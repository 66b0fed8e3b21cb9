package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.GatorException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks again when a moment may mend what went wrong; streams only before their first content. Thread-safe.
 *
 * <p>Tried again is what {@link GatorException#retryable()} says, so never a bad request, a refused key or a refused
 * content. A wait that would outlast the deadline is not begun: the failure is thrown at once. All calls through one
 * instance share an allowance of retries, so that an outage is not answered with many times the usual load.
 */
public final class Retrying implements ChatModel {

    private final ChatModel guarded;

    private Retrying(ChatModel guarded) {
        this.guarded = guarded;
    }

    /** Returns the model with the usual retries. */
    public static Retrying of(ChatModel model) {
        return of(model, RetryPolicy.defaults());
    }

    /** Returns the model with retries. */
    public static Retrying of(ChatModel model, RetryPolicy policy) {
        return of(model, policy, () -> ThreadLocalRandom.current().nextLong());
    }

    /** Returns the model with retries whose waits are drawn from {@code random}. */
    public static Retrying of(ChatModel model, RetryPolicy policy, RandomGenerator random) {
        return new Retrying(new GuardedChat(model::card, new Patience<>(model, policy, random)));
    }

    /** Returns the embedding model with retries. */
    public static EmbeddingModel embedding(EmbeddingModel model, RetryPolicy policy) {
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        return new GuardedEmbedding(model.card(), new Patience<>(model, policy, random));
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

    private static final class Patience<M> implements Guard<M> {
        private static final double SAVED_AT_FIRST = 10;
        private static final double SAVED_AT_MOST = 100;

        private final M model;
        private final RetryPolicy policy;
        private final RandomGenerator random;
        private final Allowance allowance;

        Patience(M model, RetryPolicy policy, RandomGenerator random) {
            this.model = model;
            this.policy = policy;
            this.random = random;
            this.allowance = new Allowance(policy.share(), SAVED_AT_FIRST, SAVED_AT_MOST);
        }

        @Override
        public String name() {
            return "retry";
        }

        @Override
        public Try<M> enter(Ask ask, Span span) {
            allowance.earn();
            return new Again(ask.context(), span, 1, ask.context().time().nanos());
        }

        private final class Again implements Try<M> {
            private final CallContext context;
            private final Span span;
            private final int number;
            private final long since;

            Again(CallContext context, Span span, int number, long since) {
                this.context = context;
                this.span = span;
                this.number = number;
                this.since = since;
            }

            @Override
            public M model() {
                return model;
            }

            @Override
            public @Nullable Try<M> next(GatorException failure) {
                if (number >= policy.attempts() || !failure.retryable()) {
                    return null;
                }
                Duration wait = wait(failure);
                if (wait == null || isTooLong(wait) || !allowance.spend()) {
                    return null;
                }
                span.note(
                        "retry",
                        () -> number + 1 + " of " + policy.attempts() + " after "
                                + failure.code().id() + " and " + wait.toMillis() + " ms");
                context.time().sleep(wait, context.cancellation());
                return new Again(context, span, number + 1, since);
            }

            private @Nullable Duration wait(GatorException failure) {
                Duration named = failure.retryAfter().orElse(Duration.ZERO);
                if (named.isZero()) {
                    return upTo(policy.ceiling(number));
                }
                return named.compareTo(policy.patience()) > 0 ? null : named.plus(upTo(policy.first()));
            }

            private boolean isTooLong(Duration wait) {
                long elapsed = context.time().nanos() - since;
                return wait.compareTo(context.deadline().remaining()) >= 0
                        || wait.toNanos() + elapsed > policy.total().toNanos();
            }

            private Duration upTo(Duration most) {
                return Duration.ofNanos((long) (random.nextDouble() * most.toNanos()));
            }
        }
    }
}
