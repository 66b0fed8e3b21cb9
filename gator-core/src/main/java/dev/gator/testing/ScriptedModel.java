package dev.gator.testing;

import dev.gator.call.CallContext;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.TokenCounter;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model that says what the test wrote for it, one line for each call, and remembers what it was asked. Streams word by
 * word, counts tokens, honours deadline and cancellation. Thread-safe; the methods that extend the script return this
 * model.
 *
 * <pre>{@code
 * ScriptedModel model = ScriptedModel.create().fail(ProviderError.OVERLOADED).reply("Hello").otherwise(r -> "again");
 * }</pre>
 */
public final class ScriptedModel implements ChatModel {

    private final Monitor monitor = new Monitor();
    private final Queue<Line> script = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile ModelCard card;
    private volatile Pace pace = Pace.AT_ONCE;
    private @Nullable Line otherwise;

    private ScriptedModel(ModelCard card) {
        this.card = card;
    }

    /** Returns a model {@code scripted:model} that can do everything, is free, and has an empty script. */
    public static ScriptedModel create() {
        return named("scripted:model");
    }

    /** Returns a model of that id that can do everything, is free, and has an empty script. */
    public static ScriptedModel named(String id) {
        return new ScriptedModel(ModelCard.of(id)
                .can(Capability.values())
                .contextWindow(128_000)
                .maxOutput(16_000)
                .pricing(Pricing.free())
                .build());
    }

    /** Returns a model that gives these answers, in order. */
    public static ScriptedModel replying(String... answers) {
        ScriptedModel model = create();
        List.of(answers).forEach(model::reply);
        return model;
    }

    /** Returns a model that computes every answer. */
    public static ScriptedModel answering(Function<ChatRequest, String> answer) {
        return create().otherwise(answer);
    }

    /** Declares what the model is and can do. */
    public ScriptedModel card(ModelCard other) {
        this.card = other;
        return this;
    }

    /** Next, the model says this. */
    public ScriptedModel reply(String text) {
        return add(Line.of(request -> spoken(request, text)));
    }

    /** Next, the model gives exactly this reply. */
    public ScriptedModel reply(ChatReply reply) {
        return add(Line.of(request -> reply));
    }

    /** Next, the model computes its reply. */
    public ScriptedModel replyWith(Function<ChatRequest, ChatReply> answer) {
        return add(Line.of(answer));
    }

    /** Next, the model calls a tool with these arguments, JSON or not. */
    public ScriptedModel callTool(String tool, String arguments) {
        return callTools(new Part.ToolCall("call-" + ids.incrementAndGet(), tool, arguments));
    }

    /** Next, the model calls several tools at once. */
    public ScriptedModel callTools(Part.ToolCall... calls) {
        List<Part.ToolCall> all = List.of(calls);
        return add(Line.of(request -> calling(request, all)));
    }

    /** Next, the model fails. */
    public ScriptedModel fail(ErrorCode code) {
        return fail(new GatorException(code, "the script says so"));
    }

    /** Next, the model fails with exactly this. */
    public ScriptedModel fail(GatorException error) {
        return add(Line.failing(error));
    }

    /** Next, the model begins to say this and fails after some words; unstreamed, it just fails. */
    public ScriptedModel failAfter(int words, String text, ErrorCode code) {
        return add(new Line(request -> spoken(request, text), words, code));
    }

    /** Whenever the script has no more lines, the model says this. */
    public ScriptedModel otherwise(Function<ChatRequest, String> answer) {
        return otherwiseWith(request -> spoken(request, answer.apply(request)));
    }

    /** Whenever the script has no more lines, the model gives this reply. */
    public ScriptedModel otherwiseWith(Function<ChatRequest, ChatReply> answer) {
        monitor.change(() -> otherwise = Line.of(answer));
        return this;
    }

    /** From now on the model takes that long, on the clock of the call, before it answers. */
    public ScriptedModel taking(Duration time) {
        this.pace = new Pace(time, pace.beforeWord(), pace.gate());
        return this;
    }

    /** From now on the model takes that long, on the clock of the call, for each streamed word. */
    public ScriptedModel takingPerWord(Duration time) {
        this.pace = new Pace(pace.beforeAnswer(), time, pace.gate());
        return this;
    }

    /** From now on the model waits at this gate before it answers. */
    public ScriptedModel behind(Gate gate) {
        this.pace = new Pace(pace.beforeAnswer(), pace.beforeWord(), gate);
        return this;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Line line = take(request);
        ChatReply reply = perform(line, request, request.context());
        line.breakAfter(line.words());
        return reply;
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        Line line = take(request);
        CallContext context = request.context();
        return ChatStream.over(new WordSource(line, pace, context, inner -> perform(line, request, inner)), context);
    }

    /** Returns what was asked so far, oldest first. */
    public List<ChatRequest> requests() {
        List<ChatRequest> copy = new ArrayList<>();
        monitor.change(() -> copy.addAll(requests));
        return List.copyOf(copy);
    }

    /** Returns how often the model was asked. */
    public int calls() {
        return requests().size();
    }

    /** Returns what was asked last; refuses if nothing was. */
    public ChatRequest lastRequest() {
        List<ChatRequest> all = requests();
        if (all.isEmpty()) {
            throw new GatorException(TestingError.WAITED_IN_VAIN, card.id() + " was never asked");
        }
        return all.get(all.size() - 1);
    }

    /** Waits, for ten seconds at most, until the model was asked that often. */
    public void awaitCalls(int count) {
        monitor.awaitPatiently(count + " calls of " + card.id(), () -> requests.size() >= count);
    }

    private ScriptedModel add(Line line) {
        monitor.change(() -> script.add(line));
        return this;
    }

    private Line take(ChatRequest request) {
        List<Line> taken = new ArrayList<>();
        monitor.change(() -> {
            requests.add(request);
            Line line = script.isEmpty() ? otherwise : script.remove();
            taken.add(line == null ? exhausted(requests.size()) : line);
        });
        return taken.get(0);
    }

    private Line exhausted(int calls) {
        return Line.failing(
                new GatorException(TestingError.SCRIPT_EXHAUSTED, card.id() + " has no line for call " + calls));
    }

    private ChatReply perform(Line line, ChatRequest request, CallContext context) {
        pace.beforeAnswer(context);
        return line.answer().apply(request);
    }

    private ChatReply spoken(ChatRequest request, String text) {
        return reply(request, List.of(Part.text(text)), FinishReason.STOP);
    }

    private ChatReply calling(ChatRequest request, List<Part.ToolCall> calls) {
        return reply(request, calls, FinishReason.TOOL_CALLS);
    }

    private ChatReply reply(ChatRequest request, List<? extends Part> parts, FinishReason finish) {
        TokenCounter counter = TokenCounter.estimate();
        int output = parts.stream().mapToInt(counter::count).sum();
        Usage usage = Usage.reported(counter.count(request), output);
        return ChatReply.from(card.id())
                .id("reply-" + ids.incrementAndGet())
                .parts(parts)
                .finish(finish)
                .usage(usage)
                .cost(card.cost(usage))
                .build();
    }
}
