package dev.gator.rag.script;

import java.util.List;

/**
 * How a brand sounds; applications add their own.
 *
 * @param name lower-case letters, digits and underscores
 */
public record BrandVoice(String name) {

    /** The catalogue's {@code professional}. */
    public static final BrandVoice PROFESSIONAL = new BrandVoice("professional");

    /** The catalogue's {@code friendly}. */
    public static final BrandVoice FRIENDLY = new BrandVoice("friendly");

    /** The catalogue's {@code energetic}. */
    public static final BrandVoice ENERGETIC = new BrandVoice("energetic");

    /** The catalogue's {@code motivational}. */
    public static final BrandVoice MOTIVATIONAL = new BrandVoice("motivational");

    /** The catalogue's {@code authentic}. */
    public static final BrandVoice AUTHENTIC = new BrandVoice("authentic");

    /** The catalogue's {@code casual}. */
    public static final BrandVoice CASUAL = new BrandVoice("casual");

    /** The catalogue's {@code humorous}. */
    public static final BrandVoice HUMOROUS = new BrandVoice("humorous");

    /** The catalogue's {@code authoritative}. */
    public static final BrandVoice AUTHORITATIVE = new BrandVoice("authoritative");

    /** Checks the name. */
    public BrandVoice {
        name = Slug.of("brand voice", name);
    }

    /** Returns one of the catalogue's, or a new one. */
    public static BrandVoice of(String name) {
        return new BrandVoice(name);
    }

    /** Returns those that Gator knows. */
    public static List<BrandVoice> known() {
        return List.of(PROFESSIONAL, FRIENDLY, ENERGETIC, MOTIVATIONAL, AUTHENTIC, CASUAL, HUMOROUS, AUTHORITATIVE);
    }

    /** Returns the name in plain words. */
    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
