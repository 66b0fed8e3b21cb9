package dev.gator.store;

import dev.gator.error.Require;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records count. Stores apply it inside the search, so that a rare match is found however rare it is. A fact that a
 * record lacks, or has in another type, does not match.
 */
public sealed interface Filter {

    /** Returns whether a record with these facts counts; the rule that every store's own form of the filter follows. */
    boolean matches(Attributes facts);

    /** Returns the filter that every record passes. */
    static Filter all() {
        return new And(List.of());
    }

    /** Returns the filter for a text, or for one of several texts. */
    static Filter eq(String name, String value) {
        return new Eq(name, Attribute.of(value));
    }

    /** Returns the filter for a number. */
    static Filter eq(String name, double value) {
        return new Eq(name, Attribute.of(value));
    }

    /** Returns the filter for a yes or no. */
    static Filter eq(String name, boolean value) {
        return new Eq(name, Attribute.of(value));
    }

    /** Returns the filter for any of some texts. */
    static Filter in(String name, String... values) {
        return new In(name, Set.of(values));
    }

    /** Returns the filter for numbers of at least {@code min}. */
    static Filter atLeast(String name, double min) {
        return new Range(name, min, null);
    }

    /** Returns the filter for numbers of at most {@code max}. */
    static Filter atMost(String name, double max) {
        return new Range(name, null, max);
    }

    /** Returns the filter for numbers from {@code min} to {@code max}, both included. */
    static Filter between(String name, double min, double max) {
        return new Range(name, min, max);
    }

    /** Returns the filter for records that have a fact of that name. */
    static Filter exists(String name) {
        return new Exists(name);
    }

    /** Returns the filter that this and another one pass. */
    default Filter and(Filter other) {
        return new And(List.of(this, other));
    }

    /** Returns the filter that this or another one passes. */
    default Filter or(Filter other) {
        return new Or(List.of(this, other));
    }

    /** Returns the filter that this one does not pass. */
    default Filter not() {
        return new Not(this);
    }

    /**
     * The fact is this one; for several texts: one of them is.
     *
     * @param name which fact
     * @param value the value; a text, a number, or a yes or no
     */
    record Eq(String name, Attribute value) implements Filter {

        /** Checks the name and that there is one value. */
        public Eq {
            Attributes.checkedName(name);
            Require.that(!(value instanceof Attribute.Texts), "use In to compare with several texts");
        }

        @Override
        public boolean matches(Attributes facts) {
            return facts.get(name).filter(this::isMet).isPresent();
        }

        private boolean isMet(Attribute fact) {
            return fact.equals(value)
                    || (fact instanceof Attribute.Texts several
                            && value instanceof Attribute.Text one
                            && several.values().contains(one.value()));
        }
    }

    /**
     * The fact is one of these texts; for several texts: one of them is.
     *
     * @param name which fact
     * @param values the texts, at least one
     */
    record In(String name, Set<String> values) implements Filter {

        /** Checks the name and copies the values. */
        public In {
            Attributes.checkedName(name);
            values = Set.copyOf(values);
            Require.that(!values.isEmpty(), "a filter for any of no values");
        }

        @Override
        public boolean matches(Attributes facts) {
            return facts.get(name).filter(this::isMet).isPresent();
        }

        private boolean isMet(Attribute fact) {
            return (fact instanceof Attribute.Text one && values.contains(one.value()))
                    || (fact instanceof Attribute.Texts several
                            && several.values().stream().anyMatch(values::contains));
        }
    }

    /**
     * The number lies within bounds, both included.
     *
     * @param name which fact
     * @param min the lower bound, or null for none
     * @param max the upper bound, or null for none
     */
    record Range(String name, @Nullable Double min, @Nullable Double max) implements Filter {

        /** Checks the name and the bounds. */
        public Range {
            Attributes.checkedName(name);
            Require.that(min != null || max != null, "a range without bounds");
            Require.that(min == null || max == null || min <= max, "a range from " + min + " to " + max);
        }

        @Override
        public boolean matches(Attributes facts) {
            return facts.number(name).stream()
                    .anyMatch(value -> (min == null || value >= min) && (max == null || value <= max));
        }
    }

    /**
     * There is such a fact.
     *
     * @param name which fact
     */
    record Exists(String name) implements Filter {

        /** Checks the name. */
        public Exists {
            Attributes.checkedName(name);
        }

        @Override
        public boolean matches(Attributes facts) {
            return facts.get(name).isPresent();
        }
    }

    /**
     * All of them match.
     *
     * @param parts which; none match everything
     */
    record And(List<Filter> parts) implements Filter {

        /** Copies the parts. */
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(Attributes facts) {
            return parts.stream().allMatch(part -> part.matches(facts));
        }
    }

    /**
     * At least one of them matches.
     *
     * @param parts which
     */
    record Or(List<Filter> parts) implements Filter {

        /** Copies the parts. */
        public Or {
            parts = Require.notEmpty("parts of an Or", parts);
        }

        @Override
        public boolean matches(Attributes facts) {
            return parts.stream().anyMatch(part -> part.matches(facts));
        }
    }

    /**
     * It does not match.
     *
     * @param part which
     */
    record Not(Filter part) implements Filter {

        @Override
        public boolean matches(Attributes facts) {
            return !part.matches(facts);
        }
    }
}
