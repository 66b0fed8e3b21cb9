package dev.gator.rag.index.faiss;

import dev.gator.error.Require;

/**
 * How an index is made and searched.
 *
 * @param factory FAISS's own description of the index
 * @param width how much a search looks at: candidates of a graph, eight times the lists of an IVF index
 * @param indexFrom from how many new rows on the index is extended; fewer are compared one by one
 */
record Tuning(String factory, int width, int indexFrom) {

    static final int WIDTH = 128;
    static final int INDEX_FROM = 1_000;

    /** FAISS's codes lose precision, and a graph misses some: so many times more are asked for and compared exactly. */
    private static final int OVERSAMPLING = 4;

    /** About how many vectors a graph compares for each candidate that it keeps. */
    private static final int VISITS = 25;

    Tuning {
        Require.text("description of the index", factory);
        Require.range("width of the search", width, 1, 100_000);
        Require.range("first size of the index", indexFrom, 1, Integer.MAX_VALUE);
    }

    boolean isExact() {
        return factory.equals("Flat");
    }

    int asked(int count) {
        return isExact() ? count : count * OVERSAMPLING;
    }

    /** Returns up to how many allowed rows it is cheaper to compare each of them than to ask an index of so many rows. */
    int worthScanning(int rows) {
        return isGraph() ? (int) Math.sqrt((double) VISITS * width * rows) : indexFrom;
    }

    /** Returns how wide to search when only a part counts: a graph walks through what is not allowed, too. */
    int widthFor(int allowed, int rows) {
        return isGraph() ? (int) Math.min(Integer.MAX_VALUE, (long) width * rows / allowed) : width;
    }

    private boolean isGraph() {
        return factory.contains("HNSW");
    }
}
