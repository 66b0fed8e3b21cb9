package dev.gator.rag.script;

import dev.gator.call.CallContext;
import dev.gator.content.Language;
import java.util.List;

/** Brings the words of a brief into the language of its script. Implementations are thread-safe. */
@FunctionalInterface
public interface Translator {

    /**
     * Translates.
     *
     * @param texts phrases and sentences
     * @param to the language wanted
     * @param kept names that stay as they are
     * @param context whose call it is
     * @return as many texts in the same order; one that could not be translated comes back as it was
     * @throws dev.gator.error.GatorException if nothing could be translated at all
     */
    List<String> translate(List<String> texts, Language to, List<String> kept, CallContext context);
}
