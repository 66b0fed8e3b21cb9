package dev.gator.provider.ollama;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.provider.chat.JsonWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes messages: text in one piece, with the pictures beside it. */
final class ContentWriter {

    private final ChatCall call;
    private final JsonGenerator json;

    ContentWriter(ChatCall call, JsonGenerator json) {
        this.call = call;
        this.json = json;
    }

    void messages() throws IOException {
        json.writeArrayFieldStart("messages");
        for (Message message : call.request().messages()) {
            if (message instanceof Message.ToolResults results) {
                for (Part.ToolResult result : results.results()) {
                    result(result);
                }
            } else if (message instanceof Message.Assistant assistant) {
                assistant(assistant);
            } else {
                begin(message instanceof Message.Instructions ? "system" : "user", content(message));
                pictures(message);
                json.writeEndObject();
            }
        }
        if (JsonWord.isMissing(call.request())) {
            begin("system", JsonWord.SENTENCE);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void begin(String role, String content) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", content);
    }

    private String content(Message message) {
        List<String> texts = new ArrayList<>();
        for (Part part : message.parts()) {
            if (part instanceof Part.Text text) {
                texts.add(text.text());
            } else if (part instanceof Part.File file
                    && !file.attachment().type().isImage()) {
                texts.add(text(file.attachment()));
            }
        }
        return String.join("\n\n", texts);
    }

    private String text(Attachment file) {
        if (file instanceof Attachment.Bytes bytes && file.type().isText()) {
            return bytes.name() + ":\n" + bytes.text();
        }
        throw call.asking().unsupported("files of type " + file.type());
    }

    private void pictures(Message message) throws IOException {
        boolean begun = false;
        for (Part part : message.parts()) {
            if (!(part instanceof Part.File file) || !file.attachment().type().isImage()) {
                continue;
            }
            if (!(file.attachment() instanceof Attachment.Bytes bytes)) {
                throw call.asking().unsupported("pictures by their address, only their bytes");
            }
            if (!begun) {
                begun = true;
                json.writeArrayFieldStart("images");
            }
            json.writeString(bytes.base64());
        }
        if (begun) {
            json.writeEndArray();
        }
    }

    private void assistant(Message.Assistant message) throws IOException {
        begin("assistant", message.text());
        StringBuilder thoughts = new StringBuilder();
        for (Part part : message.parts()) {
            if (part instanceof Part.Reasoning thought) {
                thoughts.append(thought.text());
            }
        }
        if (thoughts.length() > 0) {
            json.writeStringField("thinking", thoughts.toString());
        }
        List<Part.ToolCall> calls = message.toolCalls();
        if (!calls.isEmpty()) {
            json.writeArrayFieldStart("tool_calls");
            for (Part.ToolCall one : calls) {
                call(one);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void call(Part.ToolCall one) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", one.id());
        json.writeObjectFieldStart("function");
        json.writeStringField("name", one.name());
        json.writeFieldName("arguments");
        json.writeRawValue(arguments(one.arguments()));
        json.writeEndObject();
        json.writeEndObject();
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

    private void result(Part.ToolResult result) throws IOException {
        begin("tool", result.error() ? "ERROR: " + result.content() : result.content());
        json.writeStringField("tool_name", name(result));
        json.writeStringField("tool_call_id", result.callId());
        json.writeEndObject();
    }

    private String name(Part.ToolResult result) {
        if (!result.name().isEmpty()) {
            return result.name();
        }
        return call.request().messages().stream()
                .filter(Message.Assistant.class::isInstance)
                .flatMap(message -> ((Message.Assistant) message).toolCalls().stream())
                .filter(one -> one.id().equals(result.callId()))
                .map(Part.ToolCall::name)
                .findFirst()
                .orElse("");
    }
}
