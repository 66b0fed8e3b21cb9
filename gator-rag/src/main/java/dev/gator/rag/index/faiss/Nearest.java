package dev.gator.rag.index.faiss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/** Keeps the best of many rows; equal scores in the order of ids. For one thread. */
final class Nearest {

    private final int count;
    private final Comparator<Scored> bestFirst;
    private final PriorityQueue<Scored> kept;

    Nearest(int count, IntFunction<String> ids) {
        this.count = count;
        this.bestFirst =
                Comparator.comparingDouble(Scored::score).reversed().thenComparing(scored -> ids.apply(scored.row()));
        this.kept = new PriorityQueue<>(bestFirst.reversed());
    }

    /**
     * A row and how well it fits.
     *
     * @param row which
     * @param score 0 to 1
     */
    record Scored(int row, double score) {}

    void offer(int row, double score) {
        Scored scored = new Scored(row, score);
        if (kept.size() < count) {
            kept.add(scored);
        } else if (bestFirst.compare(scored, kept.element()) < 0) {
            kept.remove();
            kept.add(scored);
        }
    }

    int size() {
        return kept.size();
    }

    /** Returns what was kept, best first. */
    List<Scored> best() {
        List<Scored> best = new ArrayList<>(kept);
        best.sort(bestFirst);
        return best;
    }
}
