package dev.gator.content;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A language, such as {@code en}, {@code pt-BR} or {@code zh-Hant}; a tag of BCP 47 in its usual spelling.
 *
 * @param tag the tag
 */
public record Language(String tag) {

    /** English. */
    public static final Language EN = new Language("en");
    /** Spanish. */
    public static final Language ES = new Language("es");
    /** French. */
    public static final Language FR = new Language("fr");
    /** German. */
    public static final Language DE = new Language("de");
    /** Hindi. */
    public static final Language HI = new Language("hi");
    /** Japanese. */
    public static final Language JA = new Language("ja");

    /** Checks the tag and gives it its usual spelling. */
    public Language {
        Require.length("language tag", Require.text("language tag", tag), 2, 35);
        tag = usualSpelling(tag);
    }

    /** Returns the language of a tag. */
    public static Language of(String tag) {
        return new Language(tag);
    }

    /** Returns the language alone, without country and script. */
    public String base() {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    /** Returns the JDK's form of it. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Returns the tag. */
    @Override
    public String toString() {
        return tag;
    }

    private static String usualSpelling(String tag) {
        try {
            String spelled = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            Require.that(!spelled.equals("und"), "not a language tag: " + tag);
            return spelled;
        } catch (IllformedLocaleException e) {
            throw new GatorException(CallError.BAD_ARGUMENT, "not a language tag: " + tag, e);
        }
    }
}
