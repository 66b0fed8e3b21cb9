package dev.gator.provider.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Writes instructions and messages as blocks of content. */
final class ContentWriter {

    private static final Set<MediaType> PICTURES = Set.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF, MediaType.WEBP);

    private final MessagesCall call;
    private final JsonGenerator json;

    ContentWriter(MessagesCall call, JsonGenerator json) {
        this.call = call;
        this.json = json;
    }

    /** All instructions, wherever they stand among the messages: the format has one place for them, before everything. */
    void system() throws IOException {
        List<Message> instructions = call.request().messages().stream()
                .filter(message -> message instanceof Message.Instructions
                        && !message.text().isEmpty())
                .toList();
        if (instructions.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("system");
        for (Message message : instructions) {
            text(message.text(), call.marks(message));
        }
        json.writeEndArray();
    }

    void messages() throws IOException {
        json.writeArrayFieldStart("messages");
        for (Message message : call.request().messages()) {
            boolean answer = message instanceof Message.Assistant;
            List<Part> parts = message.parts().stream()
                    .filter(part -> isSent(part, answer))
                    .toList();
            if (!parts.isEmpty() && !(message instanceof Message.Instructions)) {
                message(answer, parts, call.marks(message));
            }
        }
        json.writeEndArray();
    }

    // the service refuses empty words, thoughts that this model did not sign, and the sound of somebody's answer
    private boolean isSent(Part part, boolean answer) {
        if (part instanceof Part.Text text) {
            return !text.text().isEmpty();
        }
        if (part instanceof Part.Reasoning thought) {
            return !call.asking().ownSignature(thought.signature()).isEmpty();
        }
        return !(answer && part instanceof Part.File);
    }

    private void message(boolean answer, List<Part> parts, boolean marked) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", answer ? "assistant" : "user");
        if (!marked && parts.size() == 1 && parts.get(0) instanceof Part.Text words) {
            json.writeStringField("content", words.text());
        } else {
            int last = lastMarkable(parts);
            json.writeArrayFieldStart("content");
            for (int i = 0; i < parts.size(); i++) {
                part(parts.get(i), marked && i == last);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    // thoughts take no mark
    private static int lastMarkable(List<Part> parts) {
        int last = parts.size() - 1;
        while (last > 0 && parts.get(last) instanceof Part.Reasoning) {
            last--;
        }
        return last;
    }

    private void part(Part part, boolean marked) throws IOException {
        if (part instanceof Part.Text words) {
            text(words.text(), marked);
        } else if (part instanceof Part.Reasoning thought) {
            thought(thought);
        } else if (part instanceof Part.ToolCall toolCall) {
            call(toolCall, marked);
        } else if (part instanceof Part.ToolResult result) {
            result(result, marked);
        } else if (part instanceof Part.File file) {
            file(file.attachment(), marked);
        }
    }

    private void text(String text, boolean marked) throws IOException {
        begin("text");
        json.writeStringField("text", text);
        end(marked);
    }

    private void thought(Part.Reasoning thought) throws IOException {
        String signature = call.asking().ownSignature(thought.signature());
        String hidden = RedactedThought.data(signature);
        if (!hidden.isEmpty()) {
            begin("redacted_thinking");
            json.writeStringField("data", hidden);
        } else {
            begin("thinking");
            json.writeStringField("thinking", thought.text());
            json.writeStringField("signature", signature);
        }
        end(false);
    }

    private void call(Part.ToolCall toolCall, boolean marked) throws IOException {
        begin("tool_use");
        json.writeStringField("id", toolCall.id());
        json.writeStringField("name", toolCall.name());
        json.writeFieldName("input");
        json.writeRawValue(input(toolCall.arguments()));
        end(marked);
    }

    // the format wants an object, whatever the model wrote at the time
    private static String input(String arguments) {
        try {
            if (Json.parse(arguments) instanceof JsonObject) {
                return arguments;
            }
        } catch (GatorException notJson) {
            return JsonObject.builder().put("malformed", arguments).build().toString();
        }
        return JsonObject.builder().put("malformed", arguments).build().toString();
    }

    private void result(Part.ToolResult result, boolean marked) throws IOException {
        begin("tool_result");
        json.writeStringField("tool_use_id", result.callId());
        json.writeStringField("content", result.content());
        if (result.error()) {
            json.writeBooleanField("is_error", true);
        }
        end(marked);
    }

    private void file(Attachment file, boolean marked) throws IOException {
        MediaType type = file.type();
        if (type.isImage()) {
            picture(file);
        } else if (file instanceof Attachment.Bytes bytes && type.isText()) {
            begin("document");
            source("text", MediaType.TEXT.toString());
            json.writeStringField("data", bytes.text());
            json.writeEndObject();
            json.writeStringField("title", bytes.name());
        } else if (type.equals(MediaType.PDF)) {
            begin("document");
            content(file);
            json.writeStringField("title", file.name());
        } else {
            throw call.asking().unsupported("files of type " + type);
        }
        end(marked);
    }

    private void picture(Attachment file) throws IOException {
        if (!PICTURES.contains(file.type())) {
            throw call.asking().unsupported("pictures of type " + file.type());
        }
        begin("image");
        content(file);
    }

    private void content(Attachment file) throws IOException {
        if (file instanceof Attachment.Bytes bytes) {
            source("base64", file.type().toString());
            json.writeStringField("data", bytes.base64());
        } else if (file instanceof Attachment.Link link) {
            json.writeObjectFieldStart("source");
            json.writeStringField("type", "url");
            json.writeStringField("url", link.address().toString());
        }
        json.writeEndObject();
    }

    private void source(String type, String mediaType) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("type", type);
        json.writeStringField("media_type", mediaType);
    }

    private void begin(String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
    }

    private void end(boolean marked) throws IOException {
        if (marked) {
            new CacheMark(call).write(json);
        }
        json.writeEndObject();
    }
}
