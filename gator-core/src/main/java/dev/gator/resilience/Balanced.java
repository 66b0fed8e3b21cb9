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
import dev.gator.error.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spreads calls over replicas of a model and leaves out those that are ill. Thread-safe.
 *
 * <p>A replica that fails several times in a row is put aside; after a while one call probes it. When all are aside, the
 * one that has been so for longest is asked, because a refusal would help nobody. A failed call goes on to another
 * replica, a stream only before its first content.
 */
public final class Balanced implements ChatModel {

    private final SharedCard card;
    private final GuardedChat guarded;

    private Balanced(List<Replica<ChatModel>> replicas, BalancePolicy policy, RandomGenerator random) {
        this.card = new SharedCard(replicas.stream().map(Replica::model).toList(), Balanced::across);
        Seats<ChatModel> seats = Seats.of(replicas, model -> model.card().id(), policy, random);
        this.guarded = new GuardedChat(this::card, new Balance<>(seats, policy));
    }

    /** Returns models of equal weight as one. */
    public static Balanced over(ChatModel... models) {
        return over(Stream.of(models).map(Replica::of).toList(), BalancePolicy.defaults());
    }

    /** Returns replicas as one model. */
    public static Balanced over(List<Replica<ChatModel>> replicas, BalancePolicy policy) {
        return over(replicas, policy, () -> ThreadLocalRandom.current().nextLong());
    }

    /** Returns replicas as one model that draws from {@code random}. */
    public static Balanced over(List<Replica<ChatModel>> replicas, BalancePolicy policy, RandomGenerator random) {
        return new Balanced(Require.notEmpty("replicas", replicas), policy, random);
    }

    /** Returns replicas of an embedding model as one. */
    public static EmbeddingModel embedding(List<Replica<EmbeddingModel>> replicas, BalancePolicy policy) {
        List<Replica<EmbeddingModel>> all = Require.notEmpty("replicas", replicas);
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        Seats<EmbeddingModel> seats = Seats.of(all, model -> model.card().id(), policy, random);
        return new GuardedEmbedding(all.get(0).model().card(), new Balance<>(seats, policy));
    }

    /** Returns the card of all replicas; where they are one model in several places, that model's id. */
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
        String first = cards.get(0).id();
        boolean same = cards.stream().allMatch(card -> card.id().equals(first));
        return ModelCard.across(same ? first : "balanced:" + first + "+" + (cards.size() - 1), cards);
    }

    private record Balance<M>(Seats<M> seats, BalancePolicy policy) implements Guard<M> {

        @Override
        public String name() {
            return "balance";
        }

        @Override
        public Try<M> enter(Ask ask, Span span) {
            CallContext context = ask.context();
            String key = policy.session().map(session -> session.apply(context)).orElse("");
            Seat<M> seat = seats.take(key, Set.of(), context.time().nanos());
            span.note("replica", seat.id());
            return new Seated<>(this, seat, context, span, key, null);
        }
    }

    private static final class Seated<M> implements Try<M> {
        private final Balance<M> balance;
        private final Seat<M> seat;
        private final CallContext context;
        private final Span span;
        private final String key;
        private final @Nullable Set<Seat<M>> tried;

        Seated(
                Balance<M> balance,
                Seat<M> seat,
                CallContext context,
                Span span,
                String key,
                @Nullable Set<Seat<M>> tried) {
            this.balance = balance;
            this.seat = seat;
            this.context = context;
            this.span = span;
            this.key = key;
            this.tried = tried;
        }

        @Override
        public M model() {
            return seat.model();
        }

        @Override
        public void ended(Ending ending) {
            balance.seats().leave(seat, ending, context.time().nanos());
        }

        @Override
        public @Nullable Try<M> next(GatorException failure) {
            Set<Seat<M>> all = tried == null ? new HashSet<>() : tried;
            all.add(seat);
            boolean some = all.size() <= balance.policy().others()
                    && all.size() < balance.seats().count();
            if (!some || !failure.category().worthAnother()) {
                return null;
            }
            Seat<M> other = balance.seats().take(key, all, context.time().nanos());
            span.note("replica", () -> other.id() + " after " + failure.code().id());
            return new Seated<>(balance, other, context, span, key, all);
        }
    }
}
