package dev.gator.rag.batch;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.rag.reel.ReelGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Orders batches of scripts and works on them, this process's and those that others left. Thread-safe.
 *
 * <p>What was ordered survives the process: open the same database again and the work goes on where it ended. Several
 * processes may share a database. Each result is written once, however often a worker dies.
 */
public final class ReelBatches implements AutoCloseable {

    private static final int AT_ONCE = 200;

    private final BatchTables tables;
    private final BatchWorker worker;
    private final Supplier<CallContext> contexts;
    private final Owner owner;
    private final AtomicBoolean closed;

    private ReelBatches(
            BatchTables tables, BatchWorker worker, Supplier<CallContext> contexts, Owner owner, AtomicBoolean closed) {
        this.tables = tables;
        this.worker = worker;
        this.contexts = contexts;
        this.owner = owner;
        this.closed = closed;
    }

    /**
     * Opens the batches of a SQLite file, which is made if it is not there, and starts to work.
     *
     * @param contexts makes the context of each item's calls
     * @throws GatorException with {@link BatchError#LIBRARY_MISSING} or {@link BatchError#DATABASE}
     */
    public static ReelBatches open(
            Path file, ReelGenerator generator, Supplier<CallContext> contexts, BatchSettings settings) {
        Libraries.need("org.sqlite.SQLiteDataSource", "org.xerial:sqlite-jdbc");
        return open(SqliteFile.open(file), generator, contexts, settings);
    }

    /**
     * Opens the batches of a database, PostgreSQL as a rule, and starts to work. The DataSource stays the caller's.
     *
     * @param contexts makes the context of each item's calls
     * @throws GatorException with {@link BatchError#LIBRARY_MISSING}, {@link BatchError#UNKNOWN_DATABASE} or
     *     {@link BatchError#DATABASE}
     */
    public static ReelBatches open(
            DataSource connections, ReelGenerator generator, Supplier<CallContext> contexts, BatchSettings settings) {
        Libraries.need("com.github.kagkarlsson.scheduler.Scheduler", "com.github.kagkarlsson:db-scheduler");
        Database database = new Database(connections);
        new Schema(database).bringUpToDate();
        BatchTables tables = new BatchTables(database);
        BatchWorker worker = new BatchWorker(connections, database, tables, generator, contexts, settings);
        worker.start();
        return new ReelBatches(tables, worker, contexts, contexts.get().owner(), new AtomicBoolean());
    }

    /** Returns the batches of another owner over the same database and workers; closing it closes both. */
    public ReelBatches of(Owner other) {
        return new ReelBatches(tables, worker, contexts, other, closed);
    }

    /**
     * Orders scripts. Items that this owner ordered under that name before are not ordered again, so that an order that was
     * cut off is simply repeated, and more items may be added later.
     *
     * @throws GatorException with {@link BatchError#OTHER_BRIEF} if a key was ordered with another brief
     */
    public ReelBatch submit(String name, Iterable<BatchItem> items) {
        return submit(name, items, 0);
    }

    /** Orders scripts; a higher priority, -100 to 100, goes before other batches. */
    public ReelBatch submit(String name, Iterable<BatchItem> items, int priority) {
        check();
        BatchKey key = new BatchKey(owner, name);
        tables.open(key, contexts.get().time().now().toEpochMilli());
        List<BatchItem> some = new ArrayList<>(AT_ONCE);
        for (BatchItem item : items) {
            some.add(item);
            if (some.size() == AT_ONCE) {
                order(key, some, priority);
                some.clear();
            }
        }
        order(key, some, priority);
        worker.wake();
        return new ReelBatch(key, tables, worker);
    }

    /** Returns a batch that was ordered before, if there is one. */
    public Optional<ReelBatch> find(String name) {
        check();
        BatchKey key = new BatchKey(owner, name);
        return tables.exists(key) ? Optional.of(new ReelBatch(key, tables, worker)) : Optional.empty();
    }

    /** Returns the names of the owner's batches. */
    public List<String> names() {
        check();
        return tables.names(owner);
    }

    /** Deletes everything of the owner, for a tenant with all its users; returns how many items. */
    public int erase() {
        check();
        return tables.erase(owner);
    }

    /** Takes no more items, gives those under way ten seconds, then cancels them; what is not done stays ordered. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            worker.close();
        }
    }

    private void order(BatchKey key, List<BatchItem> items, int priority) {
        if (!items.isEmpty()) {
            tables.order(key, items, (connection, ids) -> worker.enqueue(connection, ids, priority));
        }
    }

    private void check() {
        if (closed.get()) {
            throw new GatorException(BatchError.CLOSED, "the batches were closed");
        }
    }
}
