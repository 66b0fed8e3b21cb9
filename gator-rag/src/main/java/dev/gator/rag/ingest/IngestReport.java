package dev.gator.rag.ingest;

import dev.gator.error.GatorException;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param added documents that were not there before
 * @param changed documents that replaced an older edition
 * @param unchanged documents that were there as they are, or have no words
 * @param failed documents that could not be read
 * @param pieces pieces that were written
 * @param removed pieces that were deleted: of older editions, and of documents that vanished if that was asked for
 * @param vectors where the vectors of the pieces came from
 * @param usage the tokens that the embedding model consumed
 * @param cost what that costs, if the price is known
 * @param failures the first hundred failures
 */
public record IngestReport(
        long added,
        long changed,
        long unchanged,
        long failed,
        long pieces,
        long removed,
        Vectors vectors,
        Usage usage,
        Optional<Money> cost,
        List<Failure> failures) {

    /** Copies the failures. */
    public IngestReport {
        failures = List.copyOf(failures);
    }

    /** Returns whether every document could be read. */
    public boolean isComplete() {
        return failed == 0;
    }

    /** Returns the report in one line. */
    public String summary() {
        return added + " added, " + changed + " changed, " + unchanged + " unchanged, " + failed + " failed; " + pieces
                + " pieces written, " + removed + " removed; " + vectors.bought() + " vectors bought, "
                + (vectors.cached() + vectors.reused()) + " known; " + usage.total() + " tokens, "
                + cost.map(Money::toString).orElse("cost unknown");
    }

    /**
     * Where vectors came from.
     *
     * @param bought the model made them
     * @param cached a {@link CachedEmbeddings} had them
     * @param reused the store had them, because the piece had not changed
     */
    public record Vectors(long bought, long cached, long reused) {}

    /**
     * A document that could not be read.
     *
     * @param source where it comes from
     * @param error why
     */
    public record Failure(String source, GatorException error) {}
}
