package dev.gator.provider.chat;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import org.jspecify.annotations.Nullable;

/** A part of an answer that is being told: words, a thought, or a tool call. Made by {@link AnswerTeller}. */
public final class GrowingPart {

    private final PartKind kind;
    private final int part;
    private final String callId;
    private final String tool;
    private String first = "";
    private @Nullable StringBuilder more;

    GrowingPart(PartKind kind, int part, String callId, String tool) {
        this.kind = kind;
        this.part = part;
        this.callId = callId;
        this.tool = tool;
    }

    /** Returns what it is. */
    public PartKind kind() {
        return kind;
    }

    /** Adds a piece and returns the event that tells it. */
    public ChatEvent grow(String text) {
        StringBuilder all = more;
        if (all != null) {
            all.append(text);
        } else if (first.isEmpty()) {
            first = text;
        } else {
            more = new StringBuilder(Math.max(256, 2 * first.length()))
                    .append(first)
                    .append(text);
        }
        return switch (kind) {
            case TEXT -> new ChatEvent.TextDelta(part, text);
            case REASONING -> new ChatEvent.ReasoningDelta(part, text);
            case TOOL_CALL -> new ChatEvent.ArgumentsDelta(part, text);
            case AUDIO -> new ChatEvent.AudioDelta(part, text);
        };
    }

    ChatEvent begin() {
        return new ChatEvent.PartStarted(part, kind, callId, tool);
    }

    ChatEvent end(String signature) {
        String all = more == null ? first : more.toString();
        return new ChatEvent.PartEnded(
                part,
                switch (kind) {
                    case REASONING -> new Part.Reasoning(all, signature);
                    case TOOL_CALL -> new Part.ToolCall(callId, tool, all.isBlank() ? "{}" : all);
                    default -> Part.text(all);
                });
    }
}
