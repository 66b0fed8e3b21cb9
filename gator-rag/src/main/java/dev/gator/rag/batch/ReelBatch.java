package dev.gator.rag.batch;

import dev.gator.call.CallContext;
import dev.gator.store.BatchProgress;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A batch that was ordered. Thread-safe; it says what the database says, whoever does the work. */
public final class ReelBatch {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int PAGE = 200;

    private final BatchKey key;
    private final BatchTables tables;
    private final BatchWorker worker;
    private final BatchReading reading;

    ReelBatch(BatchKey key, BatchTables tables, BatchWorker worker) {
        this.key = key;
        this.tables = tables;
        this.worker = worker;
        this.reading = new BatchReading(tables, key);
    }

    /** Returns its name. */
    public String name() {
        return key.name();
    }

    /** Returns how far it has come. */
    public BatchProgress progress() {
        return reading.progress();
    }

    /** Waits until no item waits or runs, and returns the report. */
    public BatchReport await(Duration most) {
        return await(CallContext.create().withTimeout(most), progress -> {});
    }

    /**
     * Waits until no item waits or runs, tells each change of the progress on this thread, and returns the report.
     *
     * @throws dev.gator.error.GatorException if the context's deadline passes or it is cancelled; the work goes on
     */
    public BatchReport await(CallContext context, Consumer<BatchProgress> listener) {
        BatchProgress progress = progress();
        listener.accept(progress);
        while (!progress.isOver()) {
            context.check();
            context.time().sleep(LOOK, context.cancellation());
            BatchProgress now = progress();
            if (!now.equals(progress)) {
                listener.accept(now);
            }
            progress = now;
        }
        return report();
    }

    /** Returns the results that are there, in the order of their keys, a page at a time. */
    public Page<BatchResult> results(PageRequest page) {
        return reading.results(page);
    }

    /** Hands each result that is there to {@code taker}, in the order of the keys; only a page of them is in memory. */
    public void forEachResult(Consumer<BatchResult> taker) {
        Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
        while (next.isPresent()) {
            Page<BatchResult> page = results(next.get());
            page.items().forEach(taker);
            next = page.next(PAGE);
        }
    }

    /** Returns the batch at a glance. */
    public BatchReport report() {
        return reading.report();
    }

    /** Gives items that were given up another chance; returns how many. */
    public int retryFailed() {
        int revived = tables.revive(key, (connection, ids) -> worker.enqueue(connection, ids, 0));
        worker.wake();
        return revived;
    }

    /**
     * Cancels what is not done; returns how many items. Calls under way in this process are cancelled, too; an item that
     * another process has in hand ends there without a result.
     */
    public int cancel() {
        List<String> mine = worker.running().stream()
                .filter(id -> tables.waiting(id)
                        .filter(item -> new BatchKey(item.owner(), item.batch()).equals(key))
                        .isPresent())
                .toList();
        int cancelled = tables.cancel(key);
        worker.stop(mine);
        return cancelled;
    }
}
