package dev.gator.rag.retrieve;

import dev.gator.error.Require;
import dev.gator.store.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A fact about documents that a question may name, declared for {@link Stages#selfQuery}.
 *
 * @param name the fact's name in the store
 * @param kind what kind of value it has
 * @param description what it means, for the model
 */
public record Facet(String name, Kind kind, String description) {

    private static final int LONGEST = 200;

    /** What kind of value a fact has. */
    public enum Kind {
        /** A text, or several; compared as a whole. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A yes or no. */
        FLAG,
        /** A day, kept as seconds since 1970. */
        DATE
    }

    /** How a value is compared. */
    enum Relation {
        IS,
        IS_NOT,
        AT_LEAST,
        AT_MOST
    }

    /** Checks the names. */
    public Facet {
        Filter.exists(name); // refuses what is not a name of an attribute
        Require.text("description of " + name, description);
    }

    /** Returns the filter for a condition; empty if the value or the relation does not fit the kind. */
    Optional<Filter> filter(Relation relation, String value) {
        String bare = value.strip();
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (kind) {
            case TEXT -> ordered(relation) ? Optional.empty() : Optional.of(turned(relation, Filter.eq(name, bare)));
            case FLAG -> flag(bare).filter(it -> !ordered(relation)).map(it -> turned(relation, Filter.eq(name, it)));
            case NUMBER -> number(bare).map(it -> compared(relation, it, it));
            case DATE -> day(bare).map(day -> compared(relation, start(day), start(day.plusDays(1)) - 1));
        };
    }

    private Filter compared(Relation relation, double first, double last) {
        return switch (relation) {
            case IS -> Filter.between(name, first, last);
            case IS_NOT ->
                Filter.exists(name).and(Filter.between(name, first, last).not());
            case AT_LEAST -> Filter.atLeast(name, first);
            case AT_MOST -> Filter.atMost(name, last);
        };
    }

    private static boolean ordered(Relation relation) {
        return relation == Relation.AT_LEAST || relation == Relation.AT_MOST;
    }

    private static Filter turned(Relation relation, Filter filter) {
        return relation == Relation.IS_NOT ? filter.not() : filter;
    }

    private static Optional<Boolean> flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> number(String value) {
        try {
            return Optional.of(Double.valueOf(value)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(
                    value.length() == 10
                            ? LocalDate.parse(value)
                            : LocalDate.ofInstant(Instant.parse(value), ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static double start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
