package dev.gator.provider.gemini;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import java.io.IOException;

/** Writes {@code generationConfig}, if there is anything to say: sampling, the form of the answer, thinking. */
final class ConfigWriter {

    private final GenerateCall call;
    private final ChatRequest request;
    private final JsonGenerator out;
    private boolean begun;

    ConfigWriter(GenerateCall call, JsonGenerator out) {
        this.call = call;
        this.request = call.request();
        this.out = out;
    }

    void write() throws IOException {
        sampling(request.sampling());
        format();
        if (!call.options().mediaResolution().isEmpty()) {
            json().writeStringField("mediaResolution", call.options().mediaResolution());
        }
        Thinking.of(call).write(this);
        if (begun) {
            out.writeEndObject();
        }
    }

    /** Returns where to write the next member. */
    JsonGenerator json() throws IOException {
        if (!begun) {
            begun = true;
            out.writeObjectFieldStart("generationConfig");
        }
        return out;
    }

    private void sampling(Sampling sampling) throws IOException {
        if (sampling.temperature().isPresent()) {
            json().writeNumberField("temperature", sampling.temperature().getAsDouble());
        }
        if (sampling.topP().isPresent()) {
            json().writeNumberField("topP", sampling.topP().getAsDouble());
        }
        if (sampling.topK().isPresent()) {
            json().writeNumberField("topK", sampling.topK().getAsInt());
        }
        if (sampling.maxTokens().isPresent()) {
            json().writeNumberField("maxOutputTokens", sampling.maxTokens().getAsInt());
        }
        if (sampling.frequencyPenalty().isPresent()) {
            json().writeNumberField(
                            "frequencyPenalty", sampling.frequencyPenalty().getAsDouble());
        }
        if (sampling.presencePenalty().isPresent()) {
            json().writeNumberField(
                            "presencePenalty", sampling.presencePenalty().getAsDouble());
        }
        if (sampling.seed().isPresent() && call.asking().sends("seed", Capability.SEED)) {
            seed(sampling.seed().getAsLong());
        }
        if (!sampling.stop().isEmpty() && call.asking().sends("stop", Capability.STOP_SEQUENCES)) {
            json().writeArrayFieldStart("stopSequences");
            for (String text : sampling.stop()) {
                json().writeString(text);
            }
            json().writeEndArray();
        }
    }

    private void seed(long seed) throws IOException {
        if (seed == (int) seed) {
            json().writeNumberField("seed", (int) seed);
        } else {
            call.asking().warn("seed", "gemini's seeds have 32 bits");
        }
    }

    private void format() throws IOException {
        ResponseFormat format = request.format();
        if (format instanceof ResponseFormat.Text) {
            return;
        }
        boolean tools = !request.tools().isEmpty();
        if (tools && !call.version().takesSchemaBesideTools()) {
            call.asking().warn("format", call.card().id() + " does not hold answers to JSON while tools are on offer");
        } else if (format instanceof ResponseFormat.Schema schema && call.card().can(Capability.JSON_SCHEMA)) {
            json().writeStringField("responseMimeType", "application/json");
            json().writeFieldName("responseJsonSchema");
            json().writeRawValue(SchemaSubset.of(schema.schema().json()).toString());
        } else if (call.asking().sends("format", Capability.JSON_MODE)) {
            if (format instanceof ResponseFormat.Schema) {
                call.asking().warn("format", call.card().id() + " is held to JSON, but not to the schema");
            }
            json().writeStringField("responseMimeType", "application/json");
        }
    }
}
