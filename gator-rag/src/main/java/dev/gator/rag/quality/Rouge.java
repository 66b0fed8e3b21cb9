package dev.gator.rag.quality;

import dev.gator.error.Require;
import java.util.List;

/**
 * ROUGE as Lin defined it (ACL workshop 2004), against one reference. Words are compared as they are handed in.
 *
 * @param precision the share of the text that is also in the reference
 * @param recall the share of the reference that is also in the text
 */
public record Rouge(double precision, double recall) {

    /** Checks the bounds. */
    public Rouge {
        Require.range("precision", precision, 0.0, 1.0);
        Require.range("recall", recall, 0.0, 1.0);
    }

    /** Returns ROUGE-N: runs of {@code length} words in common. */
    public static Rouge runs(List<String> candidate, List<String> reference, int length) {
        Require.range("length of runs", length, 1, 100);
        NGrams own = NGrams.of(candidate, length);
        NGrams wanted = NGrams.of(reference, length);
        return of(own.shared(wanted), own.total(), wanted.total());
    }

    /** Returns ROUGE-L: the longest sequence of words in common, gaps allowed. */
    public static Rouge sequence(List<String> candidate, List<String> reference) {
        return of(longest(candidate, reference), candidate.size(), reference.size());
    }

    /** Returns the harmonic mean of precision and recall. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static Rouge of(double shared, int own, int wanted) {
        return new Rouge(own == 0 ? 0 : shared / own, wanted == 0 ? 0 : shared / wanted);
    }

    private static int longest(List<String> left, List<String> right) {
        int[] row = new int[right.size() + 1];
        for (String word : left) {
            int diagonal = 0;
            for (int j = 1; j <= right.size(); j++) {
                int above = row[j];
                row[j] = word.equals(right.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[right.size()];
    }
}
