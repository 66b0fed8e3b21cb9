package dev.gator.offline;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.EventSource;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Tells a reply word by word. */
final class Telling implements EventSource {

    private final Queue<ChatEvent> events = new ArrayDeque<>();
    private final CallContext context;

    Telling(ChatReply reply, CallContext context) {
        this.context = context;
        events.add(new ChatEvent.Started(reply.id(), reply.model(), reply.warnings()));
        List<Part> parts = reply.message().parts();
        for (int i = 0; i < parts.size(); i++) {
            add(i, parts.get(i));
        }
        events.add(new ChatEvent.Finished(reply.finish(), reply.usage(), reply.cost()));
    }

    @Override
    public @Nullable ChatEvent next() {
        context.check();
        return events.poll();
    }

    @Override
    public void close() {
        // nothing runs between two events
    }

    private void add(int index, Part part) {
        if (part instanceof Part.ToolCall call) {
            events.add(new ChatEvent.PartStarted(index, PartKind.TOOL_CALL, call.id(), call.name()));
            pieces(call.arguments(), "(?<=,)").forEach(piece -> events.add(new ChatEvent.ArgumentsDelta(index, piece)));
        } else {
            events.add(ChatEvent.PartStarted.of(index, PartKind.TEXT));
            pieces(part.visibleText(), "(?<= )").forEach(piece -> events.add(new ChatEvent.TextDelta(index, piece)));
        }
        events.add(new ChatEvent.PartEnded(index, part));
    }

    private static List<String> pieces(String text, String boundary) {
        return List.of(text.split(boundary));
    }
}
