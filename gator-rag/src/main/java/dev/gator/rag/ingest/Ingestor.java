package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.embed.EmbeddingModel;
import dev.gator.error.Require;
import dev.gator.rag.chunk.Chunker;
import dev.gator.rag.chunk.StructureChunker;
import dev.gator.rag.document.Chunk;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorStore;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings documents into a collection, and again only what changed. Immutable and thread-safe; the {@code with} methods
 * return copies. Everything is read and written for the owner of the context.
 *
 * <pre>{@code
 * Ingestor ingestor = Ingestor.into(store, CollectionName.of("handbook")).withEmbeddings(model);
 * IngestReport report = ingestor.ingest(Origin.folder(Path.of("handbook")), CallContext.create());
 * }</pre>
 *
 * <p>What concerns one document, such as a broken file, is reported and passed over. What concerns them all, such as a store
 * or a model that does not answer, a spent budget, a deadline or a cancellation, ends the run with an exception; what was
 * written stays, and the next run goes on from there. No thread works on when a run has ended.
 */
public final class Ingestor {

    private static final int USUAL_PARALLELISM = 4;

    private final VectorStore store;
    private final CollectionName collection;
    private final Settings settings;

    private Ingestor(VectorStore store, CollectionName collection, Settings settings) {
        this.store = store;
        this.collection = collection;
        this.settings = settings;
    }

    /** Returns an ingestor whose documents are found by words only, until {@link #withEmbeddings} names a model. */
    public static Ingestor into(VectorStore store, CollectionName collection) {
        Settings usual =
                new Settings(Optional.empty(), StructureChunker.usual(), USUAL_PARALLELISM, false, event -> {});
        return new Ingestor(store, collection, usual);
    }

    /**
     * Returns a copy whose documents are found by meaning, too. Another model embeds everything anew; one with another number of
     * dimensions needs another collection, too.
     */
    public Ingestor withEmbeddings(EmbeddingModel model) {
        return with(new Settings(
                Optional.of(model),
                settings.chunker,
                settings.parallelism,
                settings.removesVanished,
                settings.listener));
    }

    /** Returns a copy that cuts by another chunker; along the structure, in the usual size, unless set. */
    public Ingestor withChunker(Chunker chunker) {
        return with(new Settings(
                settings.model, chunker, settings.parallelism, settings.removesVanished, settings.listener));
    }

    /** Returns a copy that works on so many documents at a time, on the workers of the context; 4 unless set. */
    public Ingestor withParallelism(int documents) {
        int checked = Require.range("documents at a time", documents, 1, 256);
        return with(
                new Settings(settings.model, settings.chunker, checked, settings.removesVanished, settings.listener));
    }

    /**
     * Returns a copy that also deletes documents which the origin offered once and offers no longer. Nothing is deleted after a
     * run that could not list a folder.
     */
    public Ingestor removingVanished() {
        return with(new Settings(settings.model, settings.chunker, settings.parallelism, true, settings.listener));
    }

    /** Returns a copy that tells its progress: one event at a time, on the thread that works. What the listener throws is lost. */
    public Ingestor listening(Consumer<IngestEvent> listener) {
        return with(new Settings(
                settings.model, settings.chunker, settings.parallelism, settings.removesVanished, listener));
    }

    /**
     * Ingests what an origin offers.
     *
     * @throws dev.gator.error.GatorException if the run cannot go on; repeat it when the reason is gone
     */
    public IngestReport ingest(Origin origin, CallContext context) {
        return new IngestRun(store, collection, settings, origin).run(context);
    }

    /** Deletes a document; returns how many pieces it had. */
    public long remove(String documentId, CallContext context) {
        context.check();
        long pieces = store.delete(context.owner(), collection, Filter.eq(Chunk.DOCUMENT, documentId));
        store.flush(context.owner(), collection);
        return pieces;
    }

    private Ingestor with(Settings other) {
        return new Ingestor(store, collection, other);
    }

    /**
     * How to ingest.
     *
     * @param model gives meaning, if there is one
     * @param chunker cuts
     * @param parallelism how many documents at a time
     * @param removesVanished whether documents that are no longer offered are deleted
     * @param listener is told
     */
    record Settings(
            Optional<EmbeddingModel> model,
            Chunker chunker,
            int parallelism,
            boolean removesVanished,
            Consumer<IngestEvent> listener) {}
}
