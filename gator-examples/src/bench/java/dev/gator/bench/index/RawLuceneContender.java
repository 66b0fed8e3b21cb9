package dev.gator.bench.index;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** Lucene by hand: one field, one segment, nothing else. */
final class RawLuceneContender implements Contender {

    private static final int RAM_MEGABYTES = 1_024;
    private static final Query PASSES = new TermQuery(new Term("passes", "yes"));

    private final KnnVectorsFormat format;
    private IndexReader reader;
    private IndexSearcher searcher;

    private RawLuceneContender(KnnVectorsFormat format) {
        this.format = format;
    }

    static RawLuceneContender floats() {
        return new RawLuceneContender(new Lucene99HnswVectorsFormat());
    }

    static RawLuceneContender bytes() {
        return new RawLuceneContender(new Lucene99HnswScalarQuantizedVectorsFormat());
    }

    @Override
    public void build(float[][] vectors, Path folder) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(RAM_MEGABYTES)
                .setCodec(new Lucene912Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return format;
                    }
                });
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            for (int id = 0; id < vectors.length; id++) {
                Document document = new Document();
                document.add(new NumericDocValuesField("id", id));
                document.add(new KnnFloatVectorField("v", vectors[id], VectorSimilarityFunction.DOT_PRODUCT));
                if (ClusteredVectors.passes(id)) {
                    document.add(new StringField("passes", "yes", Field.Store.NO));
                }
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    @Override
    public void open(Path folder) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(folder));
        searcher = new IndexSearcher(reader);
    }

    @Override
    public int[] search(float[] query, int effort) throws IOException {
        return search(new KnnFloatVectorQuery("v", query, effort));
    }

    @Override
    public int[] searchFiltered(float[] query, int effort) throws IOException {
        return search(new KnnFloatVectorQuery("v", query, effort, PASSES));
    }

    private int[] search(Query query) throws IOException {
        ScoreDoc[] hits = searcher.search(query, ClusteredVectors.NEIGHBOURS).scoreDocs;
        int[] ids = new int[hits.length];
        for (int i = 0; i < ids.length; i++) {
            var leaf = reader.leaves().get(ReaderUtil.subIndex(hits[i].doc, reader.leaves()));
            NumericDocValues values = leaf.reader().getNumericDocValues("id");
            values.advanceExact(hits[i].doc - leaf.docBase);
            ids[i] = (int) values.longValue();
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
