package dev.gator.provider.cohere;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import dev.gator.json.JsonSchema;
import dev.gator.provider.chat.Asking;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way to Cohere, with everything that has to be decided before it is written. */
final class ChatCall {

    private final Asking asking;
    private final CohereOptions options;
    private final List<ToolSpec> tools;
    private final String toolChoice;
    private final @Nullable JsonSchema schema;
    private final @Nullable ToolSpec answerTool;
    private final boolean anyJson;

    ChatCall(ChatRequest request, ModelCard card) {
        this.asking = new Asking(request, card);
        this.options = request.options(CohereOptions.class).orElse(CohereOptions.defaults());
        Optional<JsonSchema> wanted = wanted();
        this.tools = offered(wanted.isPresent());
        boolean grounded = !tools.isEmpty() || !options.documents().isEmpty();
        this.schema = grounded ? null : wanted.orElse(null);
        this.answerTool = grounded ? wanted.map(this::answerTool).orElse(null) : null;
        this.toolChoice = toolChoice();
        this.anyJson = request.format() instanceof ResponseFormat.AnyJson && sendsAnyJson(grounded);
    }

    ChatRequest request() {
        return asking.request();
    }

    ModelCard card() {
        return asking.card();
    }

    Asking asking() {
        return asking;
    }

    CohereOptions options() {
        return options;
    }

    /** Returns the tools that are offered, the one that stands for the answer last. */
    List<ToolSpec> tools() {
        List<ToolSpec> all = new ArrayList<>(tools);
        answerTool().ifPresent(all::add);
        return all;
    }

    /** Returns the service's word, or an empty text to leave the choice to the model. */
    String choice() {
        return toolChoice;
    }

    /** Returns the schema that the service itself holds the answer to. */
    Optional<JsonSchema> schema() {
        return Optional.ofNullable(schema);
    }

    /** Returns the tool whose arguments are the answer. */
    Optional<ToolSpec> answerTool() {
        return Optional.ofNullable(answerTool);
    }

    boolean anyJson() {
        return anyJson;
    }

    private Optional<JsonSchema> wanted() {
        return request().format() instanceof ResponseFormat.Schema form
                        && asking.sends("format", Capability.JSON_SCHEMA)
                ? Optional.of(form.schema().named(form.name()))
                : Optional.empty();
    }

    // one named tool is had by offering no other
    private List<ToolSpec> offered(boolean schemaWanted) {
        ToolChoice choice = request().toolChoice();
        if (choice instanceof ToolChoice.None && schemaWanted) {
            return List.of();
        }
        return choice instanceof ToolChoice.Named named && asking.card().can(Capability.TOOL_CHOICE)
                ? request().tools().stream()
                        .filter(tool -> tool.name().equals(named.name()))
                        .toList()
                : request().tools();
    }

    private String toolChoice() {
        boolean able = asking.card().can(Capability.TOOL_CHOICE);
        if (answerTool != null) {
            return able ? "REQUIRED" : "";
        }
        ToolChoice choice = request().toolChoice();
        if (tools.isEmpty()
                || choice instanceof ToolChoice.Auto
                || !asking.sends("toolChoice", Capability.TOOL_CHOICE)) {
            return "";
        }
        return choice instanceof ToolChoice.None ? "NONE" : "REQUIRED";
    }

    private boolean sendsAnyJson(boolean grounded) {
        if (grounded) {
            asking.warn("format", "cohere answers no JSON of any kind while tools or documents are given");
            return false;
        }
        return asking.sends("format", Capability.JSON_MODE);
    }

    private ToolSpec answerTool(JsonSchema wanted) {
        String name = wanted.name();
        while (isTaken(name)) {
            name = "answer_" + name.substring(0, Math.min(name.length(), 50));
        }
        return ToolSpec.of(name, "Gives the final answer. Call it once, with the whole answer.", wanted);
    }

    private boolean isTaken(String name) {
        return tools.stream().anyMatch(tool -> tool.name().equals(name));
    }
}
