package dev.gator.provider.anthropic;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import dev.gator.json.JsonSchema;
import dev.gator.provider.chat.Asking;
import dev.gator.tool.ToolSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way to Anthropic, with everything that has to be decided before it is written. */
final class MessagesCall {

    /** How many marks the service allows in one request. */
    private static final int CACHE_POINTS = 4;

    private final Asking asking;
    private final ClaudeVersion version;
    private final AnthropicOptions options;
    private final @Nullable JsonSchema schema;
    private final @Nullable ToolSpec answerTool;
    private final Thinking thinking;
    private int cachePointsToSkip;

    MessagesCall(ChatRequest request, ModelCard card, AnthropicOptions options) {
        this.asking = new Asking(request, card);
        this.version = ClaudeVersion.of(card.name());
        this.options = options;
        Optional<JsonSchema> wanted = wanted();
        Optional<JsonSchema> held = version.takesSchemas() ? wanted.flatMap(JsonSchema::strict) : Optional.empty();
        this.schema = held.orElse(null);
        this.answerTool = held.isPresent() ? null : wanted.map(this::answerTool).orElse(null);
        this.thinking = Thinking.of(this);
        this.cachePointsToSkip = surplusCachePoints();
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

    ClaudeVersion version() {
        return version;
    }

    AnthropicOptions options() {
        return options;
    }

    Thinking thinking() {
        return thinking;
    }

    /** Returns the schema that the service itself holds the answer to. */
    Optional<JsonSchema> schema() {
        return Optional.ofNullable(schema);
    }

    /** Returns the tool whose arguments are the answer, where the service does not take the schema itself. */
    Optional<ToolSpec> answerTool() {
        return Optional.ofNullable(answerTool);
    }

    /** Returns whether the service is made to call a tool, which it does not do while it thinks. */
    boolean demandsTool() {
        ToolChoice choice = request().toolChoice();
        boolean demanded = choice instanceof ToolChoice.Required || choice instanceof ToolChoice.Named;
        return !version.refusesDemands() && (answerTool != null || (demanded && card().can(Capability.TOOL_CHOICE)));
    }

    /** Returns whether a cache point of a message is passed on; the first surplus ones are not. */
    boolean marks(Message message) {
        if (!message.cachePoint() || !card().can(Capability.PROMPT_CACHE)) {
            return false;
        }
        if (cachePointsToSkip > 0) {
            cachePointsToSkip--;
            return false;
        }
        return true;
    }

    boolean marksTools() {
        return options.cacheTools() && card().can(Capability.PROMPT_CACHE);
    }

    private Optional<JsonSchema> wanted() {
        ResponseFormat format = request().format();
        if (format instanceof ResponseFormat.AnyJson) {
            asking.warn("format", "anthropic holds answers to a schema, not to JSON of any kind");
        }
        return format instanceof ResponseFormat.Schema form && asking.sends("format", Capability.JSON_SCHEMA)
                ? Optional.of(form.schema().named(form.name()))
                : Optional.empty();
    }

    private ToolSpec answerTool(JsonSchema wanted) {
        String name = wanted.name();
        while (isTaken(name)) {
            name = "answer_" + name.substring(0, Math.min(name.length(), 50));
        }
        return ToolSpec.of(name, "Gives the final answer. Call it once, with the whole answer.", wanted);
    }

    private boolean isTaken(String name) {
        return request().tools().stream().anyMatch(tool -> tool.name().equals(name));
    }

    private int surplusCachePoints() {
        if (!card().can(Capability.PROMPT_CACHE)) {
            return 0;
        }
        int wanted =
                (int) request().messages().stream().filter(Message::cachePoint).count();
        int surplus = Math.max(0, wanted + (options.cacheTools() ? 1 : 0) - CACHE_POINTS);
        if (surplus > 0) {
            asking.warn("cachePoint", "anthropic allows " + CACHE_POINTS + "; the first " + surplus + " are left out");
        }
        return surplus;
    }
}
