package dev.gator.provider.ollama;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.ModelCard;
import dev.gator.provider.chat.Asking;

/**
 * One request on its way to Ollama.
 *
 * @param asking what is asked of which model
 * @param options what goes for this call
 */
record ChatCall(Asking asking, OllamaOptions options) {

    ChatRequest request() {
        return asking.request();
    }

    ModelCard card() {
        return asking.card();
    }
}
