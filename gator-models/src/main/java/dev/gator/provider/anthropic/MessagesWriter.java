package dev.gator.provider.anthropic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.provider.http.JsonBody;
import dev.gator.tool.ToolSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the body of a request to {@code /v1/messages}. */
final class MessagesWriter {

    private final MessagesCall call;
    private final ChatRequest request;
    private final JsonGenerator json;

    private MessagesWriter(MessagesCall call, JsonGenerator json) {
        this.call = call;
        this.request = call.request();
        this.json = json;
    }

    static JsonBody write(MessagesCall call, boolean stream) {
        return JsonBody.of(json -> new MessagesWriter(call, json).body(stream));
    }

    private void body(boolean stream) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", call.card().name());
        json.writeNumberField("max_tokens", call.thinking().maxTokens());
        ContentWriter content = new ContentWriter(call, json);
        content.system();
        content.messages();
        tools();
        sampling();
        thinking();
        outputConfig();
        if (!call.options().userId().isEmpty()) {
            json.writeObjectFieldStart("metadata");
            json.writeStringField("user_id", call.options().userId());
            json.writeEndObject();
        }
        if (!call.options().serviceTier().isEmpty()) {
            json.writeStringField("service_tier", call.options().serviceTier());
        }
        if (stream) {
            json.writeBooleanField("stream", true);
        }
        json.writeEndObject();
    }

    private void tools() throws IOException {
        List<ToolSpec> all = new ArrayList<>(request.tools());
        call.answerTool().ifPresent(all::add);
        if (all.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("tools");
        for (int i = 0; i < all.size(); i++) {
            ToolSpec tool = all.get(i);
            json.writeStartObject();
            json.writeStringField("name", tool.name());
            json.writeStringField("description", tool.description());
            json.writeFieldName("input_schema");
            json.writeRawValue(tool.parameters().toString());
            if (i == all.size() - 1 && call.marksTools()) {
                new CacheMark(call).write(json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        toolChoice();
    }

    private void toolChoice() throws IOException {
        ToolChoice choice = request.toolChoice();
        boolean forbidden = choice instanceof ToolChoice.None;
        if (call.answerTool().isPresent() && !(choice instanceof ToolChoice.Named)) {
            answerTool(forbidden || request.tools().isEmpty());
        } else if (forbidden) {
            choice("none");
        } else if (!(choice instanceof ToolChoice.Auto) && call.asking().sends("toolChoice", Capability.TOOL_CHOICE)) {
            choice(choice instanceof ToolChoice.Required ? "any" : "tool");
        } else if (!call.options().parallelTools()) {
            choice("auto");
        }
    }

    // models that refuse demands have to be trusted to read what the tool says of itself
    private void answerTool(boolean alone) throws IOException {
        if (!call.version().refusesDemands()) {
            choice(alone ? "tool" : "any");
        }
    }

    private void choice(String type) throws IOException {
        json.writeObjectFieldStart("tool_choice");
        json.writeStringField("type", type);
        if (type.equals("tool")) {
            String answer = call.answerTool().map(ToolSpec::name).orElse("");
            json.writeStringField("name", request.toolChoice() instanceof ToolChoice.Named one ? one.name() : answer);
        }
        if (!call.options().parallelTools() && !type.equals("none")) {
            json.writeBooleanField("disable_parallel_tool_use", true);
        }
        json.writeEndObject();
    }

    private void sampling() throws IOException {
        Sampling sampling = request.sampling();
        boolean temperature = sampling.temperature().isPresent() && samples("temperature");
        if (temperature) {
            temperature(sampling.temperature().getAsDouble());
        }
        if (sampling.topP().isPresent() && samples("topP")) {
            if (temperature && !call.version().samplesTwice()) {
                call.asking().warn("topP", call.card().id() + " takes temperature or topP, not both");
            } else {
                json.writeNumberField("top_p", sampling.topP().getAsDouble());
            }
        }
        if (sampling.topK().isPresent() && samples("topK")) {
            json.writeNumberField("top_k", sampling.topK().getAsInt());
        }
        if (!sampling.stop().isEmpty() && call.asking().sends("stop", Capability.STOP_SEQUENCES)) {
            json.writeArrayFieldStart("stop_sequences");
            for (String text : sampling.stop()) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
        ignored("seed", sampling.seed().isPresent());
        ignored("frequencyPenalty", sampling.frequencyPenalty().isPresent());
        ignored("presencePenalty", sampling.presencePenalty().isPresent());
    }

    private void temperature(double value) throws IOException {
        if (value > 1) {
            call.asking().warn("temperature", "anthropic's temperatures end at 1, which is used instead of " + value);
        }
        json.writeNumberField("temperature", Math.min(1, value));
    }

    private boolean samples(String setting) {
        if (!call.version().samples()) {
            call.asking().warn(setting, call.card().id() + " refuses it");
            return false;
        }
        if (call.thinking().isOn()) {
            call.asking().warn(setting, "it cannot be changed while the model thinks");
            return false;
        }
        return true;
    }

    private void ignored(String setting, boolean set) {
        if (set) {
            call.asking().warn(setting, "anthropic does not know it");
        }
    }

    private void thinking() throws IOException {
        Thinking thinking = call.thinking();
        if (thinking.mode() == Thinking.Mode.UNSET) {
            return;
        }
        json.writeObjectFieldStart("thinking");
        switch (thinking.mode()) {
            case OFF -> json.writeStringField("type", "disabled");
            case BUDGET -> {
                json.writeStringField("type", "enabled");
                json.writeNumberField("budget_tokens", thinking.budget());
            }
            default -> {
                json.writeStringField("type", "adaptive");
                json.writeStringField("display", "summarized"); // newer models show nothing unless asked
            }
        }
        json.writeEndObject();
    }

    private void outputConfig() throws IOException {
        String effort = call.thinking().effort();
        if (effort.isEmpty() && call.schema().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("output_config");
        if (!effort.isEmpty()) {
            json.writeStringField("effort", effort);
        }
        if (call.schema().isPresent()) {
            json.writeObjectFieldStart("format");
            json.writeStringField("type", "json_schema");
            json.writeFieldName("schema");
            json.writeRawValue(AnswerSchema.of(call.schema().get().json()).toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
