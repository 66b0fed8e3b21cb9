package dev.gator.provider.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.provider.chat.JsonWord;
import java.io.IOException;
import java.util.List;

/** Writes messages as chat completions want them. */
final class ContentWriter {

    private final Asked asked;
    private final JsonGenerator json;

    ContentWriter(Asked asked, JsonGenerator json) {
        this.asked = asked;
        this.json = json;
    }

    void messages() throws IOException {
        json.writeArrayFieldStart("messages");
        for (Message message : asked.request().messages()) {
            message(message);
        }
        if (JsonWord.isMissing(asked.request())) {
            plain("system", JsonWord.SENTENCE);
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
                json.writeStartObject();
                json.writeStringField("role", "tool");
                json.writeStringField("tool_call_id", result.callId());
                json.writeStringField("content", contentOf(result));
                json.writeEndObject();
            }
        }
    }

    // the format has no place for the failure itself
    static String contentOf(Part.ToolResult result) {
        return result.error() ? "ERROR: " + result.content() : result.content();
    }

    /** A text file is text: every model reads it, whatever else it reads. */
    static String textOf(Attachment.Bytes file) {
        return file.name() + ":\n" + file.text();
    }

    private void plain(String role, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", text);
        json.writeEndObject();
    }

    private void user(Message.User user) throws IOException {
        List<Part> parts = user.parts();
        if (parts.size() == 1 && parts.get(0) instanceof Part.Text text) {
            plain("user", text.text());
            return;
        }
        json.writeStartObject();
        json.writeStringField("role", "user");
        json.writeArrayFieldStart("content");
        for (Part part : parts) {
            if (part instanceof Part.File file) {
                file(file.attachment());
            } else {
                text(part.visibleText());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void assistant(Message.Assistant message) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", "assistant");
        List<Part.ToolCall> calls = message.toolCalls();
        String text = message.text();
        if (text.isEmpty() && !calls.isEmpty()) {
            json.writeNullField("content");
        } else {
            json.writeStringField("content", text);
        }
        if (!calls.isEmpty()) {
            json.writeArrayFieldStart("tool_calls");
            for (Part.ToolCall call : calls) {
                call(call);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void call(Part.ToolCall call) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", call.id());
        json.writeStringField("type", "function");
        json.writeObjectFieldStart("function");
        json.writeStringField("name", call.name());
        json.writeStringField("arguments", call.arguments());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void text(String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "text");
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private void file(Attachment file) throws IOException {
        if (file.type().isImage()) {
            json.writeStartObject();
            json.writeStringField("type", "image_url");
            json.writeObjectFieldStart("image_url");
            json.writeStringField("url", address(file));
            json.writeEndObject();
            json.writeEndObject();
        } else if (file instanceof Attachment.Bytes bytes) {
            bytes(bytes);
        } else {
            throw asked.unsupported("links to files of type " + file.type());
        }
    }

    static String address(Attachment file) {
        return file instanceof Attachment.Bytes bytes
                ? bytes.dataUri()
                : ((Attachment.Link) file).address().toString();
    }

    private void bytes(Attachment.Bytes file) throws IOException {
        if (file.type().isAudio()) {
            json.writeStartObject();
            json.writeStringField("type", "input_audio");
            json.writeObjectFieldStart("input_audio");
            json.writeStringField("data", file.base64());
            json.writeStringField("format", audioFormat(file.type()));
            json.writeEndObject();
            json.writeEndObject();
        } else if (file.type().isText()) {
            text(textOf(file));
        } else {
            json.writeStartObject();
            json.writeStringField("type", "file");
            json.writeObjectFieldStart("file");
            json.writeStringField("filename", file.name());
            json.writeStringField("file_data", file.dataUri());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private String audioFormat(MediaType type) {
        if (type.equals(MediaType.WAV)) {
            return "wav";
        }
        if (type.equals(MediaType.MP3)) {
            return "mp3";
        }
        throw asked.unsupported("sound of type " + type + ", only WAV and MP3");
    }
}
