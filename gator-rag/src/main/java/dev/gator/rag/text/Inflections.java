package dev.gator.rag.text;

import dev.gator.content.Language;
import java.util.Set;

/**
 * The forms that a word takes. Forms are built from the word, never the other way round, so that {@code fat} has
 * {@code fatter} but nothing to do with {@code fatigue}. All methods are pure.
 */
public final class Inflections {

    private Inflections() {}

    /**
     * Returns the forms of a word in lower case, without accents, the word itself among them.
     *
     * @throws dev.gator.error.GatorException with {@link RagError#NO_LANGUAGE}
     */
    public static Set<String> of(String word, Language language) {
        return Lexicon.of(language).forms(word);
    }
}
