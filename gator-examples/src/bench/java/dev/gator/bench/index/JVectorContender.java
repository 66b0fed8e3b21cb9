package dev.gator.bench.index;

import io.github.jbellis.jvector.disk.ReaderSupplier;
import io.github.jbellis.jvector.disk.ReaderSupplierFactory;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.disk.OnDiskGraphIndex;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** JVector: its graph on disk with the vectors inside, as its own examples build it. */
final class JVectorContender implements Contender {

    private static final VectorTypeSupport TYPES =
            VectorizationProvider.getInstance().getVectorTypeSupport();
    private static final VectorSimilarityFunction SIMILARITY = VectorSimilarityFunction.DOT_PRODUCT;
    private static final String FILE = "jvector.index";
    private static final int LINKS = 16;
    private static final int BUILD_EFFORT = 100;
    private static final float OVERFLOW = 1.2f;
    private static final float ALPHA = 1.2f;
    private static final Bits PASSES = ClusteredVectors::passes;

    private ReaderSupplier file;
    private OnDiskGraphIndex graph;
    private GraphSearcher searcher;

    @Override
    public void build(float[][] vectors, Path folder) throws IOException {
        List<VectorFloat<?>> list =
                Arrays.<float[]>stream(vectors).<VectorFloat<?>>map(TYPES::createFloatVector).toList();
        RandomAccessVectorValues values = new ListRandomAccessVectorValues(list, vectors[0].length);
        BuildScoreProvider scores = BuildScoreProvider.randomAccessScoreProvider(values, SIMILARITY);
        ForkJoinPool one = new ForkJoinPool(1);
        try (GraphIndexBuilder builder = new GraphIndexBuilder(
                scores, vectors[0].length, LINKS, BUILD_EFFORT, OVERFLOW, ALPHA, true, true, one, one)) {
            ImmutableGraphIndex built = builder.build(values);
            OnDiskGraphIndex.write(built, values, folder.resolve(FILE));
        } finally {
            one.shutdown();
        }
    }

    @Override
    public void open(Path folder) throws IOException {
        file = ReaderSupplierFactory.open(folder.resolve(FILE));
        graph = OnDiskGraphIndex.load(file);
        searcher = new GraphSearcher(graph);
    }

    @Override
    public int[] search(float[] query, int effort) {
        return search(query, effort, Bits.ALL);
    }

    @Override
    public int[] searchFiltered(float[] query, int effort) {
        return search(query, effort, PASSES);
    }

    private int[] search(float[] query, int effort, Bits accepted) {
        RandomAccessVectorValues stored = (RandomAccessVectorValues) searcher.getView();
        DefaultSearchScoreProvider scores =
                DefaultSearchScoreProvider.exact(TYPES.createFloatVector(query), SIMILARITY, stored);
        SearchResult found = searcher.search(scores, ClusteredVectors.NEIGHBOURS, effort, 0, 0, accepted);
        return Arrays.stream(found.getNodes()).mapToInt(node -> node.node).toArray();
    }

    @Override
    public void close() throws Exception {
        searcher.close();
        graph.close();
        file.close();
    }
}
