package dev.gator.store;

import dev.gator.error.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is wanted.
 *
 * @param limit how many at most, 1 to 1,000
 * @param cursor where to go on, from the page before, or null for the beginning
 */
public record PageRequest(int limit, @Nullable String cursor) {

    /** Checks the limit. */
    public PageRequest {
        Require.range("page limit", limit, 1, 1_000);
    }

    /** Returns the beginning of a list. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    /** Returns where to go on, unless it is the beginning. */
    public Optional<String> after() {
        return Optional.ofNullable(cursor);
    }
}
