package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.call.Spending;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.TokenCounter;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import dev.gator.prompt.Fence;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.Optional;

/** A model as the front door hands it out: it obeys the house's rules, and every call is a span that is paid for. */
final class GuardedModel implements ChatModel {

    private static final int USUAL_ANSWER = 1_024;

    private final ChatModel model;
    private final House house;

    GuardedModel(ChatModel model, House house) {
        this.model = model;
        this.house = house;
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Running running = begin(request);
        try {
            ChatReply reply = model.chat(running.request());
            running.settle(reply.usage(), reply.cost());
            return reply;
        } catch (GatorException e) {
            running.failed(e);
            throw e;
        } catch (RuntimeException e) {
            GatorException defect = defect(e);
            running.failed(defect);
            throw defect;
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        Running running = begin(request);
        return ChatStream.over(new GuardedSource(model, running, this::defect), running.context());
    }

    // a provider that throws anything else is broken; callers were promised one kind of exception
    GatorException defect(RuntimeException e) {
        return new GatorException(
                GatorError.BROKEN_PROVIDER,
                model.card().id() + " threw " + e.getClass().getName(),
                e);
    }

    private Running begin(ChatRequest request) {
        Fitness.check(model.card(), request);
        InFlight.Call call = house.inFlight().enter(request.context().cancellation());
        try {
            CallContext context = house.admit(request.context()).withCancellation(call.cancellation());
            context.check();
            Spending.Reservation reservation = house.reserve(context, estimate(request));
            Span span = context.open(SpanKind.CHAT, model.card().id());
            return new Running(Fence.around(request).withContext(span.context()), call, reservation, span);
        } catch (GatorException e) {
            call.close();
            throw e;
        }
    }

    private Spending.Estimate estimate(ChatRequest request) {
        ModelCard card = model.card();
        int answer = request.sampling()
                .maxTokens()
                .orElse(Math.min(USUAL_ANSWER, card.maxOutput().orElse(USUAL_ANSWER)));
        Usage usage = Usage.estimated(TokenCounter.estimate().count(request), answer);
        return new Spending.Estimate(card.id(), usage, card.cost(usage));
    }

    /** A call under way. Whatever ends it, the span ends once and the reservation is settled or released once. */
    static final class Running {
        private final ChatRequest request;
        private final InFlight.Call call;
        private final Spending.Reservation reservation;
        private final Span span;
        private boolean settled;

        Running(ChatRequest request, InFlight.Call call, Spending.Reservation reservation, Span span) {
            this.request = request;
            this.call = call;
            this.reservation = reservation;
            this.span = span;
        }

        ChatRequest request() {
            return request;
        }

        CallContext context() {
            return request.context();
        }

        synchronized void settle(Usage usage, Optional<Money> cost) {
            if (!settled) {
                settled = true;
                reservation.settle(usage, cost);
                span.end(usage, cost);
                call.close();
            }
        }

        /** Ends a call that consumed something and then failed. */
        synchronized void broken(GatorException error, Usage usage, Optional<Money> cost) {
            if (!settled) {
                settled = true;
                reservation.settle(usage, cost);
                span.failed(error);
                call.close();
            }
        }

        synchronized void failed(GatorException error) {
            if (!settled) {
                settled = true;
                reservation.release();
                span.failed(error);
                call.close();
            }
        }
    }
}
