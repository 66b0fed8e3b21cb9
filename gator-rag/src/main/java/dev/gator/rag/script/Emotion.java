package dev.gator.rag.script;

import java.util.List;

/**
 * What a viewer should feel; applications add their own.
 *
 * @param name lower-case letters, digits and underscores
 */
public record Emotion(String name) {

    /** The catalogue's {@code excitement}. */
    public static final Emotion EXCITEMENT = new Emotion("excitement");

    /** The catalogue's {@code curiosity}. */
    public static final Emotion CURIOSITY = new Emotion("curiosity");

    /** The catalogue's {@code urgency}. */
    public static final Emotion URGENCY = new Emotion("urgency");

    /** The catalogue's {@code inspiration}. */
    public static final Emotion INSPIRATION = new Emotion("inspiration");

    /** The catalogue's {@code fear}. */
    public static final Emotion FEAR = new Emotion("fear");

    /** The catalogue's {@code joy}. */
    public static final Emotion JOY = new Emotion("joy");

    /** The catalogue's {@code surprise}. */
    public static final Emotion SURPRISE = new Emotion("surprise");

    /** The catalogue's {@code trust}. */
    public static final Emotion TRUST = new Emotion("trust");

    /** Checks the name. */
    public Emotion {
        name = Slug.of("emotion", name);
    }

    /** Returns one of the catalogue's, or a new one. */
    public static Emotion of(String name) {
        return new Emotion(name);
    }

    /** Returns those that Gator knows. */
    public static List<Emotion> known() {
        return List.of(EXCITEMENT, CURIOSITY, URGENCY, INSPIRATION, FEAR, JOY, SURPRISE, TRUST);
    }

    /** Returns the name in plain words. */
    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
