package dev.gator.rag.ground;

import dev.gator.call.Cancellation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.EventSource;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answerer as a model: it answers the last thing a user said, and only that, from evidence. Streams start when the answer
 * is verified, so no word has to be taken back.
 */
final class GroundedModel implements ChatModel {

    private final ModelCard card;
    private final Answerer answerer;

    GroundedModel(ModelCard writer, Answerer answerer) {
        ModelCard.Builder card = ModelCard.of("grounded:" + writer.id());
        writer.contextWindow().ifPresent(card::contextWindow);
        writer.pricing().ifPresent(card::pricing);
        this.card = card.build();
        this.answerer = answerer;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        String told = request.messages().stream()
                .filter(Message.Instructions.class::isInstance)
                .map(Message::text)
                .collect(Collectors.joining("\n\n"));
        GroundedAnswer answer = answerer.withInstructions(told).ask(question(request), request.context());
        return ChatReply.from(card.id())
                .parts(List.of(Part.text(answer.cited())))
                .usage(answer.usage())
                .cost(answer.cost())
                .build();
    }

    /** What strangers wrote beside the question is no question. */
    private static String question(ChatRequest request) {
        List<Message> messages = request.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i) instanceof Message.User asked) {
                return asked.parts().stream()
                        .filter(part -> part instanceof Part.Text text && !text.untrusted())
                        .map(Part::visibleText)
                        .collect(Collectors.joining("\n"));
            }
        }
        return "";
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.over(new Verified(request), request.context());
    }

    /** Asks when it is read for the first time. */
    private final class Verified implements EventSource {
        private final Cancellation.Child stop;
        private final ChatRequest request;
        private @Nullable Iterator<ChatEvent> events;

        Verified(ChatRequest request) {
            this.stop = request.context().cancellation().child();
            this.request = request.withContext(request.context().withCancellation(stop.cancellation()));
        }

        @Override
        public @Nullable ChatEvent next() {
            Iterator<ChatEvent> told = events;
            if (told == null) {
                told = ChatStream.of(chat(request)).iterator();
                events = told;
            }
            return told.hasNext() ? told.next() : null;
        }

        @Override
        public void close() {
            stop.cancellation().cancel();
            stop.close();
        }
    }
}
