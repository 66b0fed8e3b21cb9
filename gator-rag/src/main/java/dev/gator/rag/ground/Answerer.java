package dev.gator.rag.ground;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import dev.gator.rag.retrieve.Evidence;
import dev.gator.rag.retrieve.Retrieved;
import dev.gator.rag.retrieve.Retriever;
import dev.gator.tool.Tool;
import dev.gator.tools.ToolLoop;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from evidence: finds it, lets a model write from it, ties every sentence to the words of a source or
 * flags it, and says that it does not know where the evidence is thin. If the model is the {@code offline} one, the best
 * sentences of the evidence are the answer. Immutable and thread-safe.
 *
 * <p>Evidence reaches the model as untrusted text. No tools are offered unless {@link #withTools} hands some in, and those
 * that change something are refused while evidence is part of the request, whatever it says. The model should come from a
 * {@link dev.gator.Gator}, whose door puts a fence around untrusted text.
 */
public final class Answerer {

    private static final String OFFLINE = "offline";

    private final ChatModel model;
    private final Retriever retriever;
    private final AnswerSettings settings;

    private Answerer(ChatModel model, Retriever retriever, AnswerSettings settings) {
        this.model = model;
        this.retriever = retriever;
        this.settings = settings;
    }

    /** Returns what answers with up to eight pieces of evidence that score at least 0.05. */
    public static Answerer of(ChatModel model, Retriever retriever) {
        return new Answerer(model, retriever, new AnswerSettings());
    }

    /** Returns a copy that looks only at evidence which scores that much, 0 to 1. */
    public Answerer withThreshold(double least) {
        Require.range("threshold", least, 0.0, 1.0);
        return changed(copy -> copy.threshold = least);
    }

    /** Returns a copy that looks at no more pieces of evidence than that, 1 to 50. */
    public Answerer withEvidence(int most) {
        Require.range("pieces of evidence", most, 1, 50);
        return changed(copy -> copy.most = most);
    }

    /** Returns a copy whose model is also told this, such as how to write; an answer does not repeat it. */
    public Answerer withInstructions(String words) {
        return changed(copy -> copy.instructions = words);
    }

    /** Returns a copy whose model may call these tools; those that change something are refused, see the class. */
    public Answerer withTools(Tool... tools) {
        return changed(copy -> copy.tools = List.of(tools));
    }

    /** Returns a copy that also recognises a claim in other words, by comparing meanings. */
    public Answerer withMeaning(EmbeddingModel embeddings) {
        return changed(copy -> copy.meaning = embeddings);
    }

    /** Returns a copy in which that model also looks for contradictions that no rule sees, with one more call. */
    public Answerer withJudge(ChatModel other) {
        return changed(copy -> copy.judge = other);
    }

    private Answerer changed(Consumer<AnswerSettings> change) {
        AnswerSettings copy = settings.copy();
        change.accept(copy);
        return new Answerer(model, retriever, copy);
    }

    /**
     * Answers a question.
     *
     * @throws dev.gator.error.GatorException whatever retriever or model throw
     */
    public GroundedAnswer ask(String question, CallContext context) {
        return ask(question, context, words -> {});
    }

    /**
     * Answers a question and hands out the words as they are written, marks included, on the calling thread. They are not
     * verified yet: the answer that is returned is.
     *
     * @throws dev.gator.error.GatorException whatever retriever or model throw
     */
    public GroundedAnswer ask(String question, CallContext context, Consumer<String> words) {
        Require.text("question", question);
        Span span = context.open(SpanKind.STEP, "grounded answer");
        try {
            GroundedAnswer answer = answer(question, span, words);
            span.note("grounding", () -> answer.grounding().name().toLowerCase(Locale.ROOT));
            span.note("confidence", () -> answer.confidence().toString());
            span.end();
            return answer;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    /**
     * Returns the answerer as a model, for conversations and strategies. It answers the last thing that a user said, as if
     * nothing had been said before, with numbered quotations under the answer; system messages are its instructions. It
     * streams only what is verified, and it offers no tools but those of {@link #withTools}.
     */
    public ChatModel asModel() {
        return new GroundedModel(model.card(), this);
    }

    private GroundedAnswer answer(String question, Span span, Consumer<String> words) {
        CallContext context = span.context();
        Retrieved retrieved = retriever.retrieve(question, context);
        List<Evidence> found = retrieved.evidence();
        List<Evidence> enough = found.stream()
                .filter(evidence -> evidence.score() >= settings.threshold)
                .limit(settings.most)
                .toList();
        span.note("evidence", () -> enough.size() + " of " + found.size());
        Assembly assembly =
                new Assembly(question, new Retrieved(enough, retrieved.trace()), likeness(context), judge(context));
        if (enough.isEmpty()) {
            return assembly.unknown(Assembly.unasked(model.card().id(), ""), thin(found));
        }
        return model.card().id().equals(OFFLINE) ? extracted(assembly, words) : written(assembly, context, words);
    }

    private static GroundedAnswer extracted(Assembly assembly, Consumer<String> words) {
        String text = assembly.extract().orElse("");
        if (text.isEmpty()) {
            return assembly.unknown(Assembly.unasked(OFFLINE, ""), "no sentence of the evidence answers the question");
        }
        words.accept(text);
        return assembly.of(Assembly.unasked(OFFLINE, text), Discretion.about("", ""));
    }

    private GroundedAnswer written(Assembly assembly, CallContext context, Consumer<String> words) {
        ChatRequest request = AnswerPrompt.of(assembly.question(), settings.instructions, assembly.sources(), context);
        ChatModel writer =
                settings.tools.isEmpty() ? model : ToolLoop.around(model).with(settings.tools);
        try (ChatStream stream = writer.stream(request)) {
            ChatReply reply = stream.forEachText(words);
            if (AnswerPrompt.isNoAnswer(reply.text())) {
                return assembly.unknown(reply, "the model found no answer in the evidence");
            }
            return assembly.of(reply, Discretion.about(settings.instructions, assembly.known()));
        }
    }

    private Likeness likeness(CallContext context) {
        EmbeddingModel meaning = settings.meaning;
        return meaning == null ? Likeness.none() : Likeness.by(meaning, context);
    }

    private @Nullable Judge judge(CallContext context) {
        ChatModel judge = settings.judge;
        return judge == null ? null : new Judge(judge, context);
    }

    private String thin(List<Evidence> found) {
        double best = found.stream().mapToDouble(Evidence::score).max().orElse(0);
        return found.isEmpty()
                ? "no evidence was found"
                : String.format(Locale.ROOT, "the best evidence scores %.2f, needed is %.2f", best, settings.threshold);
    }
}
