package dev.gator.bench.index;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Builds, opens and searches an index of clustered vectors with each library, each in a process of its own, and prints
 * processor time, size and memory at the least effort that finds 95 of 100 nearest. Only ratios within one run mean anything.
 *
 * <p>Arguments: vectors (default 20000), dimensions (default 384), and which libraries (default all).
 */
public final class IndexBench {

    private static final double ENOUGH = 0.95;
    private static final int ROUNDS = 4;
    private static final double MILLION = 1e6;
    private static final Map<String, Supplier<Contender>> ALL = new TreeMap<>(Map.of(
            "gator-lucene", GatorContender::lucene,
            "lucene-float", RawLuceneContender::floats,
            "lucene-int8", RawLuceneContender::bytes,
            "jvector", JVectorContender::new,
            "voyager", VoyagerContender::new));

    private final ClusteredVectors data;

    private IndexBench(ClusteredVectors data) {
        this.data = data;
    }

    /** Runs the benchmark, or one library of it. */
    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int dimensions = args.length > 1 ? Integer.parseInt(args[1]) : 384;
        if (args.length == 3) {
            new IndexBench(new ClusteredVectors(count, dimensions)).measure(args[2], ALL.get(args[2]).get());
            return;
        }
        System.out.printf("%d clustered vectors of %d dimensions, Java %s%n", count, dimensions, Runtime.version());
        System.out.printf(
                "%-14s %8s %8s %8s %9s %9s %9s %9s %9s%n",
                "", "build s", "disk MB", "load ms", "effort", "recall", "query us", "1% recall", "1% us");
        List<String> chosen = args.length > 3 ? List.of(args).subList(2, args.length) : List.copyOf(ALL.keySet());
        for (String name : chosen) {
            alone(String.valueOf(count), String.valueOf(dimensions), name);
        }
    }

    /** Runs one library in a fresh process: no other's profile misleads the compiler. */
    private static void alone(String... args) throws Exception {
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        Stream<String> command = Stream.of(
                        Stream.of(System.getProperty("java.home") + "/bin/java"),
                        flags.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), IndexBench.class.getName()),
                        Stream.of(args))
                .flatMap(part -> part);
        new ProcessBuilder(command.toList()).inheritIO().start().waitFor();
    }

    private void measure(String name, Contender contender) throws Exception {
        Path folder = Files.createTempDirectory("bench-index");
        try (contender) {
            double cpu = processSeconds();
            contender.build(data.vectors, folder);
            double build = processSeconds() - cpu;
            long start = System.nanoTime();
            contender.open(folder);
            contender.search(data.queries[0], contender.efforts().get(0));
            double load = (System.nanoTime() - start) / MILLION;
            int effort = leastEffort(contender);
            Result plain = queries(contender, effort, false);
            Result filtered = queries(contender, effort, true);
            System.out.printf(
                    "%-14s %8.1f %8.1f %8.0f %9d %9.3f %9.0f %9.3f %9.0f%n",
                    name,
                    build,
                    size(folder) / MILLION,
                    load,
                    effort,
                    plain.recall,
                    plain.micros,
                    filtered.recall,
                    filtered.micros);
        } finally {
            delete(folder);
        }
    }

    private int leastEffort(Contender contender) throws Exception {
        int last = 0;
        for (int effort : contender.efforts()) {
            last = effort;
            if (round(contender, effort, false) >= ENOUGH) {
                break;
            }
        }
        return last;
    }

    private Result queries(Contender contender, int effort, boolean filtered) throws Exception {
        double recall = round(contender, effort, filtered);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            round(contender, effort, filtered);
            long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            best = Math.min(best, (after - before) / 1e3 / data.queries.length);
        }
        return new Result(recall, best);
    }

    private double round(Contender contender, int effort, boolean filtered) throws Exception {
        int found = 0;
        for (int q = 0; q < data.queries.length; q++) {
            int[] ids = filtered
                    ? contender.searchFiltered(data.queries[q], effort)
                    : contender.search(data.queries[q], effort);
            found += data.found(q, ids, filtered);
        }
        return (double) found / data.queries.length / ClusteredVectors.NEIGHBOURS;
    }

    private static double processSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private record Result(double recall, double micros) {}
}
