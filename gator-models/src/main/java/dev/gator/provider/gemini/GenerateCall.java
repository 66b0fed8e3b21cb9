package dev.gator.provider.gemini;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.provider.chat.Asking;

/** One request on its way to Gemini. */
final class GenerateCall {

    private final Asking asking;
    private final GeminiVersion version;
    private final GeminiOptions options;

    GenerateCall(ChatRequest request, ModelCard card, GeminiOptions options) {
        this.asking = new Asking(request, card);
        this.version = GeminiVersion.of(card.name());
        this.options = options;
    }

    ChatRequest request() {
        return asking.request();
    }

    ModelCard card() {
        return asking.card();
    }

    Asking asking() {
        return asking;
    }

    GeminiVersion version() {
        return version;
    }

    GeminiOptions options() {
        return options;
    }

    /** Returns the tool that a result comes from; the service wants its name, not only the id of the call. */
    String toolOf(Part.ToolResult result) {
        if (!result.name().isEmpty()) {
            return result.name();
        }
        for (Message message : request().messages()) {
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call && call.id().equals(result.callId())) {
                    return call.name();
                }
            }
        }
        return result.callId();
    }
}
