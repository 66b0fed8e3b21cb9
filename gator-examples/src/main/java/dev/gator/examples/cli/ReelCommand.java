package dev.gator.examples.cli;

import dev.gator.Gator;
import dev.gator.error.Require;
import dev.gator.rag.Reels;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import java.io.PrintStream;
import java.util.Map;

/** Writes one script for a short video and shows it with its scores and notes. */
final class ReelCommand {

    private static final Map<Sector, String> OFFERS = Map.ofEntries(
            Map.entry(Sector.FITNESS, "home workout plans"),
            Map.entry(Sector.FINANCE, "a household budget app"),
            Map.entry(Sector.FASHION, "everyday outfits"),
            Map.entry(Sector.BEAUTY, "a three-step routine"),
            Map.entry(Sector.PRODUCTIVITY, "a planning app"),
            Map.entry(Sector.PETS, "dog walks"),
            Map.entry(Sector.EDUCATION, "online courses"),
            Map.entry(Sector.WELLNESS, "yoga classes"),
            Map.entry(Sector.TECHNOLOGY, "a note-taking app"),
            Map.entry(Sector.FOOD, "weekly menus"),
            Map.entry(Sector.TRAVEL, "weekend trips"),
            Map.entry(Sector.REAL_ESTATE, "home viewings"));

    private final Gator gator;
    private final PrintStream out;

    ReelCommand(Gator gator, PrintStream out) {
        this.gator = gator;
        this.out = out;
    }

    int run(Options options) {
        Sector sector = Sector.of(options.value("--sector", "fitness"));
        BrandProfile brand = BrandProfile.builder(options.value("--brand", "Norte"))
                .sector(sector)
                .audience(who -> who.painPoint(options.value("--pain", "no time")))
                .offer(options.value("--offer", OFFERS.getOrDefault(sector, "something good")))
                .build();
        String seconds = options.value("--seconds", "30");
        Require.that(seconds.matches("\\d{1,3}"), "not a number of seconds: " + seconds);
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION)
                .seconds(Integer.parseInt(seconds))
                .language(options.value("--language", "en"));
        show(Reels.of(gator).generate(brand, request));
        return 0;
    }

    private void show(ReelResult reel) {
        ReelScript script = reel.script();
        out.println("HOOK     " + script.hook());
        out.println("BODY     " + script.body());
        out.println("CTA      " + script.cta());
        out.println("CAPTION  " + script.caption());
        out.println("TAGS     " + String.join(" ", script.hashtags()));
        out.println(reel.report().text());
        reel.notes().forEach(note -> out.println("note     " + note));
    }
}
