package dev.gator.provider.gemini;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Part;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.util.List;

/**
 * Writes what the model said earlier, each signature on the part that it came on.
 *
 * <p>A signature without a thought belongs to the tool call after it, else to the words before it; see
 * {@link GenerateReader}.
 */
final class AnswerWriter {

    /** Says that a call comes from elsewhere, where nobody signed it. */
    private static final String UNSIGNED = "skip_thought_signature_validator";

    private final GenerateCall call;
    private final JsonGenerator json;
    private final List<Part> parts;
    private boolean called;

    AnswerWriter(GenerateCall call, JsonGenerator json, List<Part> all) {
        this.call = call;
        this.json = json;
        this.parts = all.stream().filter(this::isSent).toList();
    }

    boolean hasContent() {
        return !parts.isEmpty();
    }

    void write() throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Part.Text words) {
                boolean followed = isSignature(i + 1) && !isCall(i + 2);
                text(words.text(), followed ? signature(i + 1) : "", false);
                i += followed ? 1 : 0;
            } else if (part instanceof Part.ToolCall toolCall) {
                call(toolCall, "");
            } else if (isSignature(i) && isCall(i + 1)) {
                call((Part.ToolCall) parts.get(i + 1), signature(i));
                i++;
            } else if (part instanceof Part.Reasoning thought) {
                text(thought.text(), own(thought), !thought.text().isEmpty());
            }
        }
    }

    private boolean isSent(Part part) {
        if (part instanceof Part.Text words) {
            return !words.text().isEmpty();
        }
        return part instanceof Part.ToolCall
                || (part instanceof Part.Reasoning thought && !own(thought).isEmpty());
    }

    private String own(Part.Reasoning thought) {
        return call.asking().ownSignature(thought.signature());
    }

    private boolean isSignature(int index) {
        return index < parts.size()
                && parts.get(index) instanceof Part.Reasoning thought
                && thought.text().isEmpty();
    }

    private boolean isCall(int index) {
        return index < parts.size() && parts.get(index) instanceof Part.ToolCall;
    }

    private String signature(int index) {
        return own((Part.Reasoning) parts.get(index));
    }

    private void text(String text, String signature, boolean thought) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", text);
        if (thought) {
            json.writeBooleanField("thought", true);
        }
        if (!signature.isEmpty()) {
            json.writeStringField("thoughtSignature", signature);
        }
        json.writeEndObject();
    }

    private void call(Part.ToolCall toolCall, String signature) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("functionCall");
        if (!CallIds.isMadeUp(toolCall.id())) {
            json.writeStringField("id", toolCall.id());
        }
        json.writeStringField("name", toolCall.name());
        json.writeFieldName("args");
        json.writeRawValue(arguments(toolCall.arguments()));
        json.writeEndObject();
        // of several calls in one round only the first carries a signature
        boolean missing = signature.isEmpty() && !called && call.version().checksSignatures();
        if (missing || !signature.isEmpty()) {
            json.writeStringField("thoughtSignature", missing ? UNSIGNED : signature);
        }
        json.writeEndObject();
        called = true;
    }

    // the format wants an object, whatever the model wrote at the time
    private static String arguments(String written) {
        try {
            if (Json.parse(written) instanceof JsonObject) {
                return written;
            }
        } catch (GatorException notJson) {
            return JsonObject.builder().put("malformed", written).build().toString();
        }
        return JsonObject.builder().put("malformed", written).build().toString();
    }
}
