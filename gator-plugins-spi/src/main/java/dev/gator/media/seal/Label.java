package dev.gator.media.seal;

import dev.gator.error.Require;

/**
 * What tells people that media is synthetic. There is no empty label and no way to switch it off.
 *
 * @param text the words, 2 to 200 characters
 * @param place where they are seen or heard
 */
public record Label(String text, Place place) {

    /** The usual label. */
    public static final Label DEFAULT = new Label("AI-generated", Place.BOTTOM_RIGHT);

    /** Where a label is seen or heard; sound takes {@code START} and {@code END}, pictures and films the rest. */
    public enum Place {
        /** In the top left corner. */
        TOP_LEFT,
        /** In the top right corner. */
        TOP_RIGHT,
        /** In the bottom left corner. */
        BOTTOM_LEFT,
        /** In the bottom right corner. */
        BOTTOM_RIGHT,
        /** At the beginning. */
        START,
        /** At the end. */
        END
    }

    /** Checks the words. */
    public Label {
        Require.length("label", Require.text("label", text).strip(), 2, 200);
    }

    /** Returns the same words in another place. */
    public Label at(Place other) {
        return new Label(text, other);
    }

    /** Returns other words in the same place. */
    public Label saying(String words) {
        return new Label(words, place);
    }
}
