package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import dev.gator.store.Attributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Prefers what is recent: {@code score * ((1 - share) + share * 0.5 ^ (age / halfLife))}. What has no date counts as one
 * half-life old.
 */
record FreshStage(String fact, Duration halfLife, double share) implements Stage {

    private static final double UNDATED = 0.5;

    FreshStage {
        Require.text("name of the fact", fact);
        Require.positive("half-life", halfLife);
        Require.range("share of freshness", share, 0.0, 1.0);
    }

    @Override
    public String name() {
        return "fresh";
    }

    @Override
    public Search apply(Search search, StageRun run) {
        Instant now = run.context().time().now();
        long undated = search.found().stream()
                .filter(it -> moment(it.record().attributes()).isEmpty())
                .count();
        if (undated > 0) {
            run.note(undated + " without a date in " + fact);
        }
        List<Candidate> aged = search.found().stream()
                .map(it -> it.withScore(it.score() * (1 - share + share * freshness(it, now))))
                .toList();
        return search.withFound(Bounds.best(aged, aged.size()));
    }

    private double freshness(Candidate candidate, Instant now) {
        return moment(candidate.record().attributes())
                .map(moment -> Math.max(0, Duration.between(moment, now).toMillis() / (double) halfLife.toMillis()))
                .map(age -> Math.pow(0.5, age))
                .orElse(UNDATED);
    }

    private Optional<Instant> moment(Attributes facts) {
        if (facts.number(fact).isPresent()) {
            return Optional.of(Instant.ofEpochSecond((long) facts.number(fact).getAsDouble()));
        }
        return facts.text(fact).flatMap(FreshStage::read);
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
