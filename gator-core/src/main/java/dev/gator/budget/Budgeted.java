package dev.gator.budget;

import dev.gator.call.CallContext;
import dev.gator.call.Spending;
import dev.gator.call.Spending.Estimate;
import dev.gator.call.Spending.Reservation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.ModelCard;
import dev.gator.chat.TokenCounter;
import dev.gator.error.GatorException;
import dev.gator.usage.Usage;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the call's budget before it asks the model. The front door puts this around every model it hands out.
 *
 * <p>Set aside is the price of the prompt and of the longest answer allowed; settled is what the model reports. A call
 * that fails before it answers gives everything back; a stream that is cut off after it began settles what was set
 * aside, because the provider will bill it.
 */
public final class Budgeted implements ChatModel {

    private static final int USUAL_OUTPUT = 1_024;

    private final ChatModel model;
    private final TokenCounter counter;

    private Budgeted(ChatModel model, TokenCounter counter) {
        this.model = model;
        this.counter = counter;
    }

    /** Returns the model behind the budget of each call. */
    public static Budgeted of(ChatModel model) {
        return of(model, TokenCounter.estimate());
    }

    /** Returns the model behind the budget of each call, counting prompts with {@code counter}. */
    public static Budgeted of(ChatModel model, TokenCounter counter) {
        return new Budgeted(model, counter);
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Reservation reservation = reserve(request);
        try {
            ChatReply reply = model.chat(request);
            reservation.settle(reply.usage(), reply.cost());
            return reply;
        } catch (GatorException e) {
            reservation.release();
            throw e;
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        Reservation reservation = reserve(request);
        if (reservation == Reservation.NOTHING) {
            return model.stream(request);
        }
        try {
            return ChatStream.over(new Settling(model.stream(request), reservation), request.context());
        } catch (GatorException e) {
            reservation.release();
            throw e;
        }
    }

    private Reservation reserve(ChatRequest request) {
        CallContext context = request.context();
        if (context.spending() == Spending.unlimited()) {
            return Reservation.NOTHING;
        }
        ModelCard card = model.card();
        Usage most = Usage.estimated(counter.count(request), longestAnswer(request, card));
        return context.spending().reserve(new Estimate(card.id(), most, card.cost(most)));
    }

    private static int longestAnswer(ChatRequest request, ModelCard card) {
        int most = card.maxOutput().orElse(USUAL_OUTPUT);
        return Math.min(request.sampling().maxTokens().orElse(Math.min(most, 4 * USUAL_OUTPUT)), most);
    }

    private static final class Settling implements EventSource {
        private final ChatStream stream;
        private final Iterator<ChatEvent> events;
        private final Reservation reservation;
        private boolean begun;

        Settling(ChatStream stream, Reservation reservation) {
            this.stream = stream;
            this.events = stream.iterator();
            this.reservation = reservation;
        }

        @Override
        public @Nullable ChatEvent next() {
            try {
                if (!events.hasNext()) {
                    return null;
                }
                ChatEvent event = events.next();
                begun = begun || !(event instanceof ChatEvent.Started);
                if (event instanceof ChatEvent.Finished end) {
                    reservation.settle(end.usage(), end.cost());
                }
                return event;
            } catch (GatorException e) {
                giveUp();
                throw e;
            }
        }

        @Override
        public void close() {
            stream.close();
            giveUp();
        }

        private void giveUp() {
            if (begun) {
                reservation.settle(Usage.UNKNOWN, Optional.empty());
            } else {
                reservation.release();
            }
        }
    }
}
