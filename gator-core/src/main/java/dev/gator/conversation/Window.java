package dev.gator.conversation;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.TokenCounter;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a conversation into a model's window: the system message and the new message always, then as many of the latest
 * turns as there is room for. Turns stay whole, so no tool call loses its result.
 */
final class Window {

    private static final int ROOM_FOR_THE_ANSWER = 500;

    private final ModelCard card;
    private final TokenCounter counter;

    Window(ModelCard card, TokenCounter counter) {
        this.card = card;
        this.counter = counter;
    }

    /** Fits the turns between the system message and the last message of {@code frame}. */
    Fitted fit(ChatRequest frame, List<Exchange> turns) {
        int fixed = counter.count(frame);
        int before = fixed + turns.stream().mapToInt(Exchange::tokens).sum();
        int limit = limit(frame);
        int tokens = before;
        int first = 0;
        while (limit > 0 && tokens > limit && first < turns.size()) {
            tokens -= turns.get(first).tokens();
            first++;
        }
        if (limit > 0 && tokens > limit) {
            throw new GatorException(
                    ProviderError.CONTEXT_TOO_LONG,
                    "this message alone needs " + tokens + " tokens, " + card.id() + " has room for " + limit);
        }
        int messages = turns.subList(0, first).stream()
                .mapToInt(turn -> turn.messages().size())
                .sum();
        return new Fitted(
                assemble(frame, turns.subList(first, turns.size())),
                new ContextCut(first, messages, before, tokens, Math.max(0, limit)));
    }

    private int limit(ChatRequest frame) {
        if (card.contextWindow().isEmpty()) {
            return 0;
        }
        int window = card.contextWindow().getAsInt();
        int answer = frame.sampling().maxTokens().orElse(Math.min(ROOM_FOR_THE_ANSWER, window / 4));
        return Math.max(1, window - answer);
    }

    private static ChatRequest assemble(ChatRequest frame, List<Exchange> turns) {
        List<Message> messages = new ArrayList<>(frame.messages());
        Message last = messages.remove(messages.size() - 1);
        turns.forEach(turn -> messages.addAll(turn.messages()));
        messages.add(last);
        return frame.withMessages(messages);
    }

    record Fitted(ChatRequest request, ContextCut cut) {}
}
