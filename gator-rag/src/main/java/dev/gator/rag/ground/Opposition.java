package dev.gator.rag.ground;

import java.util.HashSet;
import java.util.Set;

/** Tells whether two sentences say the opposite of each other, as far as a "not" or a pair of opposites shows it. */
final class Opposition {

    private final Phrasebook book;

    Opposition(Phrasebook book) {
        this.book = book;
    }

    boolean between(Reading left, Reading right) {
        if (opposites(left, right, true)) {
            return true;
        }
        Set<String> shared = new HashSet<>(left.terms());
        shared.retainAll(right.terms());
        boolean turned = shared.stream()
                .anyMatch(
                        term -> left.negated().contains(term) != right.negated().contains(term));
        return turned && !opposites(left, right, false);
    }

    /** Returns whether a pair of opposites stands in them, denied alike or not: "not forbidden" agrees with "allowed". */
    private boolean opposites(Reading left, Reading right, boolean alike) {
        return left.terms().stream().anyMatch(term -> book.opposites(term).stream()
                .filter(opposite -> isApart(term, opposite, left, right))
                .anyMatch(opposite -> alike
                        == (left.negated().contains(term) == right.negated().contains(opposite))));
    }

    private static boolean isApart(String term, String opposite, Reading left, Reading right) {
        return right.terms().contains(opposite)
                && !right.terms().contains(term)
                && !left.terms().contains(opposite);
    }
}
