package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.observe.SpanKind;
import dev.gator.rag.document.Chunk;
import dev.gator.rag.document.Document;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One run. Workers take item after item from the origin, so that no more is in memory than they work on. */
final class IngestRun {

    private static final Set<ErrorCategory> ABOUT_THE_TEXT = EnumSet.of(
            ErrorCategory.BAD_INPUT, ErrorCategory.TOO_LARGE, ErrorCategory.REFUSED, ErrorCategory.UNSUPPORTED);

    private final VectorStore store;
    private final CollectionName collection;
    private final Ingestor.Settings settings;
    private final Origin origin;
    private final Tally tally;
    private final List<Set<String>> offered = new ArrayList<>();
    private volatile boolean listed = true;

    IngestRun(VectorStore store, CollectionName collection, Ingestor.Settings settings, Origin origin) {
        this.store = store;
        this.collection = collection;
        this.settings = settings;
        this.origin = origin;
        this.tally = new Tally(settings.listener());
        for (int i = 0; i < Edition.SHELVES; i++) {
            offered.add(ConcurrentHashMap.newKeySet());
        }
    }

    IngestReport run(CallContext outer) {
        outer.check();
        Span span = outer.open(SpanKind.STEP, "ingest");
        try {
            store.flush(outer.owner(), collection); // what another run wrote last is seen from here on
            walk(span.context());
            if (settings.removesVanished() && listed) {
                removeVanished(span.context());
            }
            store.flush(outer.owner(), collection);
            IngestReport report = tally.report();
            span.note("report", report::summary);
            span.end();
            return report;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    /** Tells whether an error is the fault of the words that were sent, and not of whoever got them. */
    static boolean isAboutTheText(GatorException error) {
        return ABOUT_THE_TEXT.contains(error.category()) && error.code() != CallError.CLOSED;
    }

    private void walk(CallContext context) {
        try (Stream<Item> items = origin.items(context)) {
            Iterator<Item> source = items.iterator();
            Crew.run(settings.parallelism(), context, own -> work(source, own));
        }
    }

    private void work(Iterator<Item> source, CallContext context) {
        Batch batch = new Batch(store, collection, settings, tally, context);
        for (Optional<Item> item = next(source, context); item.isPresent(); item = next(source, context)) {
            draft(item.get(), context).ifPresent(batch::add);
        }
        batch.write();
    }

    private static Optional<Item> next(Iterator<Item> source, CallContext context) {
        synchronized (source) {
            context.check();
            return source.hasNext() ? Optional.of(source.next()) : Optional.empty();
        }
    }

    private Optional<Draft> draft(Item item, CallContext context) {
        remember(item);
        try {
            String print = extension(item, () -> item.print(context));
            Edition edition = Edition.of(item, print, origin, settings);
            long all = store.count(context.owner(), collection, edition.ofDocument());
            long own = all == 0 ? 0 : store.count(context.owner(), collection, edition.own());
            return own > 0 ? passOver(item, edition, all > own, context) : read(item, edition, all > 0, context);
        } catch (Unreadable e) {
            return fail(item, e.reason, context);
        }
    }

    private Optional<Draft> passOver(Item item, Edition edition, boolean leftovers, CallContext context) {
        if (leftovers) { // the run that wrote this edition did not come to delete the one before
            tally.removed(store.delete(context.owner(), collection, edition.others()));
        }
        tally.unchanged(item.source());
        return Optional.empty();
    }

    private Optional<Draft> read(Item item, Edition edition, boolean known, CallContext context) {
        Document document = extension(item, () -> named(item.documentId(), item.read(context)));
        List<Chunk> chunks = cut(item, document, context);
        if (!chunks.isEmpty()) {
            return Optional.of(new Draft(item.source(), edition, known, chunks));
        }
        if (known) {
            tally.removed(store.delete(context.owner(), collection, edition.ofDocument()));
            tally.stored(item.source(), true, 0, 0);
        } else {
            tally.unchanged(item.source());
        }
        return Optional.empty();
    }

    private List<Chunk> cut(Item item, Document document, CallContext context) {
        try {
            return extension(item, () -> settings.chunker().cut(document, context));
        } catch (Unreadable e) {
            if (isAboutTheText(e.reason) || e.reason.code() == IngestError.DEFECT) {
                throw e;
            }
            throw e.reason; // the model that a chunker asks does not answer: nor will it for the next document
        }
    }

    private Optional<Draft> fail(Item item, GatorException reason, CallContext context) {
        context.check(); // a run that is stopped is no failure of this document
        if (reason.category() == ErrorCategory.BUDGET) {
            throw reason;
        }
        if (reason.code() == IngestError.FOLDER_UNREADABLE) {
            listed = false;
        }
        tally.failed(item.source(), reason);
        return Optional.empty();
    }

    private void remember(Item item) {
        if (settings.removesVanished()) {
            offered.get(Edition.shelfOf(item.documentId())).add(item.documentId());
        }
    }

    private void removeVanished(CallContext context) {
        for (int shelf = 0; shelf < Edition.SHELVES; shelf++) {
            context.check();
            Set<String> ids = offered.get(shelf);
            Filter all = Edition.onShelf(origin, shelf);
            Filter gone = ids.isEmpty() ? all : all.and(new Filter.In(Chunk.DOCUMENT, ids).not());
            tally.removed(store.delete(context.owner(), collection, gone));
        }
    }

    private static Document named(String id, Document read) {
        return read.id().equals(id)
                ? read
                : new Document(id, read.title(), read.source(), read.text(), read.blocks(), read.facts());
    }

    /** Calls what others wrote, and turns whatever it throws into a failure of one document. */
    private static <T> T extension(Item item, Supplier<T> call) {
        try {
            return call.get();
        } catch (GatorException e) {
            throw new Unreadable(e);
        } catch (RuntimeException e) {
            throw new Unreadable(new GatorException(
                    IngestError.DEFECT, e.getClass().getSimpleName() + " while " + item.source() + " was read", e));
        }
    }

    /** A failure of one document on its way to the report; errors of the store and the model go past it. */
    private static final class Unreadable extends GatorException {
        private static final long serialVersionUID = 1L;

        private final transient GatorException reason;

        Unreadable(GatorException reason) {
            super(reason.code(), reason.detail(), reason);
            this.reason = reason;
        }
    }
}
