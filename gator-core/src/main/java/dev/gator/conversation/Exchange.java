package dev.gator.conversation;

import dev.gator.chat.Message;
import dev.gator.chat.TokenCounter;
import java.util.List;

/** A turn as it is kept: the user's message and everything said in answer, tool calls with their results included. */
record Exchange(List<Message> messages, int tokens) {

    static Exchange of(List<Message> messages, TokenCounter counter) {
        return new Exchange(List.copyOf(messages), count(messages, counter));
    }

    static int count(List<? extends Message> messages, TokenCounter counter) {
        int tokens = 0;
        for (Message message : messages) {
            tokens += TokenCounter.PER_MESSAGE;
            for (var part : message.parts()) {
                tokens += counter.count(part);
            }
        }
        return tokens;
    }
}
