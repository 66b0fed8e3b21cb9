package dev.gator.rag.index;

import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.search.IndexSearcher;

/** The best documents of those that were offered. */
final class Best {

    private final IndexSearcher searcher;
    private final int wanted;
    private final double minScore;
    private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());

    Best(IndexSearcher searcher, int wanted, double minScore) {
        this.searcher = searcher;
        this.wanted = wanted;
        this.minScore = minScore;
    }

    void offer(int doc, double score) {
        if (score < minScore) {
            return;
        }
        if (worstFirst.size() < wanted) {
            worstFirst.add(new Candidate(searcher, doc, score));
        } else if (score >= worstFirst.element().score()) {
            worstFirst.add(new Candidate(searcher, doc, score));
            worstFirst.remove();
        }
    }

    boolean isFull() {
        return worstFirst.size() == wanted;
    }

    /** Returns the score that a further document must reach; 0 while any would do. */
    double threshold() {
        return isFull() ? worstFirst.element().score() : 0;
    }

    List<Candidate> bestFirst() {
        return worstFirst.stream().sorted(Candidate.BEST_FIRST).toList();
    }
}
