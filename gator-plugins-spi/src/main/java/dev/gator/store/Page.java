package dev.gator.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list. Pages follow keys, not positions: what is added or removed meanwhile never shifts an item into two
 * pages or out of all.
 *
 * @param items the items
 * @param cursor where the next page begins, or null if this is the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String cursor) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Returns the next page to ask for, if there is one. */
    public Optional<PageRequest> next(int limit) {
        return cursor == null ? Optional.empty() : Optional.of(new PageRequest(limit, cursor));
    }
}
