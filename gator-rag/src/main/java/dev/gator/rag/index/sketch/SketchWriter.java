package dev.gator.rag.index.sketch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.hnsw.FlatFieldVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.hnsw.CloseableRandomVectorScorerSupplier;
import org.jspecify.annotations.Nullable;

/** Writes whole vectors as Lucene does, and the sketches of the same vectors in the same order. */
final class SketchWriter extends FlatVectorsWriter {

    private final FlatVectorsWriter whole;
    private final IndexOutput out;
    private final List<Field> fields = new ArrayList<>();

    SketchWriter(SegmentWriteState state, FlatVectorsWriter whole) throws IOException {
        super(whole.getFlatVectorScorer());
        this.whole = whole;
        this.out = created(state);
    }

    @Override
    public FlatFieldVectorsWriter<?> addField(FieldInfo info) throws IOException {
        FlatFieldVectorsWriter<?> written = whole.addField(info);
        fields.add(new Field(info, written));
        return written;
    }

    @Override
    public void flush(int maxDoc, Sorter.@Nullable DocMap sorting) throws IOException {
        whole.flush(maxDoc, sorting);
        for (Field field : fields) {
            List<?> vectors = field.written.getVectors();
            sketch(field.info, vectors.size(), sink -> {
                for (Object vector : vectors) {
                    sink.take((float[]) vector);
                }
            });
        }
    }

    @Override
    public void mergeOneField(FieldInfo info, MergeState merging) throws IOException {
        mergeOneFieldToIndex(info, merging).close();
    }

    @Override
    public CloseableRandomVectorScorerSupplier mergeOneFieldToIndex(FieldInfo info, MergeState merging)
            throws IOException {
        CloseableRandomVectorScorerSupplier merged = whole.mergeOneFieldToIndex(info, merging);
        try {
            sketch(info, merged.totalVectorCount(), sink -> {
                FloatVectorValues vectors = MergedVectorValues.mergeFloatVectorValues(info, merging);
                while (vectors.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    sink.take(vectors.vectorValue());
                }
            });
            return merged;
        } catch (IOException | RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    @Override
    public void finish() throws IOException {
        whole.finish();
        SketchFile.finish(out);
    }

    @Override
    public long ramBytesUsed() {
        return whole.ramBytesUsed();
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(whole, out);
    }

    private void sketch(FieldInfo info, int count, Sketches.Source source) throws IOException {
        boolean estimable = info.getVectorEncoding() == VectorEncoding.FLOAT32
                && info.getVectorSimilarityFunction() == VectorSimilarityFunction.DOT_PRODUCT;
        if (estimable && count > 0) {
            int dimensions = info.getVectorDimension();
            SketchFile.add(out, info.number, dimensions, Sketches.of(source, count, dimensions));
        }
    }

    private IndexOutput created(SegmentWriteState state) throws IOException {
        try {
            return SketchFile.create(state);
        } catch (IOException | RuntimeException e) {
            whole.close();
            throw e;
        }
    }

    private record Field(FieldInfo info, FlatFieldVectorsWriter<?> written) {}
}
