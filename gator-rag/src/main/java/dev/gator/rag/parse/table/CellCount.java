package dev.gator.rag.parse.table;

import dev.gator.call.CallContext;
import dev.gator.rag.parse.Source;

/** Counts cells, because a million empty ones fit into a small file but not into memory. For one thread. */
public final class CellCount {

    private static final int CHARACTERS_PER_CELL = 20;
    private static final int CHECKED_EVERY = 1 << 12;

    private final Source source;
    private final CallContext context;
    private final long most;
    private long count;

    /** Starts to count the cells of a file; a twentieth of the allowed characters are allowed. */
    public CellCount(Source source, CallContext context) {
        this.source = source;
        this.context = context;
        this.most = Math.max(100, source.limits().characters() / CHARACTERS_PER_CELL);
    }

    /** Counts some cells. */
    public void add(int cells) {
        long before = count;
        count += cells;
        if (before / CHECKED_EVERY != count / CHECKED_EVERY) {
            context.check();
        }
        if (count > most) {
            throw source.tooLarge("cells", most);
        }
    }
}
