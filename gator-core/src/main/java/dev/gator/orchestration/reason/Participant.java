package dev.gator.orchestration.reason;

import dev.gator.chat.ChatModel;
import dev.gator.error.Require;

/**
 * Somebody with a point of view.
 *
 * @param name what it is called
 * @param role what it is told about itself: its task, its point of view, its manner
 * @param model who speaks for it
 */
public record Participant(String name, String role, ChatModel model) {

    /** Checks the words. */
    public Participant {
        Require.text("name of a participant", name);
        Require.text("role of participant " + name, role);
    }

    /** Returns a participant. */
    public static Participant of(String name, String role, ChatModel model) {
        return new Participant(name, role, model);
    }
}
