package dev.gator.rag.index.sketch;

import java.io.IOException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.NeighborQueue;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/** Passes estimates on and remembers the best of them. */
final class Promising implements RandomVectorScorer {

    private final RandomVectorScorer estimates;
    private final @Nullable Bits allowed;
    private final int most;
    private final NeighborQueue best;

    Promising(RandomVectorScorer estimates, @Nullable Bits allowed, int most) {
        this.estimates = estimates;
        this.allowed = allowed;
        this.most = most;
        this.best = new NeighborQueue(most, false);
    }

    @Override
    public float score(int vector) throws IOException {
        float score = estimates.score(vector);
        boolean better = best.size() < most || score > best.topScore();
        if (better && (allowed == null || allowed.get(vector))) {
            best.insertWithOverflow(vector, score);
        }
        return score;
    }

    int[] vectors() {
        return best.nodes();
    }

    @Override
    public int maxOrd() {
        return estimates.maxOrd();
    }

    @Override
    public int ordToDoc(int vector) {
        return estimates.ordToDoc(vector);
    }

    @Override
    public @Nullable Bits getAcceptOrds(@Nullable Bits accepted) {
        return estimates.getAcceptOrds(accepted);
    }
}
