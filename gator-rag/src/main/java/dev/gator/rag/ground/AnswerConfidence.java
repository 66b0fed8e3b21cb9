package dev.gator.rag.ground;

import dev.gator.error.Require;
import dev.gator.rag.retrieve.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far an answer can be relied on, by a formula that can be computed by hand: 0.5 context + 0.3 diversity + 0.2 certainty.
 *
 * @param context share of the claims that are supported, times the best score among the cited evidence
 * @param diversity number of cited documents / 5, at most 1
 * @param certainty mean support of the supported claims; half of it if a source contradicts them
 */
public record AnswerConfidence(double context, double diversity, double certainty) {

    private static final double FIVE_DOCUMENTS = 5;
    private static final double HIGH = 0.8;
    private static final double MEDIUM = 0.6;

    /** Confidence in words. */
    public enum Level {
        /** At least 0.8. */
        HIGH,
        /** At least 0.6. */
        MEDIUM,
        /** Less. */
        LOW
    }

    /** Checks the parts. */
    public AnswerConfidence {
        Require.range("context", context, 0.0, 1.0);
        Require.range("diversity", diversity, 0.0, 1.0);
        Require.range("certainty", certainty, 0.0, 1.0);
    }

    /** Returns no confidence at all. */
    public static AnswerConfidence none() {
        return new AnswerConfidence(0, 0, 0);
    }

    static AnswerConfidence of(
            List<AnswerSentence> sentences, List<Evidence> evidence, List<Contradiction> contradictions) {
        List<AnswerSentence> supported = sentences.stream()
                .filter(sentence -> sentence.support() == Support.SUPPORTED)
                .toList();
        long claims = sentences.stream()
                .filter(sentence -> sentence.support() != Support.NO_CLAIM)
                .count();
        List<Quote> cited = supported.stream()
                .flatMap(sentence -> sentence.citations().stream())
                .map(Citation::quote)
                .toList();
        Set<String> pieces = cited.stream().map(quote -> quote.chunk().id()).collect(Collectors.toSet());
        double best = evidence.stream()
                .filter(found -> pieces.contains(found.chunk().id()))
                .mapToDouble(Evidence::score)
                .max()
                .orElse(0);
        long documents = cited.stream()
                .map(quote -> quote.chunk().documentId())
                .distinct()
                .count();
        double share = claims == 0 ? 0 : supported.size() / (double) claims;
        double support = supported.stream()
                .mapToDouble(AnswerConfidence::bestSupport)
                .average()
                .orElse(0);
        boolean disputed = cited.stream().anyMatch(quote -> contradictions.stream()
                .anyMatch(found -> found.left().overlaps(quote) || found.right().overlaps(quote)));
        return new AnswerConfidence(
                share * best, Math.min(1, documents / FIVE_DOCUMENTS), disputed ? support / 2 : support);
    }

    private static double bestSupport(AnswerSentence sentence) {
        return sentence.citations().stream()
                .mapToDouble(Citation::support)
                .max()
                .orElse(0);
    }

    /** Returns the confidence, 0 to 1. */
    public double value() {
        return 0.5 * context + 0.3 * diversity + 0.2 * certainty;
    }

    /** Returns the confidence in words. */
    public Level level() {
        if (value() >= HIGH) {
            return Level.HIGH;
        }
        return value() >= MEDIUM ? Level.MEDIUM : Level.LOW;
    }

    /** Returns the level and the sum behind it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %.2f = 0.5 x %.2f context + 0.3 x %.2f diversity + 0.2 x %.2f certainty",
                level().name().toLowerCase(Locale.ROOT),
                value(),
                context,
                diversity,
                certainty);
    }
}
