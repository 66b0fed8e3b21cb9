package dev.gator.orchestration.engine;

import dev.gator.error.Require;

/**
 * What another model said, to be shown to the next one. It is passed as untrusted text: to be weighed, not obeyed.
 *
 * @param label what it is, such as {@code answer 2}
 * @param text the words
 */
public record Material(String label, String text) {

    /** Checks the label. */
    public Material {
        Require.text("label of material", label);
    }

    /** Returns words under a label. */
    public static Material of(String label, String text) {
        return new Material(label, text);
    }
}
