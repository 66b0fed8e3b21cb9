package dev.gator.rag.ingest;

import dev.gator.error.GatorException;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts what happens in a run and tells it on. Thread-safe: the lock also lets the listener hear one event at a time. */
final class Tally {

    private static final int MOST_FAILURES = 100;

    private final Consumer<IngestEvent> listener;
    private final List<IngestReport.Failure> failures = new ArrayList<>();
    private long added;
    private long changed;
    private long unchanged;
    private long failed;
    private long pieces;
    private long removed;
    private long bought;
    private long cached;
    private long reused;
    private Usage usage = Usage.NONE;
    private Optional<Money> cost = Optional.of(Money.ZERO);

    Tally(Consumer<IngestEvent> listener) {
        this.listener = listener;
    }

    synchronized void stored(String source, boolean replaced, int count, int kept) {
        added += replaced ? 0 : 1;
        changed += replaced ? 1 : 0;
        pieces += count;
        reused += kept;
        tell(new IngestEvent.Stored(source, replaced, count, kept, done()));
    }

    synchronized void unchanged(String source) {
        unchanged++;
        tell(new IngestEvent.Unchanged(source, done()));
    }

    synchronized void failed(String source, GatorException error) {
        failed++;
        if (failures.size() < MOST_FAILURES) {
            failures.add(new IngestReport.Failure(source, error));
        }
        tell(new IngestEvent.Failed(source, error, done()));
    }

    synchronized void removed(long count) {
        removed += count;
    }

    synchronized void embedded(CachedEmbeddings.Answer answer) {
        bought += answer.bought();
        cached += answer.reply().embeddings().size() - answer.bought();
        usage = usage.plus(answer.reply().usage());
        cost = cost.flatMap(soFar -> answer.reply().cost().map(more -> sum(soFar, more)));
    }

    synchronized IngestReport report() {
        IngestReport.Vectors vectors = new IngestReport.Vectors(bought, cached, reused);
        return new IngestReport(added, changed, unchanged, failed, pieces, removed, vectors, usage, cost, failures);
    }

    private static Money sum(Money soFar, Money more) {
        return soFar.amount().signum() == 0 ? more : soFar.plus(more); // nothing has no currency
    }

    private long done() {
        return added + changed + unchanged + failed;
    }

    private void tell(IngestEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException ignored) {
            // watching must not break the watched
        }
    }
}
