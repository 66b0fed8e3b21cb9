package dev.gator.store;

import dev.gator.error.Require;
import java.util.UUID;

/**
 * The name of a conversation, chosen by whoever makes it, so that making it twice by mistake can be noticed.
 *
 * @param value 1 to 100 characters
 */
public record ConversationId(String value) {

    /** Checks the length. */
    public ConversationId {
        Require.length("conversation id", Require.text("conversation id", value), 1, 100);
    }

    /** Returns an id that nobody else has. */
    public static ConversationId random() {
        return new ConversationId(UUID.randomUUID().toString());
    }
}
