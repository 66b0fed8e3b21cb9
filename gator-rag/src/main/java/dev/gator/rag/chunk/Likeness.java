package dev.gator.rag.chunk;

import dev.gator.embed.Embedding;
import java.util.List;

/**
 * How alike the units before and after each gap are.
 *
 * @param gaps for each stretch of units, the likeness at the gap behind each unit but the last
 * @param valley at or below this the subject changes
 */
record Likeness(List<double[]> gaps, double valley) {

    /** How many units on either side speak for their side of a gap. */
    private static final int WINDOW = 2;

    /** Returns the likeness at the gaps of some neighbouring units with these meanings. */
    static double[] across(List<Embedding> meanings) {
        double[] own = new double[Math.max(0, meanings.size() - 1)];
        for (int gap = 0; gap < own.length; gap++) {
            own[gap] = across(meanings, gap);
        }
        return own;
    }

    static Likeness of(List<double[]> gaps, double depth) {
        return new Likeness(gaps, valley(gaps, depth));
    }

    /** Returns the gaps of one of the stretches, and where they are valleys. */
    Gaps in(int stretch) {
        return new Gaps(gaps.get(stretch), valley);
    }

    private static double across(List<Embedding> meanings, int before) {
        float[] left = sum(meanings, Math.max(0, before - WINDOW + 1), before + 1);
        float[] right = sum(meanings, before + 1, Math.min(meanings.size(), before + 1 + WINDOW));
        return Embedding.of(left).cosine(Embedding.of(right));
    }

    private static float[] sum(List<Embedding> meanings, int from, int to) {
        float[] sum = meanings.get(from).toArray();
        for (int i = from + 1; i < to; i++) {
            Embedding other = meanings.get(i);
            for (int d = 0; d < sum.length; d++) {
                sum[d] += other.get(d);
            }
        }
        return sum;
    }

    private static double valley(List<double[]> gaps, double depth) {
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (double[] section : gaps) {
            for (double gap : section) {
                count++;
                sum += gap;
                squares += gap * gap;
            }
        }
        if (count == 0) {
            return -1;
        }
        double mean = sum / count;
        return mean - depth * Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    /** The gaps of one stretch. */
    static final class Gaps {
        private final double[] likeness;
        private final double valley;

        private Gaps(double[] likeness, double valley) {
            this.likeness = likeness;
            this.valley = valley;
        }

        /** Returns how alike the sides of the gap before a unit are. */
        double before(int unit) {
            return likeness[unit - 1];
        }

        /** Returns whether the subject changes with a unit. */
        boolean isValley(int unit) {
            return before(unit) <= valley;
        }
    }
}
