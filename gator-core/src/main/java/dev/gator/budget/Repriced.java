package dev.gator.budget;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.ModelCard;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model at another price. */
final class Repriced implements ChatModel {

    private final ChatModel model;
    private final Pricing price;

    Repriced(ChatModel model, Pricing price) {
        this.model = model;
        this.price = price;
    }

    @Override
    public ModelCard card() {
        return model.card().toBuilder().pricing(price).build();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        ChatReply reply = model.chat(request);
        return isMine(request) ? reply.toBuilder().cost(cost(reply.usage())).build() : reply;
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        ChatStream stream = model.stream(request);
        return isMine(request) ? ChatStream.over(new Repricing(stream), request.context()) : stream;
    }

    /** A request that is led to another model does not have this model's price. */
    private static boolean isMine(ChatRequest request) {
        return request.overrides().model().isEmpty();
    }

    private Optional<Money> cost(Usage usage) {
        return usage.isKnown() ? Optional.of(price.cost(usage)) : Optional.empty();
    }

    private final class Repricing implements EventSource {
        private final ChatStream stream;
        private final Iterator<ChatEvent> events;

        Repricing(ChatStream stream) {
            this.stream = stream;
            this.events = stream.iterator();
        }

        @Override
        public @Nullable ChatEvent next() {
            if (!events.hasNext()) {
                return null;
            }
            ChatEvent event = events.next();
            return event instanceof ChatEvent.Finished end
                    ? new ChatEvent.Finished(end.finish(), end.usage(), cost(end.usage()))
                    : event;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
