package dev.gator.provider.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.json.JsonSchema;
import dev.gator.provider.http.JsonBody;
import dev.gator.tool.ToolSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Writes the body of a request to {@code /responses}. Nothing is kept there unless asked; thoughts come back sealed. */
final class ResponsesWriter {

    private final Asked asked;
    private final ChatRequest request;
    private final JsonGenerator json;

    private ResponsesWriter(Asked asked, JsonGenerator json) {
        this.asked = asked;
        this.request = asked.request();
        this.json = json;
    }

    static JsonBody write(Asked asked, boolean stream) {
        return JsonBody.of(json -> new ResponsesWriter(asked, json).body(stream));
    }

    private void body(boolean stream) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", asked.card().name());
        new ItemWriter(asked, json).input();
        sampling(request.sampling());
        if (!request.tools().isEmpty()) {
            tools();
        }
        format();
        thinking();
        options();
        if (stream) {
            json.writeBooleanField("stream", true);
        }
        json.writeEndObject();
    }

    private void sampling(Sampling sampling) throws IOException {
        if (sampling.temperature().isPresent() && asked.samples("temperature")) {
            json.writeNumberField("temperature", sampling.temperature().getAsDouble());
        }
        if (sampling.topP().isPresent() && asked.samples("topP")) {
            json.writeNumberField("top_p", sampling.topP().getAsDouble());
        }
        if (sampling.maxTokens().isPresent()) {
            json.writeNumberField("max_output_tokens", sampling.maxTokens().getAsInt());
        }
        leaveOut(sampling.topK().isPresent(), "topK");
        leaveOut(sampling.seed().isPresent(), "seed");
        leaveOut(sampling.frequencyPenalty().isPresent(), "frequencyPenalty");
        leaveOut(sampling.presencePenalty().isPresent(), "presencePenalty");
        leaveOut(!sampling.stop().isEmpty(), "stop");
    }

    private void leaveOut(boolean set, String setting) {
        if (set) {
            asked.warn(setting, "the responses API does not know it");
        }
    }

    private void tools() throws IOException {
        json.writeArrayFieldStart("tools");
        for (ToolSpec tool : request.tools()) {
            json.writeStartObject();
            json.writeStringField("type", "function");
            json.writeStringField("name", tool.name());
            json.writeStringField("description", tool.description());
            json.writeFieldName("parameters");
            json.writeRawValue(tool.parameters().toString());
            json.writeBooleanField("strict", false); // true unless it is sent, and then not every schema is accepted
            json.writeEndObject();
        }
        json.writeEndArray();
        ToolChoice choice = request.toolChoice();
        if (!(choice instanceof ToolChoice.Auto) && asked.sends("toolChoice", Capability.TOOL_CHOICE)) {
            toolChoice(choice);
        }
        Boolean parallel = asked.options().parallelToolCalls();
        if (parallel != null && asked.sends("parallelToolCalls", Capability.PARALLEL_TOOLS)) {
            json.writeBooleanField("parallel_tool_calls", parallel);
        }
    }

    private void toolChoice(ToolChoice choice) throws IOException {
        if (choice instanceof ToolChoice.Named named) {
            json.writeObjectFieldStart("tool_choice");
            json.writeStringField("type", "function");
            json.writeStringField("name", named.name());
            json.writeEndObject();
        } else {
            json.writeStringField("tool_choice", choice instanceof ToolChoice.None ? "none" : "required");
        }
    }

    private void format() throws IOException {
        ResponseFormat format = request.format();
        boolean schema = format instanceof ResponseFormat.Schema && asked.card().can(Capability.JSON_SCHEMA);
        if (format instanceof ResponseFormat.Text || (!schema && !asked.sends("format", Capability.JSON_MODE))) {
            return;
        }
        json.writeObjectFieldStart("text");
        json.writeObjectFieldStart("format");
        if (schema && format instanceof ResponseFormat.Schema wanted) {
            Optional<JsonSchema> strict = wanted.schema().strict();
            json.writeStringField("type", "json_schema");
            json.writeStringField("name", wanted.name());
            json.writeBooleanField("strict", strict.isPresent());
            json.writeFieldName("schema");
            json.writeRawValue(strict.orElse(wanted.schema()).toString());
        } else {
            json.writeStringField("type", "json_object");
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void thinking() throws IOException {
        if (!asked.card().can(Capability.REASONING)) {
            leaveOutThinking();
            return;
        }
        json.writeArrayFieldStart("include");
        json.writeString("reasoning.encrypted_content");
        json.writeEndArray();
        json.writeObjectFieldStart("reasoning");
        if (request.reasoning().isPresent()) {
            json.writeStringField("effort", Effort.of(request.reasoning().get(), asked));
        }
        json.writeStringField("summary", "auto");
        json.writeEndObject();
    }

    private void leaveOutThinking() {
        if (request.reasoning().isPresent()) {
            asked.sends("reasoning", Capability.REASONING);
        }
    }

    private void options() throws IOException {
        OpenAiOptions options = asked.options();
        json.writeBooleanField("store", Boolean.TRUE.equals(options.store()));
        text("service_tier", options.serviceTier());
        text("user", options.user());
        text("prompt_cache_key", options.promptCacheKey());
        if (!options.metadata().isEmpty()) {
            json.writeObjectFieldStart("metadata");
            for (Map.Entry<String, String> entry : options.metadata().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
        if (!options.voice().isEmpty()) {
            throw asked.unsupported("requests for spoken answers over the responses API");
        }
    }

    private void text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
