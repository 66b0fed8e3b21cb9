package dev.gator.examples;

import dev.gator.examples.deliberation.Deliberation;
import dev.gator.examples.evidence.EvidenceJourney;
import dev.gator.examples.firstanswer.FirstAnswer;
import dev.gator.examples.reels.ReelJourney;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every journey, or those named on the command line. This is what {@code mvn compile exec:java} starts. */
public final class Main {

    private Main() {}

    /** Runs the journeys. */
    public static void main(String[] args) {
        run(System.out, args);
    }

    static void run(PrintStream out, String... names) {
        Map<String, Journey> all = journeys();
        Iterable<String> chosen = names.length == 0 ? all.keySet() : List.of(names);
        for (String name : chosen) {
            Journey journey = all.get(name);
            if (journey == null) {
                out.println("There is no journey \"" + name + "\"; there are " + all.keySet());
                return;
            }
            out.println("── " + name + " " + "─".repeat(Math.max(0, 76 - name.length())));
            journey.run(out);
            out.println();
        }
    }

    private static void deliberate(PrintStream out) {
        try {
            Path page = Files.createTempFile("gator-why", ".html");
            Deliberation.run(out, page);
            out.println("why the vote came out so: " + page.toUri());
        } catch (IOException e) {
            out.println("cannot write the explanation: " + e.getMessage());
        }
    }

    private static Map<String, Journey> journeys() {
        Map<String, Journey> journeys = new LinkedHashMap<>();
        journeys.put("first answer", FirstAnswer::run);
        journeys.put("deliberation", Main::deliberate);
        journeys.put("evidence", EvidenceJourney::run);
        journeys.put("reel script", ReelJourney::run);
        return journeys;
    }
}
