package dev.gator.rag.chunk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Divides the units of a section at its deepest valley, then the halves at theirs, while that is allowed or needed. */
final class Division {

    private final List<Unit> units;
    private final Likeness.Gaps gaps;
    private final int most;
    private final long[] lengthUpTo;
    private final List<List<Unit>> runs = new ArrayList<>();

    Division(String text, List<Unit> units, Likeness.Gaps gaps, ChunkSize size) {
        this.units = units;
        this.gaps = gaps;
        this.most = size.most();
        this.lengthUpTo = new long[units.size() + 1];
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            int from = i == 0 ? unit.start() : units.get(i - 1).end();
            lengthUpTo[i + 1] = lengthUpTo[i] + size.of(text, from, unit.end());
        }
    }

    List<List<Unit>> runs(int least) {
        Deque<Extent> open = new ArrayDeque<>(); // a stack of our own: a long text may divide ten thousand deep
        open.push(new Extent(0, units.size()));
        while (!open.isEmpty()) {
            Extent run = open.pop();
            int cut = cut(run, least);
            if (cut < 0) {
                runs.add(units.subList(run.start(), run.end()));
            } else {
                open.push(new Extent(cut, run.end()));
                open.push(new Extent(run.start(), cut));
            }
        }
        return runs;
    }

    /** Returns the unit before which a run is divided, or -1 to leave it whole. */
    private int cut(Extent run, int least) {
        boolean tooLong = length(run.start(), run.end()) > most;
        int deepest = deepest(run, least);
        if (deepest >= 0 && (tooLong || gaps.isValley(deepest))) {
            return deepest;
        }
        return tooLong && run.end() - run.start() > 1 ? deepest(run, 0) : -1;
    }

    private int deepest(Extent run, int least) {
        int deepest = -1;
        for (int at = run.start() + 1; at < run.end(); at++) {
            boolean allowed = length(run.start(), at) >= least && length(at, run.end()) >= least;
            if (allowed && (deepest < 0 || gaps.before(at) < gaps.before(deepest))) {
                deepest = at;
            }
        }
        return deepest;
    }

    private long length(int from, int to) {
        return lengthUpTo[to] - lengthUpTo[from];
    }
}
