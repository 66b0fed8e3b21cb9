package dev.gator.provider.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.json.JsonSchema;
import dev.gator.provider.http.JsonBody;
import dev.gator.tool.ToolSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Writes the body of a request to {@code /chat/completions}. */
final class ChatWriter {

    private final Asked asked;
    private final ChatRequest request;
    private final JsonGenerator json;

    private ChatWriter(Asked asked, JsonGenerator json) {
        this.asked = asked;
        this.request = asked.request();
        this.json = json;
    }

    static JsonBody write(Asked asked, boolean stream) {
        return JsonBody.of(json -> new ChatWriter(asked, json).body(stream));
    }

    private void body(boolean stream) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", asked.card().name());
        new ContentWriter(asked, json).messages();
        sampling(request.sampling());
        if (!request.tools().isEmpty()) {
            tools();
        }
        format();
        reasoning();
        options(stream);
        if (stream) {
            json.writeBooleanField("stream", true);
            if (!asked.service().has(Quirk.NO_STREAM_USAGE)) {
                json.writeObjectFieldStart("stream_options");
                json.writeBooleanField("include_usage", true);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void sampling(Sampling sampling) throws IOException {
        if (sampling.equals(Sampling.defaults())) {
            return;
        }
        if (sampling.temperature().isPresent() && asked.samples("temperature")) {
            json.writeNumberField("temperature", sampling.temperature().getAsDouble());
        }
        if (sampling.topP().isPresent() && asked.samples("topP")) {
            json.writeNumberField("top_p", sampling.topP().getAsDouble());
        }
        if (sampling.topK().isPresent()) {
            if (asked.service().has(Quirk.TOP_K)) {
                json.writeNumberField("top_k", sampling.topK().getAsInt());
            } else {
                asked.warn("topK", asked.service().name() + " does not know it");
            }
        }
        if (sampling.maxTokens().isPresent()) {
            boolean renamed = asked.service().has(Quirk.MAX_COMPLETION_TOKENS);
            json.writeNumberField(
                    renamed ? "max_completion_tokens" : "max_tokens",
                    sampling.maxTokens().getAsInt());
        }
        penaltiesSeedAndStop(sampling);
    }

    private void penaltiesSeedAndStop(Sampling sampling) throws IOException {
        if (sampling.frequencyPenalty().isPresent() && asked.samples("frequencyPenalty")) {
            json.writeNumberField(
                    "frequency_penalty", sampling.frequencyPenalty().getAsDouble());
        }
        if (sampling.presencePenalty().isPresent() && asked.samples("presencePenalty")) {
            json.writeNumberField("presence_penalty", sampling.presencePenalty().getAsDouble());
        }
        if (sampling.seed().isPresent() && asked.sends("seed", Capability.SEED)) {
            json.writeNumberField(
                    asked.service().has(Quirk.RANDOM_SEED) ? "random_seed" : "seed",
                    sampling.seed().getAsLong());
        }
        if (!sampling.stop().isEmpty() && asked.sends("stop", Capability.STOP_SEQUENCES)) {
            json.writeArrayFieldStart("stop");
            for (String stop : sampling.stop()) {
                json.writeString(stop);
            }
            json.writeEndArray();
        }
    }

    private void tools() throws IOException {
        json.writeArrayFieldStart("tools");
        for (ToolSpec tool : request.tools()) {
            json.writeStartObject();
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", tool.name());
            json.writeStringField("description", tool.description());
            json.writeFieldName("parameters");
            json.writeRawValue(tool.parameters().toString());
            json.writeEndObject();
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
            json.writeObjectFieldStart("function");
            json.writeStringField("name", named.name());
            json.writeEndObject();
            json.writeEndObject();
        } else {
            json.writeStringField("tool_choice", choice instanceof ToolChoice.None ? "none" : "required");
        }
    }

    private void format() throws IOException {
        ResponseFormat format = request.format();
        if (format instanceof ResponseFormat.Schema schema) {
            if (asked.card().can(Capability.JSON_SCHEMA)) {
                schema(schema);
            } else if (asked.sends("format", Capability.JSON_MODE)) {
                asked.warn("format", asked.card().id() + " is held to JSON, but not to the schema");
                jsonMode();
            }
        } else if (format instanceof ResponseFormat.AnyJson && asked.sends("format", Capability.JSON_MODE)) {
            jsonMode();
        }
    }

    private void jsonMode() throws IOException {
        json.writeObjectFieldStart("response_format");
        json.writeStringField("type", "json_object");
        json.writeEndObject();
    }

    private void schema(ResponseFormat.Schema format) throws IOException {
        Optional<JsonSchema> strict = format.schema().strict();
        json.writeObjectFieldStart("response_format");
        json.writeStringField("type", "json_schema");
        json.writeObjectFieldStart("json_schema");
        json.writeStringField("name", format.name());
        json.writeBooleanField("strict", strict.isPresent());
        json.writeFieldName("schema");
        json.writeRawValue(strict.orElse(format.schema()).toString());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void reasoning() throws IOException {
        Optional<Reasoning> how = request.reasoning();
        if (how.isEmpty() || !asked.sends("reasoning", Capability.REASONING)) {
            return;
        }
        if (asked.service().has(Quirk.REASONING_OBJECT)) {
            json.writeObjectFieldStart("reasoning");
            if (how.get().tokens().isPresent()) {
                json.writeNumberField("max_tokens", how.get().tokens().getAsInt());
            } else {
                json.writeStringField("effort", Effort.of(how.get(), asked));
            }
            json.writeEndObject();
        } else {
            json.writeStringField("reasoning_effort", Effort.of(how.get(), asked));
        }
    }

    private void options(boolean stream) throws IOException {
        OpenAiOptions options = asked.options();
        if (options.equals(OpenAiOptions.defaults())) {
            return;
        }
        text("service_tier", options.serviceTier());
        text("user", options.user());
        text("prompt_cache_key", options.promptCacheKey());
        if (options.store() != null) {
            json.writeBooleanField("store", options.store());
        }
        if (!options.metadata().isEmpty()) {
            json.writeObjectFieldStart("metadata");
            for (Map.Entry<String, String> entry : options.metadata().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
        if (!options.voice().isEmpty()) {
            if (!asked.card().can(Capability.AUDIO_OUTPUT)) {
                throw asked.unsupported("requests for spoken answers");
            }
            json.writeArrayFieldStart("modalities");
            json.writeString("text");
            json.writeString("audio");
            json.writeEndArray();
            json.writeObjectFieldStart("audio");
            json.writeStringField("voice", options.voice());
            json.writeStringField("format", stream ? "pcm16" : options.audioFormat());
            json.writeEndObject();
        }
    }

    private void text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
