package dev.gator.rag.studio;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.guard.ContentRating;
import dev.gator.guard.GuardError;
import dev.gator.guard.MinorMarkers;
import dev.gator.json.JsonObject;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import dev.gator.rag.text.Words;
import dev.gator.rag.validate.BannedWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates scripts by their words. What it cannot judge it rates highest: a language without words is {@link
 * ContentRating#NSFW}, and so is what suggests a minor beside anything above {@link ContentRating#SFW}. Thread-safe.
 */
public final class ContentRater {

    private static final JsonObject DATA = Resource.object(ContentRater.class, "ratings.json")
            .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no ratings.json"));

    private final Map<ContentRating, List<String>> more;

    private ContentRater(Map<ContentRating, List<String>> more) {
        this.more = more;
    }

    /** Returns a rater that knows the words that Gator ships. */
    public static ContentRater standard() {
        return new ContentRater(Map.of());
    }

    /** Returns a copy that rates texts with these words, in any form and in all languages, at least so high. */
    public ContentRater rating(ContentRating atLeast, String... words) {
        Map<ContentRating, List<String>> copy = new EnumMap<>(ContentRating.class);
        copy.putAll(more);
        List<String> all = new ArrayList<>(copy.getOrDefault(atLeast, List.of()));
        all.addAll(List.of(words));
        copy.put(atLeast, List.copyOf(all));
        return new ContentRater(copy);
    }

    /** Rates all parts of a script. */
    public RatedContent rate(ReelScript script, Language language) {
        String tags =
                String.join(" ", script.hashtags().stream().map(Words::unglued).toList());
        return rate(script.spoken() + " " + script.caption() + " " + tags, language);
    }

    /** Rates a text. */
    public RatedContent rate(String text, Language language) {
        Optional<JsonObject> known = DATA.optionalObject(language.base());
        if (known.isEmpty()) {
            return new RatedContent(ContentRating.NSFW, List.of("there are no words of " + language + " to judge by"));
        }
        ContentRating rating = ContentRating.SFW;
        List<String> reasons = new ArrayList<>();
        for (ContentRating one : List.of(ContentRating.MODERATE, ContentRating.NSFW)) {
            List<String> words = new ArrayList<>(Resource.texts(known.get(), key(one)));
            words.addAll(more.getOrDefault(one, List.of()));
            for (String word : BannedWords.of(words, language).in(text)) {
                rating = one;
                reasons.add("\"" + word + "\" is " + one);
            }
        }
        return minors(text, rating, reasons);
    }

    /**
     * Refuses a script that is more explicit than allowed.
     *
     * @throws GatorException with {@link GuardError#RATING_TOO_HIGH} and the reasons, or with
     *     {@link GuardError#CONTENT_NOT_ALLOWED} if a text above {@link ContentRating#SFW} suggests a minor
     */
    public RatedContent require(ReelScript script, Language language, ContentRating most) {
        RatedContent rated = rate(script, language);
        MinorMarkers.refuse(rated.rating(), script.spoken() + " " + script.caption());
        if (!rated.rating().fits(most)) {
            throw new GatorException(
                    GuardError.RATING_TOO_HIGH,
                    "the script is " + rated.rating() + ", allowed is " + most + ": "
                            + String.join(", ", rated.reasons()));
        }
        return rated;
    }

    private static RatedContent minors(String text, ContentRating rating, List<String> reasons) {
        if (rating != ContentRating.SFW && MinorMarkers.in(text)) {
            reasons.add("it suggests a minor");
            return new RatedContent(ContentRating.NSFW, reasons);
        }
        return new RatedContent(rating, reasons);
    }

    private static String key(ContentRating rating) {
        return rating == ContentRating.NSFW ? "explicit" : "suggestive";
    }
}
