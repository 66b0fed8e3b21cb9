package dev.gator.provider.gemini;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ToolChoice;
import dev.gator.provider.http.JsonBody;
import dev.gator.tool.ToolSpec;
import java.io.IOException;

/** Writes the body of a request to {@code generateContent}; a streamed answer is asked for in the address alone. */
final class GenerateWriter {

    private final GenerateCall call;
    private final ChatRequest request;
    private final JsonGenerator json;

    private GenerateWriter(GenerateCall call, JsonGenerator json) {
        this.call = call;
        this.request = call.request();
        this.json = json;
    }

    static JsonBody write(GenerateCall call) {
        return JsonBody.of(json -> new GenerateWriter(call, json).body());
    }

    private void body() throws IOException {
        json.writeStartObject();
        ContentWriter content = new ContentWriter(call, json);
        content.instructions();
        content.contents();
        tools();
        new ConfigWriter(call, json).write();
        for (int i = 0; i < call.options().safety().size(); i++) {
            safety(i);
        }
        if (!call.options().cachedContent().isEmpty()) {
            json.writeStringField("cachedContent", call.options().cachedContent());
        }
        json.writeEndObject();
    }

    private void safety(int index) throws IOException {
        if (index == 0) {
            json.writeArrayFieldStart("safetySettings");
        }
        GeminiOptions.SafetySetting setting = call.options().safety().get(index);
        json.writeStartObject();
        json.writeStringField("category", setting.category());
        json.writeStringField("threshold", setting.threshold());
        json.writeEndObject();
        if (index == call.options().safety().size() - 1) {
            json.writeEndArray();
        }
    }

    private void tools() throws IOException {
        if (request.tools().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("tools");
        json.writeStartObject();
        json.writeArrayFieldStart("functionDeclarations");
        for (ToolSpec tool : request.tools()) {
            json.writeStartObject();
            json.writeStringField("name", tool.name());
            json.writeStringField("description", tool.description());
            json.writeFieldName("parametersJsonSchema");
            json.writeRawValue(SchemaSubset.of(tool.parameters().json()).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        toolChoice(request.toolChoice());
    }

    private void toolChoice(ToolChoice choice) throws IOException {
        boolean demanded = choice instanceof ToolChoice.Required || choice instanceof ToolChoice.Named;
        if (demanded && !call.asking().sends("toolChoice", Capability.TOOL_CHOICE)) {
            return;
        }
        if (!(choice instanceof ToolChoice.Auto)) {
            json.writeObjectFieldStart("toolConfig");
            json.writeObjectFieldStart("functionCallingConfig");
            json.writeStringField("mode", demanded ? "ANY" : "NONE");
            if (choice instanceof ToolChoice.Named named) {
                json.writeArrayFieldStart("allowedFunctionNames");
                json.writeString(named.name());
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }
}
