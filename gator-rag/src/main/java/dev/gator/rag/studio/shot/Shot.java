package dev.gator.rag.studio.shot;

import dev.gator.error.Require;
import dev.gator.rag.script.ReelField;

/**
 * One picture of a reel.
 *
 * @param part which part of the script is said over it
 * @param seconds how long it is seen
 * @param spoken what is said over it
 * @param visual what is seen, for whoever films it
 * @param onScreen the text in the picture; may be empty
 * @param image the same picture described for an image model, in English
 * @param broll what may be cut in
 */
public record Shot(
        ReelField part, int seconds, String spoken, String visual, String onScreen, String image, String broll) {

    /** The most words in a picture that can be read in passing. */
    public static final int MOST_WORDS = 7;

    /** Checks the length. */
    public Shot {
        Require.range("seconds of a shot", seconds, 1, 60);
        Require.text("spoken words of a shot", spoken);
        Require.text("visual of a shot", visual);
        Require.text("image description", image);
    }
}
