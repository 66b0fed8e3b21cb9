package dev.gator.bench.index;

import java.nio.file.Path;
import java.util.List;

/** A library with an index on disk. */
interface Contender extends AutoCloseable {

    /** Builds the index into an empty folder. */
    void build(float[][] vectors, Path folder) throws Exception;

    /** Opens what was built. */
    void open(Path folder) throws Exception;

    /** Returns how hard it may try, least first; measured is the first that finds enough. */
    default List<Integer> efforts() {
        return List.of(10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 130, 160, 200, 250, 320, 400, 500, 640, 800, 1_000);
    }

    /** Returns the nearest. */
    int[] search(float[] query, int effort) throws Exception;

    /** Returns the nearest that {@link ClusteredVectors#passes}; empty if it has no filters. */
    default int[] searchFiltered(float[] query, int effort) throws Exception {
        return new int[0];
    }

    @Override
    void close() throws Exception;
}
