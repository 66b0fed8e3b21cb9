package dev.gator.provider.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.provider.chat.JsonWord;
import java.io.IOException;
import java.util.List;

/** Writes messages. */
final class ContentWriter {

    private final ChatCall call;
    private final JsonGenerator json;

    ContentWriter(ChatCall call, JsonGenerator json) {
        this.call = call;
        this.json = json;
    }

    void messages() throws IOException {
        json.writeArrayFieldStart("messages");
        if (call.anyJson() && JsonWord.isMissing(call.request())) {
            plain("system", JsonWord.SENTENCE);
        }
        for (Message message : call.request().messages()) {
            message(message);
        }
        json.writeEndArray();
    }

    private void message(Message message) throws IOException {
        if (message instanceof Message.Instructions) {
            plain("system", message.text());
        } else if (message instanceof Message.User user) {
            user(user);
        } else if (message instanceof Message.Assistant assistant) {
            assistant(assistant);
        } else if (message instanceof Message.ToolResults results) {
            for (Part.ToolResult result : results.results()) {
                begin("tool");
                json.writeStringField("tool_call_id", result.callId());
                json.writeStringField("content", result.error() ? "ERROR: " + result.content() : result.content());
                json.writeEndObject();
            }
        }
    }

    private void begin(String role) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
    }

    private void plain(String role, String text) throws IOException {
        begin(role);
        json.writeStringField("content", text);
        json.writeEndObject();
    }

    private void user(Message.User user) throws IOException {
        List<Part> parts = user.parts();
        if (parts.size() == 1 && parts.get(0) instanceof Part.Text text) {
            plain("user", text.text());
            return;
        }
        begin("user");
        json.writeArrayFieldStart("content");
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                block("text", text.text());
            } else if (part instanceof Part.File file) {
                file(file.attachment());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void file(Attachment file) throws IOException {
        if (file.type().isImage()) {
            json.writeStartObject();
            json.writeStringField("type", "image_url");
            json.writeObjectFieldStart("image_url");
            json.writeStringField(
                    "url",
                    file instanceof Attachment.Bytes bytes
                            ? bytes.dataUri()
                            : ((Attachment.Link) file).address().toString());
            json.writeEndObject();
            json.writeEndObject();
        } else if (file instanceof Attachment.Bytes bytes && file.type().isText()) {
            block("text", bytes.name() + ":\n" + bytes.text());
        } else {
            throw call.asking().unsupported("files of type " + file.type());
        }
    }

    private void block(String type, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeStringField(type, text);
        json.writeEndObject();
    }

    private void assistant(Message.Assistant message) throws IOException {
        List<Part.ToolCall> calls = message.toolCalls();
        boolean thinks = message.parts().stream().anyMatch(ContentWriter::isThought);
        if (calls.isEmpty() && !thinks && message.text().isEmpty()) {
            return; // the service refuses messages that say nothing
        }
        begin("assistant");
        if (thinks) {
            blocks(message);
        } else if (!message.text().isEmpty()) {
            json.writeStringField("content", message.text());
        }
        plan(message);
        calls(calls);
        json.writeEndObject();
    }

    private static boolean isThought(Part part) {
        return part instanceof Part.Reasoning thought
                && !thought.text().isEmpty()
                && !thought.signature().equals(ToolPlan.SIGNATURE);
    }

    private void blocks(Message.Assistant message) throws IOException {
        json.writeArrayFieldStart("content");
        for (Part part : message.parts()) {
            if (isThought(part)) {
                block("thinking", ((Part.Reasoning) part).text());
            } else if (part instanceof Part.Text text && !text.text().isEmpty()) {
                block("text", text.text());
            }
        }
        json.writeEndArray();
    }

    private void plan(Message.Assistant message) throws IOException {
        for (Part part : message.parts()) {
            if (part instanceof Part.Reasoning thought && thought.signature().equals(ToolPlan.SIGNATURE)) {
                json.writeStringField("tool_plan", thought.text());
                return;
            }
        }
    }

    private void calls(List<Part.ToolCall> calls) throws IOException {
        if (calls.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("tool_calls");
        for (Part.ToolCall one : calls) {
            json.writeStartObject();
            json.writeStringField("id", one.id());
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", one.name());
            json.writeStringField("arguments", one.arguments());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
