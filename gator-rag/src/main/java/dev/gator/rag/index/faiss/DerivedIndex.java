package dev.gator.rag.index.faiss;

import dev.gator.error.GatorException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The FAISS index of the first rows of a collection; of none while there are too few to learn from. An extended index is a
 * new one: searches go on in the old one meanwhile.
 */
final class DerivedIndex implements AutoCloseable {

    private static final int BLOCK = 4_096;
    private static final int SAMPLING = 4;

    private final Path folder;
    private final long generation;
    private final Tuning tuning;
    private final @Nullable NativeIndex index;
    private final @Nullable Path file;
    private final int covered;

    private DerivedIndex(
            Path folder,
            long generation,
            Tuning tuning,
            @Nullable NativeIndex index,
            @Nullable Path file,
            int covered) {
        this.folder = folder;
        this.generation = generation;
        this.tuning = tuning;
        this.index = index;
        this.file = file;
        this.covered = covered;
    }

    /** Opens what was saved for this log, if it fits; else an index of no rows. */
    static DerivedIndex open(Path folder, long generation, Tuning tuning, int rows) {
        return SavedIndex.find(folder, generation, tuning.factory())
                .filter(saved -> saved.rows() <= rows)
                .map(saved -> new DerivedIndex(
                        folder, generation, tuning, NativeIndex.load(saved.file(), true), saved.file(), saved.rows()))
                .orElseGet(() -> new DerivedIndex(folder, generation, tuning, null, null, 0));
    }

    /** Returns how many rows it covers, from the first on. */
    int covered() {
        return covered;
    }

    /** Returns the rows that lie nearest by FAISS's estimate, best first. */
    long[] search(float[] query, int count, BitSet among, int allowed) {
        if (index == null) {
            return new long[0];
        }
        BitSet mask = allowed == covered ? null : among;
        return index.search(query, tuning.asked(count), tuning.widthFor(allowed, covered), mask);
    }

    /** Returns an index of that many rows, or nothing while there are too few to learn from. */
    Optional<DerivedIndex> extended(VectorSource source, int target) {
        if (source.dimensions() == 0) {
            return Optional.empty();
        }
        NativeIndex next = file == null
                ? NativeIndex.create(source.dimensions(), tuning.factory())
                : NativeIndex.load(file, false);
        try {
            if (!isReady(next, source, target)) {
                next.close();
                return Optional.empty();
            }
            for (int from = covered; from < target; from += BLOCK) {
                next.add(source.vectors(from, Math.min(target, from + BLOCK)));
            }
            SavedIndex saved = SavedIndex.save(next, folder, generation, tuning.factory());
            return Optional.of(new DerivedIndex(folder, generation, tuning, next, saved.file(), saved.rows()));
        } catch (GatorException e) {
            next.close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (index != null) {
            index.close();
        }
    }

    private static boolean isReady(NativeIndex index, VectorSource source, int target) {
        long wanted = index.trainingPoints();
        if (wanted == 0) {
            return true;
        }
        float[] sample = source.sample(target, (int) Math.min(Integer.MAX_VALUE, wanted * SAMPLING));
        if (sample.length < wanted * source.dimensions()) {
            return false;
        }
        index.train(sample);
        return true;
    }
}
