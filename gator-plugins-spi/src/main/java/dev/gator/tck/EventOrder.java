package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that the parts of a stream begin, grow and end as the contract says. */
final class EventOrder {

    private final Map<Integer, Growing> open = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();

    private EventOrder() {}

    private record Growing(ChatEvent.PartStarted started, StringBuilder grown) {}

    static void check(List<ChatEvent> events) {
        EventOrder order = new EventOrder();
        events.forEach(order::accept);
        assertTrue(order.open.isEmpty(), "parts without an end: " + order.open.keySet());
    }

    private void accept(ChatEvent event) {
        if (event instanceof ChatEvent.PartStarted started) {
            assertFalse(open.containsKey(started.part()) || ended.contains(started.part()), "used twice: " + started);
            assertEquals(
                    started.kind() == PartKind.TOOL_CALL,
                    !started.callId().isEmpty(),
                    "a tool call, and nothing else, has an id: " + started);
            open.put(started.part(), new Growing(started, new StringBuilder()));
        } else if (event instanceof ChatEvent.TextDelta delta) {
            grow(delta.part(), PartKind.TEXT, delta.text());
        } else if (event instanceof ChatEvent.ReasoningDelta delta) {
            grow(delta.part(), PartKind.REASONING, delta.thought());
        } else if (event instanceof ChatEvent.ArgumentsDelta delta) {
            grow(delta.part(), PartKind.TOOL_CALL, delta.json());
        } else if (event instanceof ChatEvent.PartEnded end) {
            end(end);
        }
    }

    private void grow(int part, PartKind kind, String more) {
        Growing growing = begun(open.get(part), "a delta", part);
        assertEquals(kind, growing.started().kind(), "the kind of part " + part);
        growing.grown().append(more);
    }

    private void end(ChatEvent.PartEnded end) {
        Growing growing = begun(open.remove(end.part()), "an end", end.part());
        ChatEvent.PartStarted started = growing.started();
        ended.add(end.part());
        String all = growing.grown().toString();
        if (end.value() instanceof Part.Text text) {
            assertEquals(text.text(), all, "deltas of the text");
        } else if (end.value() instanceof Part.Reasoning thought) {
            assertEquals(thought.text(), all, "deltas of the thought");
        } else if (end.value() instanceof Part.ToolCall call) {
            assertEquals(call.arguments(), all.isEmpty() ? call.arguments() : all, "deltas of the arguments");
            assertEquals(started.callId(), call.id());
            assertEquals(started.toolName(), call.name());
        }
    }

    private static Growing begun(@Nullable Growing growing, String what, int part) {
        if (growing == null) {
            throw new AssertionError(what + " of part " + part + ", which has not begun or is over");
        }
        return growing;
    }
}
