package dev.gator.provider.chat;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ResponseFormat;
import java.util.Locale;

/**
 * What has to stand in a prompt where JSON of any kind is wanted: OpenAI refuses its JSON mode unless the word JSON is there,
 * and models of other services may write blanks for ever.
 */
public final class JsonWord {

    /** What to say if nobody says it. */
    public static final String SENTENCE = "Answer with JSON.";

    private JsonWord() {}

    /** Returns whether the request wants JSON of any kind and no message of it speaks of JSON. */
    public static boolean isMissing(ChatRequest request) {
        if (!(request.format() instanceof ResponseFormat.AnyJson)) {
            return false;
        }
        for (Message message : request.messages()) {
            if (message.text().toLowerCase(Locale.ROOT).contains("json")) {
                return false;
            }
        }
        return true;
    }
}
