package dev.gator.store;

import dev.gator.error.Require;
import java.util.UUID;

/**
 * The name of a node, chosen by whoever makes it, so that making it twice by mistake can be noticed.
 *
 * @param value 1 to 100 characters
 */
public record NodeId(String value) {

    /** Checks the length. */
    public NodeId {
        Require.length("node id", Require.text("node id", value), 1, 100);
    }

    /** Returns an id that nobody else has. */
    public static NodeId random() {
        return new NodeId(UUID.randomUUID().toString());
    }
}
