package dev.gator.bench.wire;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a fresh JVM for one single call and measures time, memory, classes, and the jars they came from. */
public final class ColdStart {

    private static final int RUNS = 5;
    private static final Pattern SOURCE = Pattern.compile("source: file:(\\S+\\.jar)");

    private ColdStart() {}

    /** The child: asks once and prints its peak memory. */
    public static void main(String[] args) throws IOException {
        try (Contestant contestant = Contestants.valueOf(args[0]).open(args[1])) {
            String answer = contestant.chat();
            System.out.println("ANSWER " + answer.contains("Lisbon"));
        }
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                System.out.println(line);
            }
        }
        System.exit(0);
    }

    static void measure(String url) throws IOException, InterruptedException {
        System.out.printf("%ncold start to the first answer (median of %d)%n", RUNS);
        System.out.printf("  %-26s %8s %8s %8s %6s %8s%n", "", "ms", "classes", "peak MB", "jars", "jar MB");
        for (Contestants contestant : Contestants.all()) {
            List<Long> millis = new ArrayList<>();
            List<Long> peaks = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                peaks.add(child(contestant, url, false).peakKilobytes());
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            Loaded loaded = child(contestant, url, true).loaded();
            long bytes = loaded.jars().stream().mapToLong(jar -> new File(jar).length()).sum();
            System.out.printf(
                    "  %-26s %8d %8d %8d %6d %8.1f%n",
                    contestant.label(),
                    median(millis),
                    loaded.classes(),
                    median(peaks) / 1024,
                    loaded.jars().size(),
                    bytes / 1e6);
        }
    }

    private static Run child(Contestants contestant, String url, boolean listClasses)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        if (listClasses) {
            command.add("-Xlog:class+load:stdout");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ColdStart.class.getName()));
        command.addAll(List.of(contestant.name(), url));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long peak = 0;
        int classes = 0;
        Set<String> jars = new TreeSet<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("VmHWM")) {
                    peak = Long.parseLong(line.replaceAll("\\D+", ""));
                }
                classes += line.contains("[class,load]") ? 1 : 0;
                Matcher source = SOURCE.matcher(line);
                if (source.find()) {
                    jars.add(source.group(1));
                }
            }
        }
        process.waitFor();
        return new Run(peak, new Loaded(classes, jars));
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private record Run(long peakKilobytes, Loaded loaded) {}

    private record Loaded(int classes, Set<String> jars) {}
}
