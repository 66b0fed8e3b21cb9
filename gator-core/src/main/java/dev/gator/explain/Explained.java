package dev.gator.explain;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import java.util.Iterator;

/**
 * A model whose replies carry their explanation: every decision, call, vote, cost and time below it.
 *
 * <pre>{@code
 * ChatReply reply = Explained.of(consensus).chat(request);
 * Files.writeString(Path.of("why.html"), HtmlPage.of(reply.explanation().orElseThrow()));
 * }</pre>
 */
public final class Explained implements ChatModel {

    private final ChatModel model;

    private Explained(ChatModel model) {
        this.model = model;
    }

    /** Returns the model with replies that explain themselves. */
    public static Explained of(ChatModel model) {
        return new Explained(model);
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        TraceRecorder recorder = TraceRecorder.create();
        Span span = open(request, recorder);
        try {
            ChatReply reply = model.chat(request.withContext(span.context()));
            span.end();
            return explained(reply, recorder);
        } catch (GatorException e) {
            throw span.failed(e);
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        TraceRecorder recorder = TraceRecorder.create();
        Span span = open(request, recorder);
        try {
            return new Recorded(model.stream(request.withContext(span.context())), span, recorder);
        } catch (GatorException e) {
            throw span.failed(e);
        }
    }

    private Span open(ChatRequest request, TraceRecorder recorder) {
        CallContext watched = request.context().withObserver(recorder);
        return watched.open(SpanKind.STEP, "answer");
    }

    private static ChatReply explained(ChatReply reply, TraceRecorder recorder) {
        return recorder.explanation()
                .map(why -> reply.toBuilder().explanation(why).build())
                .orElse(reply);
    }

    private record Recorded(ChatStream stream, Span span, TraceRecorder recorder) implements ChatStream {

        @Override
        public Iterator<ChatEvent> iterator() {
            return stream.iterator();
        }

        @Override
        public ChatReply reply() {
            try {
                ChatReply reply = stream.reply();
                span.end();
                return explained(reply, recorder);
            } catch (GatorException e) {
                throw span.failed(e);
            }
        }

        @Override
        public void close() {
            stream.close();
            span.end();
        }
    }
}
