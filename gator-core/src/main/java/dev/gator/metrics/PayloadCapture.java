package dev.gator.metrics;

import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells observers what was asked and answered, for debugging. Off unless an application puts it around a model; texts are
 * cut to a length and cleaned of what looks like a key, and of whatever else {@link #cleanedBy} removes.
 */
public final class PayloadCapture implements ChatModel {

    private static final Pattern KEY =
            Pattern.compile("\\b(?:sk|pk|key|api|xai|gsk|AIza)[-_]?[A-Za-z0-9_-]{16,}\\b|\\beyJ[A-Za-z0-9_.-]{20,}");

    private final ChatModel model;
    private final int longest;
    private final UnaryOperator<String> cleaner;

    private PayloadCapture(ChatModel model, int longest, UnaryOperator<String> cleaner) {
        this.model = model;
        this.longest = longest;
        this.cleaner = cleaner;
    }

    /** Returns the model with requests and replies told in up to that many characters each. */
    public static PayloadCapture of(ChatModel model, int longest) {
        return new PayloadCapture(
                model, Require.range("characters to capture", longest, 1, 1_000_000), UnaryOperator.identity());
    }

    /** Returns a copy that also cleans texts with {@code cleaner}, such as a redactor of personal data. */
    public PayloadCapture cleanedBy(UnaryOperator<String> also) {
        return new PayloadCapture(model, longest, text -> also.apply(cleaner.apply(text)));
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Span span = open(request);
        try {
            ChatReply reply = model.chat(request.withContext(span.context()));
            span.note("reply", () -> shown(reply.text())).end();
            return reply;
        } catch (GatorException e) {
            throw span.failed(e);
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        Span span = open(request);
        try {
            return model.stream(request.withContext(span.context()));
        } catch (GatorException e) {
            throw span.failed(e);
        } finally {
            span.end(); // a streamed answer is seen by its reader; capturing it here would hold it back
        }
    }

    private Span open(ChatRequest request) {
        Span span = request.context().open(SpanKind.STEP, "capture");
        return span.note(
                "request",
                () -> shown(
                        request.messages().stream().map(PayloadCapture::line).collect(Collectors.joining("\n"))));
    }

    private static String line(Message message) {
        return message.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + message.text();
    }

    private String shown(String text) {
        String clean = KEY.matcher(cleaner.apply(text)).replaceAll("***");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}
