package dev.gator.bench.index;

import com.spotify.voyager.jni.Index;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Voyager: hnswlib over JNI. It has no filters. */
final class VoyagerContender implements Contender {

    private static final String FILE = "voyager.index";
    private static final int LINKS = 16;
    private static final int BUILD_EFFORT = 100;

    private Index index;

    @Override
    public void build(float[][] vectors, Path folder) throws Exception {
        try (Index building = new Index(
                Index.SpaceType.InnerProduct,
                vectors[0].length,
                LINKS,
                BUILD_EFFORT,
                1,
                vectors.length,
                Index.StorageDataType.Float32)) {
            building.addItems(vectors, LongStream.range(0, vectors.length).toArray(), 1);
            building.saveIndex(folder.resolve(FILE).toString());
        }
    }

    @Override
    public void open(Path folder) {
        index = Index.load(folder.resolve(FILE).toString());
    }

    @Override
    public int[] search(float[] query, int effort) {
        long[] labels = index.query(query, ClusteredVectors.NEIGHBOURS, effort).getLabels();
        return IntStream.range(0, labels.length).map(i -> (int) labels[i]).toArray();
    }

    @Override
    public void close() throws Exception {
        index.close();
    }
}
