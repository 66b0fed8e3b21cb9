package dev.gator.provider.gemini;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.content.Attachment;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** Writes instructions and messages as contents with parts. */
final class ContentWriter {

    private final GenerateCall call;
    private final JsonGenerator json;

    ContentWriter(GenerateCall call, JsonGenerator json) {
        this.call = call;
        this.json = json;
    }

    /** All instructions, wherever they stand among the messages: the format has one place for them. */
    void instructions() throws IOException {
        List<String> all = call.request().messages().stream()
                .filter(Message.Instructions.class::isInstance)
                .map(Message::text)
                .filter(text -> !text.isEmpty())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("systemInstruction");
        json.writeArrayFieldStart("parts");
        for (String text : all) {
            text(text, "");
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void contents() throws IOException {
        json.writeArrayFieldStart("contents");
        for (Message message : call.request().messages()) {
            if (message instanceof Message.Assistant answer) {
                AnswerWriter writer = new AnswerWriter(call, json, answer.parts());
                if (writer.hasContent()) {
                    begin("model");
                    writer.write();
                    end();
                }
            } else if (!(message instanceof Message.Instructions)) {
                begin("user");
                for (Part part : message.parts()) {
                    part(part);
                }
                end();
            }
        }
        json.writeEndArray();
    }

    private void begin(String role) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeArrayFieldStart("parts");
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private void part(Part part) throws IOException {
        if (part instanceof Part.File file) {
            file(file.attachment());
        } else if (part instanceof Part.ToolResult result) {
            result(result);
        } else {
            text(part.visibleText(), "");
        }
    }

    private void text(String text, String signature) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", text);
        if (!signature.isEmpty()) {
            json.writeStringField("thoughtSignature", signature);
        }
        json.writeEndObject();
    }

    private void result(Part.ToolResult result) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("functionResponse");
        if (!CallIds.isMadeUp(result.callId())) {
            json.writeStringField("id", result.callId());
        }
        json.writeStringField("name", call.toolOf(result));
        json.writeObjectFieldStart("response");
        json.writeFieldName(result.error() ? "error" : "output");
        json.writeRawValue(value(result.content()));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    // an object tells the model more than the text of one
    private static String value(String content) {
        try {
            Json value = Json.parse(content);
            return value instanceof JsonObject
                    ? value.toString()
                    : Json.of(content).toString();
        } catch (GatorException notJson) {
            return Json.of(content).toString();
        }
    }

    private void file(Attachment file) throws IOException {
        json.writeStartObject();
        if (file instanceof Attachment.Bytes bytes && bytes.type().isText()) {
            json.writeStringField("text", bytes.name() + ":\n" + bytes.text());
        } else if (file instanceof Attachment.Bytes bytes) {
            json.writeObjectFieldStart("inlineData");
            json.writeStringField("mimeType", bytes.type().toString());
            json.writeStringField("data", bytes.base64());
            json.writeEndObject();
        } else if (file instanceof Attachment.Link link) {
            json.writeObjectFieldStart("fileData");
            json.writeStringField("mimeType", link.type().toString());
            json.writeStringField("fileUri", link.address().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
