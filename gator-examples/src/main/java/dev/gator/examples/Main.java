package dev.gator.examples;

import dev.gator.examples.firstanswer.FirstAnswer;
import dev.gator.examples.reels.ReelJourney;
import java.io.PrintStream;
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

    private static Map<String, Journey> journeys() {
        Map<String, Journey> journeys = new LinkedHashMap<>();
        journeys.put("first answer", FirstAnswer::run);
        journeys.put("reel script", ReelJourney::run);
        return journeys;
    }
}
