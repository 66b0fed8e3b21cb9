package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** What the stores in memory share: closing, erasing by owner, and pages. */
final class Keys {

    private Keys() {}

    /** Returns whether {@code erased} covers {@code kept}: the same owner, or the whole tenant. */
    static boolean covers(Owner erased, Owner kept) {
        return erased.equals(kept)
                || (erased.user().isEmpty() && erased.tenant().equals(kept.tenant()));
    }

    static void requireOpen(AtomicBoolean closed, String store) {
        if (closed.get()) {
            throw new GatorException(CallError.CLOSED, "the " + store + " is closed");
        }
    }

    static GatorException missing(String what) {
        return new GatorException(StoreError.NOT_FOUND, "this owner has no " + what);
    }

    /** Cuts a page out of what follows the cursor; asks for one item more than wanted to know whether there is more. */
    static <T> Page<T> page(List<T> following, int limit, Function<? super T, String> cursor) {
        if (following.size() <= limit) {
            return new Page<>(following, null);
        }
        List<T> items = following.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }
}
