package dev.gator.store;

import dev.gator.error.Require;
import java.util.Set;

/** One typed fact about a record. */
public sealed interface Attribute {

    /** Returns a text. */
    static Attribute of(String value) {
        return new Text(value);
    }

    /** Returns a number. */
    static Attribute of(double value) {
        return new Numeric(value);
    }

    /** Returns a yes or no. */
    static Attribute of(boolean value) {
        return new Flag(value);
    }

    /** Returns several texts. */
    static Attribute of(Set<String> values) {
        return new Texts(values);
    }

    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements Attribute {}

    /**
     * A number.
     *
     * @param value the number, finite
     */
    record Numeric(double value) implements Attribute {

        /** Checks the number and makes the two zeros one. */
        public Numeric {
            Require.that(Double.isFinite(value), "attribute is " + value);
            value = value + 0.0;
        }
    }

    /**
     * A yes or no.
     *
     * @param value which
     */
    record Flag(boolean value) implements Attribute {}

    /**
     * Several texts, such as tags.
     *
     * @param values the texts
     */
    record Texts(Set<String> values) implements Attribute {

        /** Copies the texts. */
        public Texts {
            values = Set.copyOf(values);
        }
    }
}
