package dev.gator.guard;

import dev.gator.error.Require;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one party, a persona or a tenant, allows.
 *
 * @param usual the rating where nothing else is asked for
 * @param most the highest rating
 * @param platforms the highest rating on single platforms; can only be stricter than the platform's own rule
 */
public record RatingLimits(ContentRating usual, ContentRating most, Map<String, ContentRating> platforms) {

    /** Safe for everybody, everywhere: the limits of everyone who says nothing. */
    public static final RatingLimits SFW = upTo(ContentRating.SFW);

    /** Checks that the usual rating is allowed and normalises the platforms' names. */
    public RatingLimits {
        Require.that(usual.fits(most), "usual rating " + usual + " is above the highest allowed, " + most);
        platforms = platforms.entrySet().stream()
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                entry -> platformName(entry.getKey()),
                                Map.Entry::getValue,
                                ContentRating::stricter,
                                TreeMap::new),
                        Map::copyOf));
    }

    /** Returns limits that are usually safe for everybody and allow up to {@code most}. */
    public static RatingLimits upTo(ContentRating most) {
        return new RatingLimits(ContentRating.SFW, most, Map.of());
    }

    /** Returns a copy with another usual rating. */
    public RatingLimits usually(ContentRating other) {
        return new RatingLimits(other, most, platforms);
    }

    /** Returns a copy that allows at most {@code rating} on that platform. */
    public RatingLimits on(String platform, ContentRating rating) {
        Map<String, ContentRating> copy = new TreeMap<>(platforms);
        copy.put(platformName(platform), rating);
        return new RatingLimits(usual, most, copy);
    }

    ContentRating mostOn(String platform) {
        return most.stricter(platforms.getOrDefault(platformName(platform), most));
    }

    static String platformName(String platform) {
        return Require.text("platform", platform).strip().toLowerCase(Locale.ROOT);
    }
}
