package dev.gator.orchestration.reason;

import dev.gator.call.Span;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import dev.gator.tool.Tool;
import dev.gator.tools.ToolApproval;
import dev.gator.tools.ToolLoop;
import dev.gator.tools.ToolRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Thinks, acts and observes in turn until it knows the answer, within a number of steps. A model that can call tools calls
 * them; any other writes its actions down in a fixed form. Either way the tools run under the same checks, time limits and
 * approval. Thread-safe.
 */
public final class ReAct implements ChatModel {

    private static final String THINK =
            """
            Before each use of a tool, say in one sentence what you want to find out. Use what the tools tell you; when it
            does not help, try another way. Answer as soon as you know enough, and only what the tools or the request bear
            out.
            """;

    private final ToolLoop loop;

    private ReAct(ToolLoop loop) {
        this.loop = loop;
    }

    /** Returns a model that works with tools, in 8 steps at most. */
    public static ReAct of(ChatModel model, Tool... tools) {
        ChatModel able = model.card().can(Capability.TOOLS) ? model : TextTools.over(model);
        return new ReAct(ToolLoop.around(able).with(tools).maxRounds(8));
    }

    /** Returns the same, in at most that many steps, 1 to 100. */
    public ReAct steps(int most) {
        return new ReAct(loop.maxRounds(most));
    }

    /** Returns the same, asking before a tool runs that changes something. */
    public ReAct approval(ToolApproval approval) {
        return new ReAct(loop.approval(approval));
    }

    /**
     * Works on the request and returns every step.
     *
     * @throws GatorException with {@link dev.gator.tool.ToolError#TOO_MANY_ROUNDS} if it still acts after the last step
     */
    public Trajectory solve(ChatRequest request) {
        Span span = request.context().open(SpanKind.STRATEGY, "react");
        try {
            ToolRun run = loop.open(thinking(request.withContext(span.context())));
            ChatReply answer = run.reply();
            Trajectory trajectory = Trajectory.of(run.messages(), answer);
            span.note("steps", () -> Integer.toString(trajectory.steps().size()));
            span.end();
            return trajectory;
        } catch (GatorException e) {
            throw span.failed(e);
        }
    }

    @Override
    public ModelCard card() {
        return loop.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return solve(request).answer();
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        return loop.stream(thinking(request));
    }

    private static ChatRequest thinking(ChatRequest request) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.system(THINK));
        messages.addAll(request.messages());
        return request.withMessages(messages);
    }
}
