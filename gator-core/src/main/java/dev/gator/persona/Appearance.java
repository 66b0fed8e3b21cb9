package dev.gator.persona;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a persona looks: free text, single features, and how pictures of it are made.
 *
 * @param description 10 to 2,000 characters, or empty
 * @param features single features, each with its own limit
 * @param age how old it looks, or null; there are only adults
 * @param style how pictures are made
 * @param avoid what pictures of this persona must not show, up to 2,000 characters
 */
public record Appearance(
        String description, Map<Feature, String> features, @Nullable AgeBand age, ImageStyle style, String avoid) {

    /** Nothing is known. */
    public static final Appearance UNSPECIFIED = new Appearance("", Map.of(), null, ImageStyle.PHOTOREALISTIC, "");

    /** Checks the lengths. */
    public Appearance {
        description = Bounds.optional("appearance", description, 10, 2_000);
        features = Bounds.texts(Feature.class, features, feature -> feature.limit);
        avoid = Bounds.optional("what pictures must avoid", avoid, 1, 2_000);
    }

    /** Returns an appearance that is only described. */
    public static Appearance of(String description) {
        return UNSPECIFIED.described(description);
    }

    /** Returns a copy with another description. */
    public Appearance described(String text) {
        return new Appearance(text, features, age, style, avoid);
    }

    /** Returns a copy with that feature. */
    public Appearance with(Feature feature, String text) {
        return new Appearance(description, Bounds.plus(Feature.class, features, feature, text), age, style, avoid);
    }

    /** Returns a copy that looks that old. */
    public Appearance aged(AgeBand band) {
        return new Appearance(description, features, band, style, avoid);
    }

    /** Returns a copy whose pictures are made in that style. */
    public Appearance drawn(ImageStyle other) {
        return new Appearance(description, features, age, other, avoid);
    }

    /** Returns a copy whose pictures must not show that. */
    public Appearance avoiding(String text) {
        return new Appearance(description, features, age, style, text);
    }

    /** One thing about a body or a face. */
    public enum Feature {
        /** How tall. */
        HEIGHT(50),
        /** How heavy. */
        WEIGHT(50),
        /** The colour of the hair. */
        HAIR_COLOUR(50),
        /** How the hair is worn. */
        HAIR_STYLE(100),
        /** The colour of the eyes. */
        EYE_COLOUR(50),
        /** The tone of the skin. */
        SKIN_TONE(50),
        /** The build of the body. */
        BUILD(50),
        /** How muscular. */
        MUSCLE_TONE(50),
        /** Female, male or something else. */
        SEX(50),
        /** Where the ancestors come from. */
        ETHNICITY(100),
        /** What one remembers. */
        DISTINCTIVE(2_000),
        /** Tattoos, piercings, prostheses. */
        BODY_MODIFICATIONS(2_000);

        private final int limit;

        Feature(int limit) {
            this.limit = limit;
        }
    }

    /** How old a persona looks. */
    public enum AgeBand {
        /** 18 to 24 years. */
        FROM_18_TO_24("18 to 24"),
        /** 25 to 30 years. */
        FROM_25_TO_30("25 to 30"),
        /** 31 to 40 years. */
        FROM_31_TO_40("31 to 40"),
        /** 41 to 50 years. */
        FROM_41_TO_50("41 to 50"),
        /** More than 50 years. */
        OVER_50("over 50");

        private final String years;

        AgeBand(String years) {
            this.years = years;
        }

        /** Returns the years in words. */
        public String years() {
            return years;
        }
    }

    /** How pictures are made. */
    public enum ImageStyle {
        /** Like a photograph. */
        PHOTOREALISTIC,
        /** Like Japanese animation. */
        ANIME,
        /** Like a cartoon. */
        CARTOON,
        /** Like a painting. */
        ARTISTIC,
        /** Like a rendered model. */
        RENDERED_3D,
        /** Like a fantasy illustration. */
        FANTASY,
        /** Like a film. */
        CINEMATIC
    }
}
