package dev.gator.tools;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.tool.Tool;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that can use tools: what it asks for is run and told to it until it answers. Immutable and thread-safe.
 *
 * <p>Arguments that do not fit, unknown tools, tools that fail or take too long are told to the model, which may correct
 * itself; three rounds in a row without a single success, or more rounds than allowed, end the call with an error. Usage
 * and cost of the reply cover all rounds. Calls of one round run side by side on {@code context.workers()}.
 *
 * <pre>{@code
 * ChatModel model = ToolLoop.around(gator.model("openai:gpt-4o-mini")).with(weather, calendar);
 * }</pre>
 */
public final class ToolLoop implements ChatModel {

    private static final int DEFAULT_ROUNDS = 10;

    private final ChatModel model;
    private final List<Tool> tools;
    private final int maxRounds;
    private final ToolApproval approval;

    private ToolLoop(ChatModel model, List<Tool> tools, int maxRounds, ToolApproval approval) {
        this.model = model;
        this.tools = List.copyOf(tools);
        this.maxRounds = maxRounds;
        this.approval = approval;
    }

    /** Returns the model without tools yet, with at most 10 rounds, approving as {@link ToolApproval#whileTrusted()}. */
    public static ToolLoop around(ChatModel model) {
        return new ToolLoop(model, List.of(), DEFAULT_ROUNDS, ToolApproval.whileTrusted());
    }

    /** Returns a copy with more tools; no two may have the same name. */
    public ToolLoop with(Tool... more) {
        return with(List.of(more));
    }

    /** Returns a copy with more tools; no two may have the same name. */
    public ToolLoop with(List<Tool> more) {
        List<Tool> all = new ArrayList<>(tools);
        all.addAll(more);
        long names = all.stream().map(tool -> tool.spec().name()).distinct().count();
        Require.that(
                names == all.size(),
                "two tools have the same name: "
                        + all.stream().map(tool -> tool.spec().name()).toList());
        return new ToolLoop(model, all, maxRounds, approval);
    }

    /** Returns a copy that lets the model call tools in at most that many rounds, 1 to 100. */
    public ToolLoop maxRounds(int most) {
        return new ToolLoop(model, tools, Require.range("rounds", most, 1, 100), approval);
    }

    /** Returns a copy that asks {@code other} before a changing tool runs. */
    public ToolLoop approval(ToolApproval other) {
        return new ToolLoop(model, tools, maxRounds, other);
    }

    /** Returns what the model is offered. */
    public List<ToolSpec> offered() {
        return tools.stream().map(Tool::spec).toList();
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return open(request).reply();
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return open(request).stream();
    }

    /**
     * Prepares a call whose whole dialogue with the tools can be read afterwards, as conversations need it.
     *
     * @throws GatorException with {@link CallError#UNSUPPORTED} if there are tools and the model cannot call any
     */
    public ToolRun open(ChatRequest request) {
        if (!tools.isEmpty() && !model.card().can(Capability.TOOLS)) {
            throw new GatorException(
                    CallError.UNSUPPORTED, model.card().id() + " cannot call tools; offered are " + tools.size());
        }
        return new ToolRun(model, new Rounds(request, tools, maxRounds, approval));
    }
}
