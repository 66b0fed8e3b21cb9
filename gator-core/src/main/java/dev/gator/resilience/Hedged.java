package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.ModelCard;
import dev.gator.observe.SpanKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a second request when the first is late and takes whichever answers first; the other is cancelled down to its
 * socket. Streams race to their first content. Thread-safe.
 *
 * <p>Extra calls never exceed the policy's share, one in ten unless told otherwise, and each of them reserves its own
 * budget. Both calls run on the workers of the call; while too few calls were seen to know what late is, nothing races.
 */
public final class Hedged implements ChatModel {

    private static final double SAVED_AT_MOST = 10;

    private final ChatModel first;
    private final ChatModel second;
    private final SharedCard card;
    private final HedgePolicy policy;
    private final Latencies wholes;
    private final Latencies beginnings;
    private final Allowance allowance;

    private Hedged(ChatModel first, ChatModel second, HedgePolicy policy) {
        this.first = first;
        this.second = second;
        this.card = new SharedCard(List.of(first, second), Hedged::across);
        this.policy = policy;
        this.wholes = new Latencies(policy.quantile());
        this.beginnings = new Latencies(policy.quantile());
        this.allowance = new Allowance(policy.share(), 0, SAVED_AT_MOST);
    }

    /** Returns the model hedged with itself. */
    public static Hedged of(ChatModel model, HedgePolicy policy) {
        return new Hedged(model, model, policy);
    }

    /** Returns the model hedged with another one. */
    public static Hedged of(ChatModel model, ChatModel backup, HedgePolicy policy) {
        return new Hedged(model, backup, policy);
    }

    @Override
    public ModelCard card() {
        return second == first ? first.card() : card.get();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        try (Cancellation.Child stop = request.context().cancellation().child()) {
            CallContext context = request.context().withCancellation(stop.cancellation());
            Span span = context.open(SpanKind.GUARD, "hedge");
            return race(request.withContext(span.context()), span, wholes, reply -> {}, model -> model::chat);
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.over(new Racing(request), request.context());
    }

    private static ModelCard across(List<ModelCard> cards) {
        return ModelCard.across(
                "hedged:" + cards.get(0).id() + "+" + cards.get(1).id(), cards);
    }

    private <R> R race(
            ChatRequest request,
            Span span,
            Latencies latencies,
            Consumer<R> discard,
            Function<ChatModel, Function<ChatRequest, R>> asking) {
        allowance.earn();
        CallContext context = request.context();
        long usual = policy.delay().map(Duration::toNanos).orElse(latencies.quantile());
        long since = context.time().nanos();
        try {
            R reply;
            if (usual < 0) {
                reply = asking.apply(first).apply(request);
                latencies.add(context.time().nanos() - since);
            } else {
                Race<R> race = new Race<>(context, discard);
                reply = race.run(
                        inside -> asking.apply(first).apply(request.withContext(inside)),
                        inside -> asking.apply(second).apply(request.withContext(inside)),
                        Duration.ofNanos(Math.max(1, usual)),
                        allowance::spend,
                        span);
                latencies.add(race.firstTook());
            }
            span.end();
            return reply;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private final class Racing implements EventSource {
        private final Cancellation.Child stop;
        private final Span span;
        private final ChatRequest request;
        private volatile boolean closed;
        private volatile @Nullable Begun winner;

        Racing(ChatRequest outer) {
            this.stop = outer.context().cancellation().child();
            this.span = outer.context().withCancellation(stop.cancellation()).open(SpanKind.GUARD, "hedge");
            this.request = outer.withContext(span.context());
        }

        @Override
        public @Nullable ChatEvent next() {
            Begun begun = winner;
            if (begun == null) {
                begun = race(
                        request, span, beginnings, Begun::close, model -> inside -> Begun.read(model.stream(inside)));
                winner = begun;
                if (closed) {
                    begun.close();
                }
            }
            return begun.next();
        }

        @Override
        public void close() {
            closed = true;
            stop.cancellation().cancel();
            stop.close();
            Begun begun = winner;
            if (begun != null) {
                begun.close();
            }
            span.end();
        }
    }
}
