package dev.gator.persona;

import dev.gator.error.Require;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a persona ticks.
 *
 * @param mbti four letters such as {@code ENFP}, or null
 * @param enneagram a type such as {@code 7} or {@code 7w6}, or null
 * @param outlook 1 (cynical) to 10 (optimistic), or 0 if unknown
 * @param risk how it deals with risk, or null
 * @param traits what people notice
 */
public record Psychology(
        @Nullable String mbti, @Nullable String enneagram, int outlook, @Nullable Risk risk, List<Trait> traits) {

    /** Nothing is known. */
    public static final Psychology UNSPECIFIED = new Psychology(null, null, 0, null, List.of());

    private static final Pattern MBTI = Pattern.compile("[EI][NS][FT][JP]");
    private static final Pattern ENNEAGRAM = Pattern.compile("[1-9](w[1-9])?");

    /** Checks the types and the scale. */
    public Psychology {
        if (mbti != null) {
            mbti = mbti.strip().toUpperCase(Locale.ROOT);
            Require.that(MBTI.matcher(mbti).matches(), "MBTI type '" + mbti + "' is none of the sixteen");
        }
        if (enneagram != null) {
            Require.that(
                    ENNEAGRAM.matcher(enneagram).matches(),
                    "Enneagram type '" + enneagram + "' is not 1 to 9, with a wing or without");
        }
        Require.range("outlook", outlook, 0, 10);
        traits = traits.stream().distinct().toList();
    }

    /** Returns the psychology of which only the traits are known. */
    public static Psychology of(Trait... traits) {
        return new Psychology(null, null, 0, null, List.of(traits));
    }

    /** Returns a copy of that MBTI type. */
    public Psychology withMbti(String type) {
        return new Psychology(type, enneagram, outlook, risk, traits);
    }

    /** Returns a copy of that Enneagram type. */
    public Psychology withEnneagram(String type) {
        return new Psychology(mbti, type, outlook, risk, traits);
    }

    /** Returns a copy with that outlook, 1 (cynical) to 10 (optimistic). */
    public Psychology withOutlook(int scale) {
        return new Psychology(mbti, enneagram, Require.range("outlook", scale, 1, 10), risk, traits);
    }

    /** Returns a copy that deals with risk like that. */
    public Psychology withRisk(Risk attitude) {
        return new Psychology(mbti, enneagram, outlook, attitude, traits);
    }

    /** How somebody deals with risk. */
    public enum Risk {
        /** Avoids it. */
        AVERSE,
        /** Weighs it. */
        BALANCED,
        /** Seeks it. */
        SEEKING
    }

    /** What people notice. */
    public enum Trait {
        /** Open and kind. */
        FRIENDLY,
        /** Takes things apart. */
        ANALYTICAL,
        /** Has ideas. */
        CREATIVE,
        /** Feels with others. */
        EMPATHETIC
    }
}
