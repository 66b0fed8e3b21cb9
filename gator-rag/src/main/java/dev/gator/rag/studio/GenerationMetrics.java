package dev.gator.rag.studio;

import dev.gator.metrics.LatencyHistogram;
import dev.gator.rag.reel.Generation;
import dev.gator.rag.reel.GenerationWatch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts how the makers of scripts do, each model apart. Forgets with the process. Thread-safe. */
public final class GenerationMetrics implements GenerationWatch {

    private static final int NAMES = 1_000;

    /**
     * How one maker does.
     *
     * @param model who
     * @param total how many scripts were asked for
     * @param failed how many never came
     * @param invalid how many came but break a rule
     * @param cached how many had been written before
     * @param attempts how many tries were made for those that had not
     * @param mean how long one took on average
     * @param slow the time that 95 of 100 stayed below
     * @param sectors how many for each sector, most first
     * @param hooks how many for each type of hook, most first
     */
    public record Figures(
            String model,
            long total,
            long failed,
            long invalid,
            long cached,
            long attempts,
            Duration mean,
            Duration slow,
            List<Count> sectors,
            List<Count> hooks) {

        /** Returns the share of scripts that came and break a rule, 0 to 1. */
        public double invalidRate() {
            return total == failed ? 0 : invalid / (double) (total - failed);
        }

        /** Returns the share of tries that broke a rule or could not be read, 0 to 1. */
        public double rejectedRate() {
            long accepted = total - failed - invalid - cached;
            return attempts == 0 ? 0 : Math.max(0, attempts - accepted) / (double) attempts;
        }
    }

    /**
     * How often something occurred.
     *
     * @param name what
     * @param count how often
     */
    public record Count(String name, long count) {}

    private final Map<String, Tally> tallies = new TreeMap<>();

    private GenerationMetrics() {}

    /** Returns metrics that have seen nothing. */
    public static GenerationMetrics create() {
        return new GenerationMetrics();
    }

    @Override
    public synchronized void on(Generation generation) {
        tallies.computeIfAbsent(generation.model(), model -> new Tally()).add(generation);
    }

    /** Returns how a model does, if it was asked for a script. */
    public synchronized Optional<Figures> of(String model) {
        return Optional.ofNullable(tallies.get(model)).map(tally -> tally.figures(model));
    }

    /** Returns how all models do, in the order of their ids. */
    public synchronized List<Figures> all() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey()))
                .toList();
    }

    private static final class Tally {
        private final LatencyHistogram latency = LatencyHistogram.create();
        private final Map<String, Long> sectors = new TreeMap<>();
        private final Map<String, Long> hooks = new TreeMap<>();
        private long failed;
        private long invalid;
        private long cached;
        private long attempts;

        void add(Generation generation) {
            latency.add(generation.took());
            failed += generation.error().isPresent() ? 1 : 0;
            invalid += generation.error().isEmpty() && !generation.valid() ? 1 : 0;
            cached += generation.cached() && generation.valid() ? 1 : 0;
            attempts += generation.cached() ? 0 : generation.attempts();
            count(sectors, generation.sector().name());
            count(hooks, generation.hook().name());
        }

        Figures figures(String model) {
            long total = latency.count();
            return new Figures(
                    model,
                    total,
                    failed,
                    invalid,
                    cached,
                    attempts,
                    total == 0 ? Duration.ZERO : latency.total().dividedBy(total),
                    latency.percentile(0.95).orElse(Duration.ZERO),
                    ranked(sectors),
                    ranked(hooks));
        }

        /** Catalogues are open: beyond so many names the new ones are counted together. */
        private static void count(Map<String, Long> counts, String name) {
            boolean room = counts.containsKey(name) || counts.size() < NAMES;
            counts.merge(room ? name : "others", 1L, Long::sum);
        }

        private static List<Count> ranked(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .map(entry -> new Count(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::name))
                    .toList();
        }
    }
}
