package dev.gator.provider.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.provider.chat.JsonWord;
import java.io.IOException;

/** Writes messages as the items that the responses API wants. */
final class ItemWriter {

    private final Asked asked;
    private final JsonGenerator json;

    ItemWriter(Asked asked, JsonGenerator json) {
        this.asked = asked;
        this.json = json;
    }

    void input() throws IOException {
        json.writeArrayFieldStart("input");
        for (Message message : asked.request().messages()) {
            if (message instanceof Message.Instructions) {
                words("system", message.text());
            } else if (message instanceof Message.User user) {
                user(user);
            } else if (message instanceof Message.Assistant assistant) {
                for (Part part : assistant.parts()) {
                    said(part);
                }
            } else if (message instanceof Message.ToolResults results) {
                for (Part.ToolResult result : results.results()) {
                    json.writeStartObject();
                    json.writeStringField("type", "function_call_output");
                    json.writeStringField("call_id", result.callId());
                    json.writeStringField("output", ContentWriter.contentOf(result));
                    json.writeEndObject();
                }
            }
        }
        if (JsonWord.isMissing(asked.request())) {
            words("system", JsonWord.SENTENCE);
        }
        json.writeEndArray();
    }

    private void words(String role, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("content", text);
        json.writeEndObject();
    }

    private void said(Part part) throws IOException {
        if (part instanceof Part.Text text) {
            words("assistant", text.text());
        } else if (part instanceof Part.ToolCall call) {
            json.writeStartObject();
            json.writeStringField("type", "function_call");
            json.writeStringField("call_id", call.id());
            json.writeStringField("name", call.name());
            json.writeStringField("arguments", call.arguments());
            json.writeEndObject();
        } else if (part instanceof Part.Reasoning thought
                && !thought.signature().isEmpty()) {
            thought(thought);
        }
    }

    private void thought(Part.Reasoning thought) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "reasoning");
        json.writeArrayFieldStart("summary");
        if (!thought.text().isEmpty()) {
            json.writeStartObject();
            json.writeStringField("type", "summary_text");
            json.writeStringField("text", thought.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("encrypted_content", thought.signature());
        json.writeEndObject();
    }

    private void user(Message.User user) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", "user");
        json.writeArrayFieldStart("content");
        for (Part part : user.parts()) {
            json.writeStartObject();
            if (part instanceof Part.File file) {
                file(file.attachment());
            } else {
                text(part.visibleText());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String text) throws IOException {
        json.writeStringField("type", "input_text");
        json.writeStringField("text", text);
    }

    private void file(Attachment file) throws IOException {
        if (file.type().isImage()) {
            json.writeStringField("type", "input_image");
            json.writeStringField("image_url", ContentWriter.address(file));
        } else if (file.type().isAudio()) {
            throw asked.unsupported("sound over the responses API");
        } else if (file instanceof Attachment.Link link) {
            json.writeStringField("type", "input_file");
            json.writeStringField("file_url", link.address().toString());
        } else if (file instanceof Attachment.Bytes bytes && bytes.type().isText()) {
            text(ContentWriter.textOf(bytes));
        } else {
            json.writeStringField("type", "input_file");
            json.writeStringField("filename", file.name());
            json.writeStringField("file_data", ContentWriter.address(file));
        }
    }
}
