package dev.gator.rag.index.sketch;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.util.hnsw.RandomAccessVectorValues;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/** Reads whole vectors as Lucene does, and scores by sketches, which it keeps in memory. */
final class SketchReader extends FlatVectorsReader {

    private final FlatVectorsReader whole;
    private final FieldInfos fields;
    private final Map<Integer, Sketches> sketches;

    SketchReader(SegmentReadState state, FlatVectorsReader whole) throws IOException {
        super(whole.getFlatVectorScorer());
        this.whole = whole;
        this.fields = state.fieldInfos;
        this.sketches = read(state);
    }

    @Override
    public RandomVectorScorer getRandomVectorScorer(String field, float[] wanted) throws IOException {
        FieldInfo info = fields.fieldInfo(field);
        Sketches drawn = info == null ? null : sketches.get(info.number);
        return drawn != null && whole.getFloatVectorValues(field) instanceof RandomAccessVectorValues vectors
                ? new SketchScorer(vectors, drawn, wanted)
                : whole.getRandomVectorScorer(field, wanted);
    }

    @Override
    public RandomVectorScorer getRandomVectorScorer(String field, byte[] wanted) throws IOException {
        return whole.getRandomVectorScorer(field, wanted);
    }

    @Override
    public FloatVectorValues getFloatVectorValues(String field) throws IOException {
        return whole.getFloatVectorValues(field);
    }

    @Override
    public ByteVectorValues getByteVectorValues(String field) throws IOException {
        return whole.getByteVectorValues(field);
    }

    /** Checks the whole vectors; the sketches were checked when they were read. */
    @Override
    public void checkIntegrity() throws IOException {
        whole.checkIntegrity();
    }

    @Override
    public long ramBytesUsed() {
        return whole.ramBytesUsed()
                + sketches.values().stream().mapToLong(Sketches::bytes).sum();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }

    private Map<Integer, Sketches> read(SegmentReadState state) throws IOException {
        try {
            return SketchFile.read(state);
        } catch (IOException | RuntimeException e) {
            whole.close();
            throw e;
        }
    }
}
