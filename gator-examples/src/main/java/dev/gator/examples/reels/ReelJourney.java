package dev.gator.examples.reels;

import dev.gator.Gator;
import dev.gator.rag.Reels;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import java.io.PrintStream;
import java.util.Locale;

/** A brand-safe script with its score card and the examples it learned from, five ranked variations, and Spanish. */
public final class ReelJourney {

    private ReelJourney() {}

    /** Runs the journey. */
    public static void run(PrintStream out) {
        try (Gator gator = Gator.builder().defaultModel("offline").build()) {
            Reels reels = Reels.of(gator);
            BrandProfile brand = BrandProfile.builder("FitLife Pro")
                    .sector(Sector.FITNESS)
                    .voice("energetic", "authentic")
                    .audience(who -> who.ages(25, 40).painPoint("no time"))
                    .offer("home workout plans")
                    .doNotUse("lazy", "fat")
                    .build();
            ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION)
                    .hook(HookType.QUESTION)
                    .emotion("curiosity")
                    .seconds(30);

            ReelResult reel = reels.generate(brand, request);
            show(reel.script(), out);
            out.println(reel.report().text());
            reel.examples().stream().limit(3).forEach(example -> out.println("example " + example));
            reel.attempts().forEach(out::println);

            out.println("\n> five variations, best first");
            for (ReelResult one : reels.variations(brand, request, 5).ranked()) {
                out.printf(
                        Locale.ROOT,
                        "%3.0f %-10s %s%n",
                        one.report().rank(),
                        one.request().hook(),
                        one.script().hook());
            }

            out.println("\n> the same brief in Spanish");
            show(reels.generate(brand, request.language("es")).script(), out);
        }
    }

    private static void show(ReelScript script, PrintStream out) {
        out.println("HOOK     " + script.hook());
        out.println("BODY     " + script.body());
        out.println("CTA      " + script.cta());
        out.println("CAPTION  " + script.caption());
        out.println("TAGS     " + String.join(" ", script.hashtags()));
    }
}
