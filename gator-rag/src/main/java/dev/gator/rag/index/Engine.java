package dev.gator.rag.index;

import dev.gator.rag.index.sketch.SketchVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.SearcherFactory;

/** What the indexes of one store share: analyzers, a cache of filters, and how they write. */
final class Engine implements AutoCloseable {

    private static final int CACHED_FILTERS = 256;
    private static final long CACHED_BYTES = 16L << 20;

    /** Each segment is one more graph to walk. */
    private static final int SEGMENTS = 4;

    private final Languages languages;
    // Lucene's own cache is one for the whole process: two stores would see each other
    private final LRUQueryCache filters = new LRUQueryCache(CACHED_FILTERS, CACHED_BYTES);

    Engine(Languages languages) {
        this.languages = languages;
        SketchVectorsFormat.makeKnown();
    }

    Languages languages() {
        return languages;
    }

    IndexWriterConfig writing(LuceneSettings settings) {
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setSegmentsPerTier(SEGMENTS);
        return new IndexWriterConfig(languages.analyzer())
                .setCodec(new SketchCodec())
                .setRAMBufferSizeMB(settings.writerMegabytes())
                .setIndexDeletionPolicy(new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy()))
                .setMergePolicy(merging)
                // the writing thread merges: a store has no threads of its own
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
    }

    SearcherFactory searching() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setQueryCache(filters);
                return searcher;
            }
        };
    }

    @Override
    public void close() {
        filters.clear();
        languages.close();
    }

    /** Lucene's own formats, and sketches for the vectors. */
    private static final class SketchCodec extends Lucene912Codec {

        private final KnnVectorsFormat vectors = new SketchVectorsFormat();

        SketchCodec() {
            super(Mode.BEST_SPEED);
        }

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return vectors;
        }
    }
}
