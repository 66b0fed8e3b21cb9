package dev.gator.testing;

import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One line of a script: what to answer, and after how many words to break off. */
record Line(Function<ChatRequest, ChatReply> answer, int words, @Nullable ErrorCode breaks) {

    static Line of(Function<ChatRequest, ChatReply> answer) {
        return new Line(answer, Integer.MAX_VALUE, null);
    }

    static Line failing(GatorException error) {
        return of(request -> {
            throw error;
        });
    }

    void breakAfter(int said) {
        if (breaks != null && said >= words) {
            throw new GatorException(breaks, "the script says so, after " + said + " words");
        }
    }
}
