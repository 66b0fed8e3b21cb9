package dev.gator.store;

import dev.gator.error.Require;

/**
 * A named place in a conversation, where one branch has come to.
 *
 * @param name such as {@code main}, 1 to 100 characters
 * @param node the latest message of the branch
 */
public record Head(String name, NodeId node) {

    /** The name of the branch that a conversation begins with. */
    public static final String MAIN = "main";

    /** Checks the name. */
    public Head {
        Require.length("head name", Require.text("head name", name), 1, 100);
    }
}
