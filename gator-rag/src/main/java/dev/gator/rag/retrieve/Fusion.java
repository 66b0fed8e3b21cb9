package dev.gator.rag.retrieve;

import dev.gator.error.Require;

/** How what was found by words and what was found by meaning become one ranking. */
public sealed interface Fusion {

    /** Returns the best known: half meaning, half words, by score. */
    static Fusion best() {
        return weighted(0.5);
    }

    /** Returns fusion by score: that share for meaning, the rest for words; 0 and 1 leave one of them out. */
    static Fusion weighted(double meaning) {
        return new Weighted(meaning);
    }

    /** Returns fusion by rank: each list gives {@code weight / (60 + rank)}. Robust, but blind to how good a match is. */
    static Fusion reciprocalRank() {
        return new ReciprocalRank(60);
    }

    /** Returns the share of meaning in the score of a candidate. */
    double meaning();

    /**
     * By score.
     *
     * @param meaning the share of meaning, 0 to 1
     */
    record Weighted(double meaning) implements Fusion {

        /** Checks the share. */
        public Weighted {
            Require.range("share of meaning", meaning, 0.0, 1.0);
        }
    }

    /**
     * By rank. It decides the order; scores are those of the weighted fusion, so that thresholds keep their meaning.
     *
     * @param constant what is added to each rank, which counts from 1
     */
    record ReciprocalRank(int constant) implements Fusion {

        /** Checks the constant. */
        public ReciprocalRank {
            Require.range("constant of reciprocal ranks", constant, 1, 10_000);
        }

        @Override
        public double meaning() {
            return 0.5;
        }
    }
}
