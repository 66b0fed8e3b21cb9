package dev.gator.orchestration.engine;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.json.JsonSchema;
import dev.gator.observe.SpanKind;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One run of a strategy: what was asked, and the way to ask others. All calls share the caller's deadline, cancellation
 * and budget, are added to one bill, and appear in the trace as steps. Thread-safe.
 */
public final class Run {

    private final ChatRequest request;
    private final Span span;
    private final Bill bill;
    private final Consumer<ChatEvent.Progress> audience;

    Run(ChatRequest request, Span span, Bill bill, Consumer<ChatEvent.Progress> audience) {
        this.request = request;
        this.span = span;
        this.bill = bill;
        this.audience = audience;
    }

    /** Returns what was asked, in the context of this run. */
    public ChatRequest request() {
        return request;
    }

    /** Returns deadline, cancellation, budget and observers of this run. */
    public CallContext context() {
        return request.context();
    }

    /** Tells readers of a stream how far the run is, and observers the same. Never the words of a prompt or a reply. */
    public void progress(String stage, String detail) {
        audience.accept(new ChatEvent.Progress(stage, detail));
        note(stage, detail);
    }

    /** Tells observers a fact. */
    public void note(String name, String value) {
        span.note(name, value);
    }

    /** Asks a model and waits. The request is put into the context of this run. */
    public ChatReply ask(String role, ChatModel model, ChatRequest question) {
        return stepwise(role, model, question, ChatModel::chat);
    }

    /**
     * Asks a model for a record and lets it repair an answer that does not fit, twice at most.
     *
     * @throws GatorException with {@link dev.gator.prompt.PromptError#NOT_REPAIRED} if it never fits
     */
    public <T> T ask(String role, ChatModel model, ChatRequest question, Class<T> type) {
        return ask(role, model, question, type, JsonSchema.of(type));
    }

    /** Asks a model for a record with a schema that is narrower than the record's own. */
    <T> T ask(String role, ChatModel model, ChatRequest question, Class<T> type, JsonSchema schema) {
        Asking<T> asking = new Asking<>(type, schema);
        stepwise(role, model, question, asking);
        return asking.value();
    }

    private ChatReply stepwise(
            String role, ChatModel model, ChatRequest question, BiFunction<ChatModel, ChatRequest, ChatReply> way) {
        context().check();
        Span step = context().open(SpanKind.STEP, role + " " + model.card().id());
        try {
            ChatReply reply = way.apply(model, question.withContext(step.context()));
            add(reply.usage(), reply.cost());
            step.note("tokens", () -> Long.toString(reply.usage().total()));
            step.note("cost", () -> reply.cost().map(Money::toString).orElse("unknown"));
            step.end();
            return reply;
        } catch (RuntimeException e) {
            throw step.failed(Defects.asGator(e));
        }
    }

    /** Adds to the bill what was consumed outside {@link #ask}, such as embeddings. */
    public void add(Usage usage, Optional<Money> cost) {
        bill.add(usage, cost);
    }

    /** Starts all tasks at once; close the result to cancel those that are still at work. */
    public <T> Parallel<T> start(List<Function<Run, T>> tasks) {
        return Parallel.start(this, tasks);
    }

    /** Does all tasks at once and returns their results in order; the first failure cancels the rest and is thrown. */
    public <T> List<T> all(List<Function<Run, T>> tasks) {
        try (Parallel<T> parallel = start(tasks)) {
            return parallel.all();
        }
    }

    /** Does all tasks at once and returns how each of them ended, in order. */
    public <T> List<Done<T>> settled(List<Function<Run, T>> tasks) {
        try (Parallel<T> parallel = start(tasks)) {
            return parallel.settled();
        }
    }

    /** Does work inside a step of the trace. */
    public <T> T step(String name, Function<Run, T> work) {
        Span step = context().open(SpanKind.STEP, name);
        try {
            T result = work.apply(new Run(request.withContext(step.context()), step, bill, audience));
            step.end();
            return result;
        } catch (RuntimeException e) {
            throw step.failed(Defects.asGator(e));
        }
    }

    /** Returns the same run with another context. */
    Run in(CallContext other) {
        return new Run(request.withContext(other), span, bill, audience);
    }

    Bill bill() {
        return bill;
    }
}
