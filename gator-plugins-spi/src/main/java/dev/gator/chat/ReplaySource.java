package dev.gator.chat;

import dev.gator.content.Attachment;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Tells a finished reply as if it were being made. */
final class ReplaySource implements EventSource {

    private final Queue<ChatEvent> events = new ArrayDeque<>();

    ReplaySource(ChatReply reply) {
        events.add(new ChatEvent.Started(reply.id(), reply.model(), reply.warnings()));
        List<Part> parts = reply.message().parts();
        for (int i = 0; i < parts.size(); i++) {
            tell(i, parts.get(i));
        }
        events.add(new ChatEvent.Finished(reply.finish(), reply.usage(), reply.cost()));
    }

    @Override
    public @Nullable ChatEvent next() {
        return events.poll();
    }

    @Override
    public void close() {}

    private void tell(int index, Part part) {
        if (part instanceof Part.Text text) {
            events.add(ChatEvent.PartStarted.of(index, PartKind.TEXT));
            events.add(new ChatEvent.TextDelta(index, text.text()));
        } else if (part instanceof Part.Reasoning thought) {
            events.add(ChatEvent.PartStarted.of(index, PartKind.REASONING));
            events.add(new ChatEvent.ReasoningDelta(index, thought.text()));
        } else if (part instanceof Part.ToolCall call) {
            events.add(new ChatEvent.PartStarted(index, PartKind.TOOL_CALL, call.id(), call.name()));
            events.add(new ChatEvent.ArgumentsDelta(index, call.arguments()));
        } else if (part instanceof Part.File file) {
            events.add(ChatEvent.PartStarted.of(index, PartKind.AUDIO));
            if (file.attachment() instanceof Attachment.Bytes sound) {
                events.add(new ChatEvent.AudioDelta(index, sound.base64()));
            }
        }
        events.add(new ChatEvent.PartEnded(index, part));
    }
}
