package dev.gator.tools;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ToolChoice;
import dev.gator.error.GatorException;
import dev.gator.tool.Tool;
import dev.gator.tool.ToolError;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a call with tools is: what was said, what it cost, what comes next. Not thread-safe. */
final class Rounds {

    private static final int HOPELESS = 3;
    private static final String GAP = "\n\n";

    private final ToolCaller caller;
    private final List<String> foreign;
    private final int most;
    private final List<Message> added = new ArrayList<>();
    private final List<Part> shown = new ArrayList<>();
    private ChatRequest next;
    private Usage usage = Usage.NONE;
    private Optional<Money> cost = Optional.of(Money.ZERO);
    private int round;
    private int failures;
    private @Nullable ChatReply last;

    Rounds(ChatRequest request, List<Tool> tools, int most, ToolApproval approval) {
        List<ToolSpec> offered = new ArrayList<>(request.tools());
        List<String> own = tools.stream().map(tool -> tool.spec().name()).toList();
        offered.removeIf(spec -> own.contains(spec.name()));
        this.foreign = offered.stream().map(ToolSpec::name).toList();
        this.next = tools.isEmpty()
                ? request
                : request.toBuilder().tools(missing(request, tools)).build();
        this.most = most;
        this.caller = new ToolCaller(tools, approval, request.messages());
    }

    ChatRequest next() {
        return next;
    }

    CallContext context() {
        return next.context();
    }

    void within(CallContext context) {
        next = next.withContext(context);
    }

    List<Message> added() {
        return List.copyOf(added);
    }

    /** Takes in what the model said; returns whether that is the answer. */
    boolean accept(ChatReply reply) {
        round++;
        usage = round == 1 ? reply.usage() : usage.plus(reply.usage());
        cost = round == 1 ? reply.cost() : cost.flatMap(sum -> reply.cost().map(sum::plus));
        added.add(reply.message());
        last = reply;
        List<Part.ToolCall> calls = reply.toolCalls();
        boolean answered = calls.isEmpty() || calls.stream().anyMatch(call -> foreign.contains(call.name()));
        String gap = gapBefore(reply);
        for (Part part : reply.message().parts()) {
            if (!(part instanceof Part.ToolCall)) {
                shown.add(
                        part instanceof Part.Text text && !gap.isEmpty()
                                ? new Part.Text(gap + text.text(), false)
                                : part);
                gap = part instanceof Part.Text ? "" : gap;
            }
        }
        if (answered) {
            shown.addAll(calls);
        } else if (round > most) {
            throw new GatorException(
                    ToolError.TOO_MANY_ROUNDS,
                    "the model still calls " + names(calls) + " after " + most + " rounds of tools");
        }
        return answered;
    }

    /** Returns what separates the words of this round from earlier ones. */
    String gap() {
        boolean spoken = shown.stream()
                .anyMatch(part -> part instanceof Part.Text text && !text.text().isBlank());
        return spoken ? GAP : "";
    }

    /** Runs what the model asked for and prepares the next request. */
    void runTools() {
        List<Part.ToolCall> calls = calls();
        List<ToolOutcome> outcomes = caller.run(calls, next.context());
        failures = outcomes.stream().allMatch(ToolOutcome::failed) ? failures + 1 : 0;
        if (failures >= HOPELESS) {
            throw outcomes.get(0).error(failures);
        }
        Message results =
                Message.toolResults(outcomes.stream().map(ToolOutcome::result).toList());
        added.add(results);
        List<Message> all = new ArrayList<>(next.messages());
        all.add(added.get(added.size() - 2));
        all.add(results);
        // a demand for a tool holds for the first round; for ever, it would never let the model answer
        boolean demanded = !(next.toolChoice() instanceof ToolChoice.None);
        ChatRequest following = next.withMessages(all);
        next = demanded ? following.toBuilder().toolChoice(ToolChoice.auto()).build() : following;
    }

    List<Part.ToolCall> calls() {
        return last == null ? List.of() : last.toolCalls();
    }

    ChatReply reply() {
        ChatReply answer = last;
        if (answer == null) {
            throw new GatorException(ToolError.TOOL_FAILED, "the model was not asked");
        }
        return answer.toBuilder().parts(shown).usage(usage).cost(cost).build();
    }

    static String names(List<Part.ToolCall> calls) {
        return calls.stream().map(Part.ToolCall::name).distinct().collect(Collectors.joining(", "));
    }

    private String gapBefore(ChatReply reply) {
        return reply.text().isEmpty() ? "" : gap();
    }

    private static List<ToolSpec> missing(ChatRequest request, List<Tool> tools) {
        List<String> there = request.tools().stream().map(ToolSpec::name).toList();
        return tools.stream()
                .map(Tool::spec)
                .filter(spec -> !there.contains(spec.name()))
                .toList();
    }
}
