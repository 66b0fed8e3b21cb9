package dev.gator.tools;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Span;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.Violation;
import dev.gator.observe.SpanKind;
import dev.gator.tool.Tool;
import dev.gator.tool.ToolEffect;
import dev.gator.tool.ToolError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the calls of one round side by side and turns whatever happens into outcomes; only cancellation gets through. */
final class ToolCaller {

    private final Map<String, Tool> tools;
    private final ToolApproval approval;
    private boolean untrusted;

    ToolCaller(List<Tool> tools, ToolApproval approval, List<Message> messages) {
        this.tools = tools.stream().collect(Collectors.toMap(tool -> tool.spec().name(), Function.identity()));
        this.approval = approval;
        this.untrusted = messages.stream()
                .flatMap(message -> message.parts().stream())
                .anyMatch(part ->
                        part instanceof Part.ToolResult || (part instanceof Part.Text text && text.untrusted()));
    }

    List<ToolOutcome> run(List<Part.ToolCall> calls, CallContext context) {
        boolean tainted = untrusted;
        List<CompletableFuture<ToolOutcome>> running =
                calls.stream().map(call -> start(call, context, tainted)).toList();
        untrusted = true;
        return running.stream().map(future -> await(future, context)).toList();
    }

    private CompletableFuture<ToolOutcome> start(Part.ToolCall call, CallContext context, boolean tainted) {
        Tool tool = tools.get(call.name());
        if (tool == null) {
            String why = "there is no tool '" + call.name() + "'; there are "
                    + tools.keySet().stream().sorted().toList();
            return CompletableFuture.completedFuture(ToolOutcome.failed(call, ToolError.UNKNOWN_TOOL, why));
        }
        Json arguments;
        try {
            arguments = arguments(call, tool);
        } catch (GatorException e) {
            return CompletableFuture.completedFuture(ToolOutcome.failed(call, ToolError.BAD_ARGUMENTS, e.detail()));
        }
        Span span = context.open(SpanKind.TOOL, call.name());
        if (!allowed(tool, arguments, span.context(), tainted)) {
            span.failed(new GatorException(ToolError.NOT_APPROVED, "tool " + call.name() + " was not approved"));
            return CompletableFuture.completedFuture(
                    ToolOutcome.failed(call, ToolError.NOT_APPROVED, "the application did not approve this call"));
        }
        return launch(call, tool, arguments, span);
    }

    private static Json arguments(Part.ToolCall call, Tool tool) {
        Json arguments = call.arguments().isBlank() ? JsonObject.empty() : Json.parse(call.arguments());
        List<Violation> violations = tool.spec().parameters().validate(arguments);
        if (!violations.isEmpty()) {
            String told = violations.stream().limit(10).map(Violation::toString).collect(Collectors.joining("; "));
            throw new GatorException(ToolError.BAD_ARGUMENTS, "the arguments do not fit: " + told);
        }
        return arguments;
    }

    private boolean allowed(Tool tool, Json arguments, CallContext context, boolean tainted) {
        return tool.spec().effect() == ToolEffect.READS
                || approval.approve(new PendingCall(tool.spec(), arguments, tainted), context);
    }

    private static CompletableFuture<ToolOutcome> launch(Part.ToolCall call, Tool tool, Json arguments, Span span) {
        CallContext outer = span.context();
        Cancellation.Child stop = outer.cancellation().child();
        CallContext inner = outer.withCancellation(stop.cancellation())
                .withTimeout(tool.spec().timeout());
        CompletableFuture<ToolOutcome> outcome = new CompletableFuture<>();
        outer.workers().execute(() -> outcome.complete(call(call, tool, arguments, inner)));
        // a tool that ignores its context must not hold up the call; somebody else watches the clock
        outer.workers().execute(() -> watch(call, tool, stop.cancellation(), outer, outcome));
        return outcome.whenComplete((done, error) -> {
            stop.cancellation().cancel();
            stop.close();
            end(span, done);
        });
    }

    private static ToolOutcome call(Part.ToolCall call, Tool tool, Json arguments, CallContext context) {
        try {
            return ToolOutcome.done(call, tool.call(arguments, context));
        } catch (GatorException e) {
            ToolError reason = e.code() instanceof ToolError known ? known : ToolError.TOOL_FAILED;
            return ToolOutcome.failed(call, reason, e.code().id() + " " + e.detail());
        } catch (RuntimeException | StackOverflowError e) {
            // the message of a stranger's exception may hold a password or a path; its type is enough for the model
            return ToolOutcome.failed(
                    call,
                    ToolError.TOOL_FAILED,
                    "the tool failed with " + e.getClass().getSimpleName());
        }
    }

    private static void watch(
            Part.ToolCall call,
            Tool tool,
            Cancellation stop,
            CallContext context,
            CompletableFuture<ToolOutcome> outcome) {
        try {
            context.time().sleep(tool.spec().timeout(), stop);
            String why = "the tool gave no answer within " + tool.spec().timeout();
            outcome.complete(ToolOutcome.failed(call, ToolError.TOOL_TIMED_OUT, why));
        } catch (GatorException e) {
            outcome.complete(ToolOutcome.failed(call, ToolError.TOOL_FAILED, "the call was cancelled"));
        }
    }

    private static void end(Span span, ToolOutcome done) {
        ToolError reason = done.reason();
        if (reason == null) {
            span.end();
        } else {
            span.failed(new GatorException(reason, "tool " + done.result().name()));
        }
    }

    private static ToolOutcome await(CompletableFuture<ToolOutcome> future, CallContext context) {
        try {
            ToolOutcome outcome = future.get();
            context.check();
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatorException(CallError.INTERRUPTED, "interrupted while a tool ran", e);
        } catch (ExecutionException e) {
            throw new GatorException(ToolError.TOOL_FAILED, "a tool call could not be run", e.getCause());
        }
    }
}
