package dev.gator.rag.index.sketch;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
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
            Bits allowed = estimates.getAcceptOrds(accepted);
            Promising promising = new Promising(estimates, allowed, COMPARED * collector.k());
            int limit = (int) Math.min(Integer.MAX_VALUE, collector.visitLimit());
            TopKnnCollector walk = new TopKnnCollector(collector.k(), limit);
            HnswGraphSearcher.search(promising, walk, graphs.getGraph(field), allowed);
            collector.incVisitedCount((int) walk.visitedCount());
            compare(wanted, promising.vectors(), vectors, collector);
        } else {
            graphs.search(field, wanted, collector, accepted);
        }
    }

    private static void compare(
            float[] wanted, int[] promising, RandomAccessVectorValues.Floats vectors, KnnCollector collector)
            throws IOException {
        Arrays.sort(promising); // reads forwards, and twins meet: a vector may be seen on several levels
        for (int i = 0; i < promising.length; i++) {
            if (i == 0 || promising[i] != promising[i - 1]) {
                float dot = VectorUtil.dotProduct(wanted, vectors.vectorValue(promising[i]));
                collector.collect(vectors.ordToDoc(promising[i]), Math.max(0, (1 + dot) / 2));
            }
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
