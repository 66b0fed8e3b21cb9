package dev.gator.provider.openai;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import org.jspecify.annotations.Nullable;

/** A part of an answer that is being told. */
final class Growing {

    private final PartKind kind;
    private final int part;
    private final String callId;
    private final String tool;
    private String first = "";
    private @Nullable StringBuilder more;

    private Growing(PartKind kind, int part, String callId, String tool) {
        this.kind = kind;
        this.part = part;
        this.callId = callId;
        this.tool = tool;
    }

    static Growing of(PartKind kind, int part) {
        return new Growing(kind, part, "", "");
    }

    static Growing call(int part, String callId, String tool) {
        return new Growing(PartKind.TOOL_CALL, part, callId, tool);
    }

    PartKind kind() {
        return kind;
    }

    String callId() {
        return callId;
    }

    ChatEvent begin() {
        return new ChatEvent.PartStarted(part, kind, callId, tool);
    }

    ChatEvent grow(String text) {
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
        return tell(text);
    }

    /** Returns the event without keeping the text. */
    ChatEvent tell(String text) {
        return switch (kind) {
            case TEXT -> new ChatEvent.TextDelta(part, text);
            case REASONING -> new ChatEvent.ReasoningDelta(part, text);
            case TOOL_CALL -> new ChatEvent.ArgumentsDelta(part, text);
            case AUDIO -> new ChatEvent.AudioDelta(part, text);
        };
    }

    ChatEvent end(Part value) {
        return new ChatEvent.PartEnded(part, value);
    }

    ChatEvent sealed(String signature) {
        return end(new Part.Reasoning(all(), signature));
    }

    private String all() {
        return more == null ? first : more.toString();
    }

    ChatEvent end() {
        String all = all();
        return end(
                switch (kind) {
                    case REASONING -> new Part.Reasoning(all, "");
                    case TOOL_CALL -> new Part.ToolCall(callId, tool, all.isBlank() ? "{}" : all);
                    default -> Part.text(all);
                });
    }
}
