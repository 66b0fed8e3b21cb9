package dev.gator.provider.cohere;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Reasoning;
import dev.gator.chat.Sampling;
import dev.gator.provider.http.JsonBody;
import dev.gator.tool.ToolSpec;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** Writes the body of a request to {@code /v2/chat}. */
final class ChatWriter {

    private static final int LITTLE = 2_048;
    private static final int USUAL = 8_192;
    private static final int MOST_STOPS = 5;

    private final ChatCall call;
    private final ChatRequest request;
    private final JsonGenerator json;

    private ChatWriter(ChatCall call, JsonGenerator json) {
        this.call = call;
        this.request = call.request();
        this.json = json;
    }

    static JsonBody write(ChatCall call, boolean stream) {
        return JsonBody.of(json -> new ChatWriter(call, json).body(stream));
    }

    private void body(boolean stream) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", call.card().name());
        new ContentWriter(call, json).messages();
        tools();
        documents();
        safety();
        format();
        sampling();
        stops();
        thinking();
        if (stream) {
            json.writeBooleanField("stream", true);
        }
        json.writeEndObject();
    }

    private void tools() throws IOException {
        List<ToolSpec> tools = call.tools();
        if (tools.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("tools");
        for (ToolSpec tool : tools) {
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
        if (call.options().strictTools()) {
            json.writeBooleanField("strict_tools", true);
        }
        if (!call.choice().isEmpty()) {
            json.writeStringField("tool_choice", call.choice());
        }
    }

    private void documents() throws IOException {
        if (!call.options().documents().isEmpty()) {
            json.writeArrayFieldStart("documents");
            for (CohereDocument document : call.options().documents()) {
                json.writeStartObject();
                json.writeStringField("id", document.id());
                json.writeObjectFieldStart("data");
                if (!document.title().isEmpty()) {
                    json.writeStringField("title", document.title());
                }
                json.writeStringField("text", document.text());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (call.options().citing() != CohereOptions.Citing.UNSET) {
            json.writeObjectFieldStart("citation_options");
            json.writeStringField("mode", call.options().citing().name());
            json.writeEndObject();
        }
    }

    private void safety() throws IOException {
        CohereOptions.Safety safety = call.options().safety();
        if (safety == CohereOptions.Safety.UNSET) {
            return;
        }
        if (call.tools().isEmpty() && call.options().documents().isEmpty()) {
            json.writeStringField("safety_mode", safety.name());
        } else {
            call.asking().warn("safety", "cohere has no choice of it while tools or documents are given");
        }
    }

    private void format() throws IOException {
        if (call.schema().isEmpty() && !call.anyJson()) {
            return;
        }
        json.writeObjectFieldStart("response_format");
        json.writeStringField("type", "json_object");
        if (call.schema().isPresent()) {
            json.writeFieldName("json_schema");
            json.writeRawValue(call.schema().get().json().toString());
        }
        json.writeEndObject();
    }

    private void sampling() throws IOException {
        Sampling sampling = request.sampling();
        if (sampling.maxTokens().isPresent()) {
            json.writeNumberField("max_tokens", sampling.maxTokens().getAsInt());
        }
        if (sampling.temperature().isPresent()) {
            json.writeNumberField("temperature", sampling.temperature().getAsDouble());
        }
        if (sampling.seed().isPresent() && call.asking().sends("seed", Capability.SEED)) {
            json.writeNumberField("seed", sampling.seed().getAsLong());
        }
        bounded("topP", "p", sampling.topP(), 0.01, 0.99);
        if (sampling.topK().isPresent()) {
            bounded("topK", "k", OptionalDouble.of(sampling.topK().getAsInt()), 1, 500);
        }
        penalties(sampling);
    }

    // a model takes one of the two
    private void penalties(Sampling sampling) throws IOException {
        boolean frequency = penalty("frequencyPenalty", "frequency_penalty", sampling.frequencyPenalty());
        if (frequency && sampling.presencePenalty().isPresent()) {
            call.asking().warn("presencePenalty", "cohere takes one penalty, and frequencyPenalty is it");
        } else {
            penalty("presencePenalty", "presence_penalty", sampling.presencePenalty());
        }
    }

    private boolean penalty(String setting, String name, OptionalDouble value) throws IOException {
        if (value.isPresent() && value.getAsDouble() < 0) {
            call.asking().warn(setting, "cohere has no rewards for repetition");
            return false;
        }
        bounded(setting, name, value, 0, 1);
        return value.isPresent();
    }

    private void bounded(String setting, String name, OptionalDouble value, double least, double most)
            throws IOException {
        if (value.isEmpty()) {
            return;
        }
        double sent = Math.max(least, Math.min(most, value.getAsDouble()));
        if (sent != value.getAsDouble()) {
            call.asking()
                    .warn(setting, "cohere's ends at " + sent + ", which is used instead of " + value.getAsDouble());
        }
        json.writeFieldName(name);
        if (sent == Math.rint(sent)) {
            json.writeNumber((long) sent);
        } else {
            json.writeNumber(sent);
        }
    }

    private void stops() throws IOException {
        List<String> stops = request.sampling().stop();
        if (stops.isEmpty() || !call.asking().sends("stop", Capability.STOP_SEQUENCES)) {
            return;
        }
        if (stops.size() > MOST_STOPS) {
            call.asking().warn("stop", "cohere takes " + MOST_STOPS + " stop sequences; the others are left out");
        }
        json.writeArrayFieldStart("stop_sequences");
        for (String stop : stops.subList(0, Math.min(MOST_STOPS, stops.size()))) {
            json.writeString(stop);
        }
        json.writeEndArray();
    }

    private void thinking() throws IOException {
        if (request.reasoning().isEmpty() || !call.asking().sends("reasoning", Capability.REASONING)) {
            return;
        }
        Reasoning how = request.reasoning().get();
        boolean none = how.effort() == Reasoning.Effort.NONE && how.tokens().isEmpty();
        json.writeObjectFieldStart("thinking");
        json.writeStringField("type", none ? "disabled" : "enabled");
        int budget = how.tokens().orElse(budget(how.effort()));
        if (!none && budget > 0) {
            json.writeNumberField("token_budget", budget);
        }
        json.writeEndObject();
    }

    // much thinking is thinking without a budget
    private static int budget(Reasoning.Effort effort) {
        return switch (effort) {
            case LOW -> LITTLE;
            case MEDIUM -> USUAL;
            case NONE, HIGH -> 0;
        };
    }
}
