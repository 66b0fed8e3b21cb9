package dev.gator.rag.chunk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Divides the units of a section at its deepest valley, then the halves at theirs, while that is allowed or needed. Takes the
 * gaps from the deepest on: what is not cut when its turn comes never will be, because the runs around it only get shorter.
 */
final class Division {

    private final List<Unit> units;
    private final Likeness.Gaps gaps;
    private final int most;
    private final long[] lengthUpTo;
    private final TreeSet<Integer> cuts = new TreeSet<>();

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

    /** Returns the runs of neighbouring units that make a piece each; below {@code least} only where nothing else is possible. */
    List<List<Unit>> runs(int least) {
        cuts.add(0);
        cuts.add(units.size());
        List<Integer> deepestFirst = IntStream.range(1, units.size())
                .boxed()
                .sorted(Comparator.comparingDouble(gaps::before))
                .toList();
        deepestFirst.forEach(at -> cutIf(at, least, gaps.isValley(at)));
        deepestFirst.forEach(at -> cutIf(at, 0, false));
        List<List<Unit>> runs = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(1)) {
            runs.add(units.subList(from, to));
            from = to;
        }
        return runs;
    }

    private void cutIf(int at, int least, boolean valley) {
        Integer before = cuts.floor(at);
        Integer after = cuts.higher(at);
        if (before == null || after == null || before == at) {
            return; // a cut already
        }
        boolean allowed = length(before, at) >= least && length(at, after) >= least;
        if (allowed && (valley || length(before, after) > most)) {
            cuts.add(at);
        }
    }

    private long length(int from, int to) {
        return lengthUpTo[to] - lengthUpTo[from];
    }
}
