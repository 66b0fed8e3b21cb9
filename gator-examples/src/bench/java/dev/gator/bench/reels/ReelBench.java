package dev.gator.bench.reels;

import dev.gator.Gator;
import dev.gator.rag.Reels;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import java.util.Arrays;

/** Finds examples, writes offline, judges and scores: the whole of a script but the call of a model. */
public final class ReelBench {

    private static final int WARM_UP = 200;
    private static final int MEASURED = 1_000;

    private ReelBench() {}

    /** Prints the first, the median and the 99th percentile in milliseconds. */
    public static void main(String[] args) {
        try (Gator gator = Gator.builder().defaultModel("offline").build()) {
            Reels reels = Reels.of(gator);
            BrandProfile brand = BrandProfile.builder("FitLife Pro")
                    .sector(Sector.FITNESS)
                    .audience(who -> who.painPoint("no time"))
                    .offer("home workout plans")
                    .doNotUse("lazy", "fat")
                    .build();
            double first = millis(reels, brand, 0);
            for (int i = 1; i < WARM_UP; i++) {
                millis(reels, brand, i);
            }
            double[] times = new double[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                times[i] = millis(reels, brand, i);
            }
            Arrays.sort(times);
            System.out.printf(
                    "a script without the model's call: first %.1f ms, median %.2f ms, p99 %.2f ms%n",
                    first, times[MEASURED / 2], times[MEASURED * 99 / 100]);
        }
    }

    private static double millis(Reels reels, BrandProfile brand, int seed) {
        long start = System.nanoTime();
        reels.generate(brand, ScriptRequest.goal(Goal.CONVERSION).seed(seed));
        return (System.nanoTime() - start) / 1e6;
    }
}
