package dev.gator.rag.retrieve;

import dev.gator.error.Require;

/**
 * How likeness becomes a score that means the same on every question: about 0.5 where a piece is as likely to answer as not.
 *
 * <p>Meaning {@code m} is the cosine, stretched so that {@code unrelated} becomes 0 and {@code same} becomes 1; words
 * {@code w} is the store's share of the best possible match. With both, {@code x = share * m + (1 - share) * w}, with words
 * only {@code x = w}; the score is {@code 1 / (1 + exp(-steepness * (x - middle)))}.
 *
 * @param unrelated the cosine of texts that have nothing to do with each other, -1 to 1
 * @param same the cosine of texts that say the same, greater than {@code unrelated}
 * @param middle where the score is one half when meaning and words are known
 * @param wordsMiddle where the score is one half when only words are known
 * @param steepness how fast the score changes there
 */
public record Calibration(double unrelated, double same, double middle, double wordsMiddle, double steepness) {

    /** Fitted to MiniLM and BM25 on questions with an answer and questions of another field; see the guide. */
    public static final Calibration DEFAULT = new Calibration(0, 1, 0.25, 0.22, 15);

    private static final double SURE = 1e-9;

    /** Checks the order of the bounds. */
    public Calibration {
        Require.range("cosine of unrelated texts", unrelated, -1.0, 1.0);
        Require.range("cosine of equal texts", same, -1.0, 1.0);
        Require.that(same > unrelated, "equal texts at " + same + ", unrelated ones at " + unrelated);
        Require.range("middle", middle, 0.0, 1.0);
        Require.range("middle of words", wordsMiddle, 0.0, 1.0);
        Require.range("steepness", steepness, 0.1, 1_000.0);
    }

    /** Returns a copy for a model whose cosines lie between these; many models never go below 0.6. */
    public Calibration withCosines(double ofUnrelated, double ofSame) {
        return new Calibration(ofUnrelated, ofSame, middle, wordsMiddle, steepness);
    }

    /** Returns a cosine stretched to 0 to 1. */
    double meaning(double cosine) {
        return Math.max(0, Math.min(1, (cosine - unrelated) / (same - unrelated)));
    }

    /** Returns the score of a blend of meaning and words. */
    double score(double blend) {
        return logistic(blend - middle);
    }

    /** Returns the score where only words are known. */
    double wordsScore(double words) {
        return logistic(words - wordsMiddle);
    }

    /** Returns a score after its blend has grown, or shrunk, by so much. */
    double raised(double score, double by) {
        double bounded = Math.max(SURE, Math.min(1 - SURE, score));
        return logistic(Math.log(bounded / (1 - bounded)) / steepness + by);
    }

    private double logistic(double distance) {
        return 1 / (1 + Math.exp(-steepness * distance));
    }
}
