package dev.gator.provider.ollama;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.provider.http.JsonBody;
import dev.gator.tool.ToolSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Writes the body of a request to {@code /api/chat}. */
final class ChatWriter {

    private static final int LITTLE = 2_048;
    private static final int USUAL = 8_192;

    private final ChatCall call;
    private final ChatRequest request;
    private final JsonGenerator json;
    private boolean optionsBegun;

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
        format();
        sampling();
        ownOptions();
        if (optionsBegun) {
            json.writeEndObject();
        }
        think();
        Duration keepAlive = call.options().keepAlive();
        if (keepAlive != null) {
            json.writeNumberField("keep_alive", keepAlive.isNegative() ? -1 : keepAlive.toSeconds());
        }
        json.writeBooleanField("stream", stream); // the server streams unless told not to
        json.writeEndObject();
    }

    private void tools() throws IOException {
        ToolChoice choice = request.toolChoice();
        // the format has no choice of tools; none of them is what can be had by not offering any
        if (request.tools().isEmpty() || choice instanceof ToolChoice.None) {
            return;
        }
        if (!(choice instanceof ToolChoice.Auto)) {
            call.asking().warn("toolChoice", "ollama leaves the choice to the model");
        }
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
    }

    private void format() throws IOException {
        ResponseFormat format = request.format();
        if (format instanceof ResponseFormat.AnyJson && call.asking().sends("format", Capability.JSON_MODE)) {
            json.writeStringField("format", "json");
        } else if (format instanceof ResponseFormat.Schema form
                && call.asking().sends("format", Capability.JSON_SCHEMA)) {
            json.writeFieldName("format");
            json.writeRawValue(form.schema().json().toString());
        }
    }

    private void sampling() throws IOException {
        Sampling sampling = request.sampling();
        if (sampling.temperature().isPresent()) {
            option("temperature", sampling.temperature().getAsDouble());
        }
        if (sampling.topP().isPresent()) {
            option("top_p", sampling.topP().getAsDouble());
        }
        if (sampling.topK().isPresent()) {
            option("top_k", sampling.topK().getAsInt());
        }
        if (sampling.maxTokens().isPresent()) {
            option("num_predict", sampling.maxTokens().getAsInt());
        }
        if (sampling.seed().isPresent() && call.asking().sends("seed", Capability.SEED)) {
            option("seed", sampling.seed().getAsLong());
        }
        if (sampling.frequencyPenalty().isPresent()) {
            option("frequency_penalty", sampling.frequencyPenalty().getAsDouble());
        }
        if (sampling.presencePenalty().isPresent()) {
            option("presence_penalty", sampling.presencePenalty().getAsDouble());
        }
        if (!sampling.stop().isEmpty() && call.asking().sends("stop", Capability.STOP_SEQUENCES)) {
            beginOptions();
            json.writeArrayFieldStart("stop");
            for (String text : sampling.stop()) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private void ownOptions() throws IOException {
        OllamaOptions own = call.options();
        if (own.contextWindow() > 0) {
            option("num_ctx", own.contextWindow());
        }
        if (own.minP() > 0) {
            option("min_p", own.minP());
        }
        if (own.repeatPenalty() > 0) {
            option("repeat_penalty", own.repeatPenalty());
        }
        if (own.gpuLayers() >= 0) {
            option("num_gpu", own.gpuLayers());
        }
        if (own.threads() > 0) {
            option("num_thread", own.threads());
        }
    }

    private void option(String name, long value) throws IOException {
        beginOptions();
        json.writeNumberField(name, value);
    }

    private void option(String name, double value) throws IOException {
        beginOptions();
        json.writeNumberField(name, value);
    }

    private void beginOptions() throws IOException {
        if (!optionsBegun) {
            optionsBegun = true;
            json.writeObjectFieldStart("options");
        }
    }

    private void think() throws IOException {
        if (!call.options().effort().isEmpty()) {
            json.writeStringField("think", call.options().effort());
            return;
        }
        if (request.reasoning().isEmpty() || !call.asking().sends("reasoning", Capability.REASONING)) {
            return;
        }
        Reasoning how = request.reasoning().get();
        boolean none = how.effort() == Reasoning.Effort.NONE && how.tokens().isEmpty();
        if (!call.card().name().contains("gpt-oss")) { // other models think or do not
            json.writeBooleanField("think", !none);
            return;
        }
        if (none) {
            call.asking().warn("reasoning", call.card().id() + " cannot stop thinking; it thinks a little");
        }
        json.writeStringField("think", none ? "low" : word(how));
    }

    private static String word(Reasoning how) {
        if (how.tokens().isPresent()) {
            int tokens = how.tokens().getAsInt();
            return tokens <= LITTLE ? "low" : tokens <= USUAL ? "medium" : "high";
        }
        return how.effort().name().toLowerCase(Locale.ROOT);
    }
}
