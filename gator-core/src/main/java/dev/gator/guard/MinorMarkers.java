package dev.gator.guard;

import dev.gator.error.GatorException;
import java.util.regex.Pattern;

/**
 * Finds words that suggest a minor. Together with a rating above {@link ContentRating#SFW} they are refused: no setting
 * allows it, and the refusal gives no hint about what was found.
 */
public final class MinorMarkers {

    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:child(?:ren|like)?|kids?|toddlers?|infants?|bab(?:y|ies)|minors?|underage[ds]?|under-age[ds]?|"
                    + "teen(?:s|age|aged|ager|agers)?|pre-?teens?|tweens?|adolescents?|juveniles?|school-?(?:girl|boy)s?|"
                    + "lolis?|lolitas?|shotas?|jailbait|high[- ]school(?:er|ers)?|middle[- ]school(?:er|ers)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGES = Pattern.compile(
            "(?:\\b(?:[0-9]|1[0-7])\\s*(?:-|\\s)?(?:years?(?:-|\\s)old|y\\.?o\\.?\\b|yrs?\\b|year-?old))"
                    + "|(?:\\b(?:aged?|she is|he is|she's|he's|turned|turning)\\s+(?:[0-9]|1[0-7])\\b(?!\\s*(?:cm|kg|m|%)))"
                    + "|(?:\\b(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]years?[- ]old)",
            Pattern.CASE_INSENSITIVE);

    private MinorMarkers() {}

    /** Returns whether the text suggests a minor; cautious, so it also finds harmless mentions. */
    public static boolean in(String text) {
        return WORDS.matcher(text).find() || AGES.matcher(text).find();
    }

    /** Refuses a text that suggests a minor if the rating is above {@link ContentRating#SFW}. */
    public static void refuse(ContentRating rating, String text) {
        if (rating != ContentRating.SFW && in(text)) {
            throw new GatorException(GuardError.CONTENT_NOT_ALLOWED, "the content was refused");
        }
    }
}
