package dev.gator.rag.index.sketch;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.RandomAccessVectorValues;

/**
 * Walks Lucene's graph by sketches and lets the whole vectors decide among the most promising that the walk has seen: more
 * than it follows, because to estimate once more costs less than to walk further.
 */
final class SketchGraphReader extends KnnVectorsReader implements HnswGraphProvider {

    /** How many of the seen are compared exactly, for each that is followed. */
    private static final int COMPARED = 3;

    private final SketchReader sketches;
    private final Lucene99HnswVectorsReader graphs;

    SketchGraphReader(SketchReader sketches, Lucene99HnswVectorsReader graphs) {
        this.sketches = sketches;
        this.graphs = graphs;
    }

    @Override
    public void search(String field, float[] wanted, KnnCollector collector, Bits accepted) throws IOException {
        if (sketches.getRandomVectorScorer(field, wanted) instanceof SketchScorer estimates
                && sketches.getFloatVectorValues(field) instanceof RandomAccessVectorValues.Floats vectors) {
            Walk walk = new Walk(
                    estimates,
                    graphs.getGraph(field),
                    estimates.getAcceptOrds(accepted),
                    collector.k(),
                    COMPARED * collector.k(),
                    collector.visitLimit());
            walk.go();
            collector.incVisitedCount((int) Math.min(Integer.MAX_VALUE, walk.seen()));
            compare(wanted, walk.promising(), vectors, collector);
        } else {
            graphs.search(field, wanted, collector, accepted);
        }
    }

    private static void compare(
            float[] wanted, int[] promising, RandomAccessVectorValues.Floats vectors, KnnCollector collector)
            throws IOException {
        Arrays.sort(promising); // reads forwards
        for (int vector : promising) {
            float dot = VectorUtil.dotProduct(wanted, vectors.vectorValue(vector));
            collector.collect(vectors.ordToDoc(vector), Math.max(0, (1 + dot) / 2));
        }
    }

    @Override
    public HnswGraph getGraph(String field) throws IOException {
        return graphs.getGraph(field);
    }

    @Override
    public void search(String field, byte[] wanted, KnnCollector collector, Bits accepted) throws IOException {
        graphs.search(field, wanted, collector, accepted);
    }

    @Override
    public FloatVectorValues getFloatVectorValues(String field) throws IOException {
        return graphs.getFloatVectorValues(field);
    }

    @Override
    public ByteVectorValues getByteVectorValues(String field) throws IOException {
        return graphs.getByteVectorValues(field);
    }

    @Override
    public void checkIntegrity() throws IOException {
        graphs.checkIntegrity();
    }

    @Override
    public long ramBytesUsed() {
        return graphs.ramBytesUsed();
    }

    @Override
    public void close() throws IOException {
        graphs.close();
    }
}
