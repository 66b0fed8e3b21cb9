package dev.gator.resilience;

import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the next model when one fails with something that another may do better, in the given order; streams only before
 * their first content. Thread-safe.
 *
 * <p>Members behind an open {@link Breaker} are passed over at once. A bad request, a refused content or a spent budget
 * goes straight to the caller. When all have failed the error is {@link ResilienceError#NONE_ANSWERED}, or
 * {@link ResilienceError#NONE_CAN_ANSWER} if none of the failures would pass with time; the failures are attached.
 */
public final class Fallback implements ChatModel {

    private final SharedCard card;
    private final GuardedChat guarded;

    private Fallback(List<ChatModel> members) {
        this.card = new SharedCard(members, Fallback::across);
        this.guarded = new GuardedChat(
                this::card, new Order<>(members, model -> model.card().id()));
    }

    /** Returns a fallback over models, the preferred one first. */
    public static Fallback of(ChatModel first, ChatModel... others) {
        return of(Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    /** Returns a fallback over models, the preferred one first. */
    public static Fallback of(List<? extends ChatModel> members) {
        return new Fallback(Require.notEmpty("models of a fallback", List.copyOf(members)));
    }

    /**
     * Returns a fallback over embedding models, which must be replicas of one model: vectors of different models cannot
     * be compared.
     */
    public static EmbeddingModel embedding(List<? extends EmbeddingModel> members) {
        List<EmbeddingModel> all = Require.notEmpty("models of a fallback", List.copyOf(members));
        EmbeddingCard card = all.get(0).card();
        all.forEach(member -> Require.that(
                member.card().size() == card.size(),
                "vectors of " + member.card().id() + " have another size than those of " + card.id()));
        return new GuardedEmbedding(card, new Order<>(all, model -> model.card().id()));
    }

    @Override
    public ModelCard card() {
        return card.get();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return guarded.chat(request);
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return guarded.stream(request);
    }

    private static ModelCard across(List<ModelCard> cards) {
        String ids = cards.stream().map(ModelCard::id).collect(Collectors.joining("+"));
        return cards.size() == 1 ? cards.get(0) : ModelCard.across("fallback:" + ids, cards);
    }

    private record Order<M>(List<M> members, Function<M, String> id) implements Guard<M> {

        @Override
        public String name() {
            return "fallback";
        }

        @Override
        public Try<M> enter(Ask ask, Span span) {
            return new Place<>(this, span, 0, null);
        }
    }

    private static final class Place<M> implements Try<M> {
        private final Order<M> order;
        private final Span span;
        private final int index;
        private final @Nullable Failed before;

        Place(Order<M> order, Span span, int index, @Nullable Failed before) {
            this.order = order;
            this.span = span;
            this.index = index;
            this.before = before;
        }

        @Override
        public M model() {
            return order.members().get(index);
        }

        @Override
        public @Nullable Try<M> next(GatorException failure) {
            if (!failure.category().worthAnother() || order.members().size() == 1) {
                return null;
            }
            Failed failed = new Failed(order.id().apply(model()), failure, before);
            span.note("failed", () -> failed.model() + " with " + failure.code().id());
            if (index + 1 == order.members().size()) {
                throw failed.together();
            }
            Place<M> next = new Place<>(order, span, index + 1, failed);
            span.note("asked", () -> order.id().apply(next.model()));
            return next;
        }
    }

    private record Failed(String model, GatorException error, @Nullable Failed before) {

        GatorException together() {
            List<Failed> all = new ArrayList<>();
            for (Failed one = this; one != null; one = one.before) {
                all.add(0, one);
            }
            List<Failed> earlier = all.subList(0, all.size() - 1);
            boolean maybeLater = all.stream().anyMatch(Failed::mayPass);
            String detail = all.stream()
                    .map(one -> one.model + ": " + one.error.code().id())
                    .collect(Collectors.joining(", "));
            GatorException whole = new GatorException(
                    maybeLater ? ResilienceError.NONE_ANSWERED : ResilienceError.NONE_CAN_ANSWER,
                    detail,
                    error,
                    soonest(all));
            earlier.forEach(one -> whole.addSuppressed(one.error));
            return whole;
        }

        /** Returns when the first of them may do better; null if one of them may at any moment. */
        private static @Nullable Duration soonest(List<Failed> all) {
            List<Failed> hopeful = all.stream().filter(Failed::mayPass).toList();
            boolean allNameATime =
                    hopeful.stream().allMatch(one -> one.error.retryAfter().isPresent());
            return allNameATime
                    ? hopeful.stream()
                            .flatMap(one -> one.error.retryAfter().stream())
                            .min(Comparator.naturalOrder())
                            .orElse(null)
                    : null;
        }

        private boolean mayPass() {
            return error.retryable() || error.code() == ResilienceError.BREAKER_OPEN;
        }
    }
}
