package dev.gator.provider.openai;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ResponseFormat;
import java.util.Locale;

/** OpenAI refuses its JSON mode unless the word JSON stands somewhere in the messages. */
final class JsonWord {

    static final String SENTENCE = "Answer with JSON.";

    private JsonWord() {}

    static boolean isMissing(ChatRequest request) {
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
