package dev.gator.store;

import dev.gator.error.Require;
import java.util.regex.Pattern;

/**
 * The name of a collection of records that share an embedding model.
 *
 * @param value 1 to 64 lower-case letters, digits, dashes and underscores
 */
public record CollectionName(String value) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    /** Checks the characters. */
    public CollectionName {
        Require.that(NAME.matcher(value).matches(), "not a name of a collection: " + value);
    }

    /** Returns a name. */
    public static CollectionName of(String value) {
        return new CollectionName(value);
    }
}
