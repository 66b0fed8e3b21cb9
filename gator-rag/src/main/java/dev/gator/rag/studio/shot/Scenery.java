package dev.gator.rag.studio.shot;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import java.util.List;
import java.util.Locale;

/** Who and what is seen, by sector, and how it is lit, by emotion. */
record Scenery(String who, String where, List<String> things, String light, List<String> framings, String offer) {

    private static final String ANY = "*";
    private static final JsonObject DATA = Resource.object(Scenery.class, "shots.json")
            .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no shots.json"));

    static Scenery of(BrandProfile brand, ScriptRequest request) {
        JsonObject sector = one("sectors", brand.sector().name()).asObject();
        return new Scenery(
                sector.string("who"),
                sector.string("where"),
                Resource.texts(sector, "things"),
                one("light", request.emotion().name()).asString(),
                Resource.texts(DATA, "framings"),
                brand.offer());
    }

    private static Json one(String group, String name) {
        JsonObject all = DATA.object(group);
        return all.member(all.has(name) ? name : ANY);
    }

    /** Returns the shot for some words: the person first, then hands and things in turn, the offer at the end. */
    Shot shot(Storyboard.Cut cut, int number) {
        String framing = framings.get(number % framings.size());
        String thing = things.get(number % things.size());
        String seen = cut.part() == ReelField.HOOK
                ? who + " " + where + ", looking into the camera"
                : cut.part() == ReelField.CTA ? who + " shows " + offer + " to the camera" : thing + " " + where;
        return new Shot(
                cut.part(),
                cut.seconds(),
                cut.spoken(),
                capital(framing) + ": " + seen,
                Phrases.whole(cut.spoken(), Shot.MOST_WORDS).orElse(""),
                capital(framing) + " of " + seen + ", " + light + ", vertical 9:16, photograph, no text, no logos",
                things.get((number + 1) % things.size()) + ", close");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
