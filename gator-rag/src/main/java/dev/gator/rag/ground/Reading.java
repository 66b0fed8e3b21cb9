package dev.gator.rag.ground;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sentence says, as far as it can be compared.
 *
 * @param terms the stems of its words that mean something, figures left out, in order
 * @param figures its numbers and dates
 * @param names its words that are written like names, in lower case
 * @param negated the terms that a "not" reaches
 * @param about whether it speaks about the sources themselves
 * @param question whether it asks
 * @param named whether it says what it is about, instead of "you" or "it"
 */
record Reading(
        Set<String> terms,
        List<Figure> figures,
        Set<String> names,
        Set<String> negated,
        boolean about,
        boolean question,
        boolean named) {

    /** Returns whether it claims anything that could be backed. */
    boolean isClaim() {
        return !question && !(about && !negated.isEmpty()) && !(terms.isEmpty() && figures.isEmpty());
    }

    /** Returns what the sentence begins with, which mostly is what it is about; empty if it does not say. */
    Optional<String> subject() {
        return named ? terms.stream().findFirst() : Optional.empty();
    }

    int size() {
        return terms.size() + figures.size();
    }
}
