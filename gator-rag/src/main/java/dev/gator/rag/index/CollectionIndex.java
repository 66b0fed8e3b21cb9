package dev.gator.rag.index;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** The index of one collection of one owner. Thread-safe: readers see whole states, writers take turns. */
final class CollectionIndex implements AutoCloseable {

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SnapshotDeletionPolicy commits;
    private final Languages languages;
    private final RecordDocuments documents;
    private int dimensions;

    private CollectionIndex(Directory directory, IndexWriter writer, SearcherManager searchers, Languages languages) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.commits = (SnapshotDeletionPolicy) writer.getConfig().getIndexDeletionPolicy();
        this.languages = languages;
        this.documents = new RecordDocuments(languages);
    }

    /** Opens what is there, or something empty; the directory is closed with it, or at once if that fails. */
    static CollectionIndex open(Directory directory, Place place, LuceneSettings settings, Engine engine)
            throws IOException {
        IndexWriter writer = null;
        try {
            if (settings.verifiesOnOpen() && DirectoryReader.indexExists(directory)) {
                Map<String, String> noted = Checksums.verify(directory);
                Label.requireFormat(noted);
                Label.requirePlace(noted, place);
            }
            writer = new IndexWriter(directory, engine.writing(settings));
            writer.setLiveCommitData(Label.of(place).entrySet(), false);
            SearcherManager searchers = new SearcherManager(writer, engine.searching());
            CollectionIndex index = new CollectionIndex(directory, writer, searchers, engine.languages());
            index.dimensions = index.reading(CollectionIndex::dimensionsIn);
            return index;
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    synchronized void upsert(List<VectorRecord> records) throws IOException {
        int agreed = dimensions;
        Map<String, Document> latest = new LinkedHashMap<>();
        for (VectorRecord record : records) {
            requireDimensions(record.embedding(), agreed);
            agreed = record.embedding().map(Embedding::dimensions).orElse(agreed);
            latest.put(record.id(), documents.of(record));
        }
        if (!latest.isEmpty()) {
            // one block: a reader and a commit see all of them or none
            writer.updateDocuments(withIds(latest.keySet()), latest.values());
            dimensions = agreed;
        }
    }

    List<VectorHit> search(VectorQuery query) throws IOException {
        return reading(searcher -> {
            requireDimensions(query.embedding(), dimensionsIn(searcher));
            List<VectorHit> hits = new ArrayList<>();
            for (Candidate found : Search.run(searcher, languages, query)) {
                hits.add(new VectorHit(RecordDocuments.read(searcher, found.doc()), found.score()));
            }
            return List.copyOf(hits);
        });
    }

    Optional<VectorRecord> get(String id) throws IOException {
        return readingLatest(searcher -> {
            ScoreDoc[] found = searcher.search(withIds(Set.of(id)), 1).scoreDocs;
            return found.length == 0 ? Optional.empty() : Optional.of(RecordDocuments.read(searcher, found[0].doc));
        });
    }

    long count(Filter filter) throws IOException {
        Query query = FilterQueries.of(filter);
        return readingLatest(searcher -> (long) searcher.count(query));
    }

    long delete(Set<String> ids) throws IOException {
        return ids.isEmpty() ? 0 : delete(withIds(ids));
    }

    long delete(Filter filter) throws IOException {
        return delete(FilterQueries.of(filter));
    }

    private synchronized long delete(Query doomed) throws IOException {
        long present =
                readingLatest(searcher -> (long) searcher.getIndexReader().numDocs());
        long deleted = readingLatest(searcher -> (long) searcher.count(doomed));
        if (deleted == present) {
            writer.deleteAll(); // forgets the dimensions, too
            dimensions = 0;
        } else if (deleted > 0) {
            writer.deleteDocuments(doomed);
        }
        searchers.maybeRefreshBlocking();
        return deleted;
    }

    void flush() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** Replaces everything by the index in another directory; nobody else uses this index meanwhile. */
    synchronized void replaceBy(Directory other) throws IOException {
        writer.commit();
        try {
            writer.deleteAll();
            writer.addIndexes(other);
            flush();
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
        dimensions = reading(CollectionIndex::dimensionsIn);
    }

    /** Commits, and lends the files of the commit while {@code copying} runs. */
    void copy(Copying copying) throws IOException {
        writer.commit();
        IndexCommit commit = commits.snapshot();
        try {
            copying.copy(directory, commit.getFileNames());
        } finally {
            commits.release(commit);
        }
    }

    /** Returns whether an error ended the writer; what was not flushed is lost, and opening again is the way on. */
    boolean isBroken() {
        return !writer.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (Directory files = directory;
                IndexWriter last = writer;
                SearcherManager first = searchers) {
            if (writer.isOpen()) {
                writer.commit();
            }
        }
    }

    /** Copies files of a commit. */
    interface Copying {
        void copy(Directory from, Collection<String> files) throws IOException;
    }

    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private <T> T readingLatest(Reading<T> reading) throws IOException {
        searchers.maybeRefreshBlocking();
        return reading(reading);
    }

    private <T> T reading(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.read(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private static int dimensionsIn(IndexSearcher searcher) {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FieldInfo info = leaf.reader().getFieldInfos().fieldInfo(Fields.VECTOR);
            if (info != null) {
                return info.getVectorDimension();
            }
        }
        return 0;
    }

    private static Query withIds(Collection<String> ids) {
        return new TermInSetQuery(Fields.ID, ids.stream().map(BytesRef::new).toList());
    }

    private static void requireDimensions(Optional<Embedding> vector, int expected) {
        int actual = vector.map(Embedding::dimensions).orElse(expected);
        if (expected != 0 && actual != expected) {
            throw new GatorException(
                    StoreError.WRONG_DIMENSIONS, "a vector has " + actual + " dimensions, expected are " + expected);
        }
    }
}
