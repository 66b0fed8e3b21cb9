package dev.gator.chat;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a streamed answer.
 *
 * <p>Order: {@link Disclosed} first where a persona speaks, then {@link Started}, then for each part
 * {@link PartStarted}, its deltas and {@link PartEnded}; parts may interleave; {@link Finished} last. {@link Progress}
 * may come anywhere before the end.
 */
public sealed interface ChatEvent {

    /** Returns the words to show for this event: those of a text delta, otherwise none. */
    default String text() {
        return "";
    }

    /**
     * A persona says that it is an AI. Applications show this; it cannot be switched off.
     *
     * @param persona who speaks
     * @param notice what to show
     */
    record Disclosed(String persona, String notice) implements ChatEvent {}

    /**
     * The model begins to answer.
     *
     * @param replyId the provider's id of the answer, or an empty text
     * @param model who answers
     * @param warnings the settings that the model ignores
     */
    record Started(String replyId, String model, List<Warning> warnings) implements ChatEvent {}

    /**
     * A strategy tells how far it is; never part of the answer.
     *
     * @param stage which step, such as {@code round 2}
     * @param detail what happened there
     */
    record Progress(String stage, String detail) implements ChatEvent {}

    /**
     * A part begins.
     *
     * @param part its number within the answer, from 0
     * @param kind what it will be
     * @param callId the id of a tool call, otherwise an empty text
     * @param toolName the tool of a tool call, otherwise an empty text
     */
    record PartStarted(int part, PartKind kind, String callId, String toolName) implements ChatEvent {

        /** Returns the beginning of a part that is no tool call. */
        public static PartStarted of(int part, PartKind kind) {
            return new PartStarted(part, kind, "", "");
        }
    }

    /**
     * More words.
     *
     * @param part which part
     * @param text the words
     */
    record TextDelta(int part, String text) implements ChatEvent {}

    /**
     * More thoughts.
     *
     * @param part which part
     * @param thought the thoughts
     */
    record ReasoningDelta(int part, String thought) implements ChatEvent {}

    /**
     * More of a tool call's arguments.
     *
     * @param part which part
     * @param json a fragment of JSON
     */
    record ArgumentsDelta(int part, String json) implements ChatEvent {}

    /**
     * More sound.
     *
     * @param part which part
     * @param base64 encoded bytes
     */
    record AudioDelta(int part, String base64) implements ChatEvent {}

    /**
     * A part is complete.
     *
     * @param part its number
     * @param value all of it
     */
    record PartEnded(int part, Part value) implements ChatEvent {}

    /**
     * The answer is complete. Without this event a stream has failed.
     *
     * @param finish why the model stopped
     * @param usage the tokens consumed
     * @param cost what that costs, if the price is known
     */
    record Finished(FinishReason finish, Usage usage, Optional<Money> cost) implements ChatEvent {}
}
