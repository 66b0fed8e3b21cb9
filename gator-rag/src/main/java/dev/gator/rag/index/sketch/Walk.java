package dev.gator.rag.index.sketch;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.NeighborQueue;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a graph: down the levels to the neighbourhood, then outwards from the nearest until nothing nearer turns
 * up. It differs from Lucene's own in two things: it remembers the best of all it has seen, which are more than it follows,
 * and it estimates all neighbours of a vector in one go, so that the processor fetches their sketches at the same time.
 */
final class Walk {

    private final SketchScorer estimates;
    private final HnswGraph graph;
    private final @Nullable Bits allowed;
    private final int follow;
    private final int remember;
    private final long most;
    private final FixedBitSet visited;
    private final NeighborQueue promising;
    private int[] neighbours = new int[Long.SIZE];
    private float[] scores = new float[Long.SIZE];
    private long seen;

    /**
     * Prepares a walk.
     *
     * @param follow how many of the nearest are followed
     * @param remember how many of the nearest are remembered
     * @param most after how many estimates the walk is given up
     */
    Walk(SketchScorer estimates, HnswGraph graph, @Nullable Bits allowed, int follow, int remember, long most) {
        this.estimates = estimates;
        this.graph = graph;
        this.allowed = allowed;
        this.follow = follow;
        this.remember = remember;
        this.most = most;
        this.visited = new FixedBitSet(estimates.maxOrd());
        this.promising = new NeighborQueue(remember, false);
    }

    /** Walks; what was promising is then known. */
    void go() throws IOException {
        int entry = graph.entryNode();
        if (entry >= 0) {
            for (int level = graph.numLevels() - 1; level > 0; level--) {
                entry = descend(level, entry);
            }
            spread(entry);
        }
    }

    long seen() {
        return seen;
    }

    int[] promising() {
        return promising.nodes();
    }

    /** Returns the vector of a level from which no neighbour is nearer. */
    private int descend(int level, int from) throws IOException {
        int best = from;
        float bestScore = estimates.estimate(from);
        for (int at = -1; at != best; ) {
            at = best;
            int count = neighbours(level, at);
            for (int i = 0; i < count; i++) {
                if (scores[i] > bestScore) {
                    bestScore = scores[i];
                    best = neighbours[i];
                }
            }
        }
        visited.clear(0, visited.length());
        return best;
    }

    private void spread(int from) throws IOException {
        NeighborQueue ahead = new NeighborQueue(follow, true);
        NeighborQueue nearest = new NeighborQueue(follow, false);
        visited.set(from);
        reach(from, estimates.estimate(from), ahead, nearest);
        while (ahead.size() > 0 && seen < most) {
            float score = ahead.topScore();
            if (nearest.size() >= follow && score < nearest.topScore()) {
                return;
            }
            int count = neighbours(0, ahead.pop());
            for (int i = 0; i < count; i++) {
                reach(neighbours[i], scores[i], ahead, nearest);
            }
        }
    }

    private void reach(int vector, float score, NeighborQueue ahead, NeighborQueue nearest) {
        boolean counts = allowed == null || allowed.get(vector);
        if (counts && (promising.size() < remember || score > promising.topScore())) {
            promising.insertWithOverflow(vector, score);
        }
        if (nearest.size() < follow || score > nearest.topScore()) {
            ahead.add(vector, score);
            if (counts) {
                nearest.insertWithOverflow(vector, score);
            }
        }
    }

    /** Finds the neighbours that are new, and their estimates; returns how many. */
    private int neighbours(int level, int of) throws IOException {
        graph.seek(level, of);
        int count = 0;
        for (int next = graph.nextNeighbor(); next != DocIdSetIterator.NO_MORE_DOCS; next = graph.nextNeighbor()) {
            if (!visited.getAndSet(next)) {
                if (count == neighbours.length) {
                    neighbours = Arrays.copyOf(neighbours, 2 * count);
                    scores = new float[2 * count];
                }
                neighbours[count++] = next;
            }
        }
        estimates.estimate(neighbours, count, scores);
        seen += count;
        return count;
    }
}
