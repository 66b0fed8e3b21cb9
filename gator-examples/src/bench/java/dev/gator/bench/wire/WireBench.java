package dev.gator.bench.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Calls one loopback service through Gator, through OkHttp by hand, and through two other libraries, in turns and in one
 * process, and prints medians and ratios. Only ratios within one run mean anything.
 *
 * <p>Arguments: milliseconds for each measurement (default 2000) and rounds (default 3).
 */
public final class WireBench {

    static final String QUESTION = "What is the capital of Portugal, and what should I wear there in May?";

    private static final List<String> TEXTS = IntStream.range(0, BenchServer.TEXTS)
            .mapToObj(i -> "Sentence number " + i + " that wants to be found again.")
            .toList();

    private final long millis;
    private final int rounds;

    private WireBench(long millis, int rounds) {
        this.millis = millis;
        this.rounds = rounds;
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws Exception {
        long millis = args.length > 0 ? Long.parseLong(args[0]) : 2_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Process server = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String url = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            new WireBench(millis, rounds).run(url);
            ColdStart.measure(url);
        } finally {
            server.destroyForcibly();
        }
    }

    private void run(String url) throws Exception {
        Map<Contestants, Contestant> field = new EnumMap<>(Contestants.class);
        for (Contestants contestant : Contestants.all()) {
            field.put(contestant, contestant.open(url));
        }
        checkAnswers(field);
        for (int callers : new int[] {1, 16, 128}) {
            compare("chat, " + callers + " callers (requests)", field, callers, c -> c.chat().isEmpty() ? 0 : 1);
        }
        for (int callers : new int[] {1, 16}) {
            compare("stream of 200 tokens, " + callers + " callers (tokens)", field, callers, Contestant::stream);
        }
        compare("embeddings 16 x 1536, 4 callers (requests)", field, 4, c -> c.embed(TEXTS) > 0 ? 1 : 0);
        field.values().forEach(Contestant::close);
    }

    private static void checkAnswers(Map<Contestants, Contestant> field) throws IOException {
        for (Map.Entry<Contestants, Contestant> entry : field.entrySet()) {
            Contestant contestant = entry.getValue();
            boolean right = contestant.chat().contains("Lisbon")
                    && contestant.stream() == BenchServer.TOKENS
                    && contestant.embed(TEXTS) == BenchServer.TEXTS;
            if (!right) {
                throw new IOException(entry.getKey().label() + " gives wrong answers");
            }
        }
    }

    private void compare(
            String title, Map<Contestants, Contestant> field, int callers, ToIntFunction<Contestant> action)
            throws InterruptedException {
        Map<Contestants, List<Measurement>> results = new EnumMap<>(Contestants.class);
        for (int round = -1; round < rounds; round++) { // round -1 warms up
            for (Map.Entry<Contestants, Contestant> entry : field.entrySet()) {
                Measurement measured =
                        Measurement.of(callers, millis, () -> action.applyAsInt(entry.getValue()));
                if (round >= 0) {
                    results.computeIfAbsent(entry.getKey(), k -> new ArrayList<>()).add(measured);
                }
            }
        }
        print(title, results);
    }

    private static void print(String title, Map<Contestants, List<Measurement>> results) {
        double floor = median(results.get(Contestants.FLOOR), Measurement::perSecond);
        System.out.printf("%n%s%n", title);
        System.out.printf(
                "  %-26s %12s %8s %10s %10s %12s %12s%n",
                "", "per second", "x floor", "p50 us", "p99 us", "bytes each", "cpu us each");
        results.forEach((who, all) -> System.out.printf(
                "  %-26s %,12.0f %8.2f %10.0f %10.0f %,12.0f %12.2f%n",
                who.label(),
                median(all, Measurement::perSecond),
                median(all, Measurement::perSecond) / floor,
                median(all, Measurement::p50Micros),
                median(all, Measurement::p99Micros),
                median(all, Measurement::bytesPerUnit),
                median(all, Measurement::cpuMicrosPerUnit)));
    }

    private static double median(List<Measurement> all, ToDoubleFunction<Measurement> figure) {
        List<Measurement> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(figure));
        return figure.applyAsDouble(sorted.get(sorted.size() / 2));
    }
}
