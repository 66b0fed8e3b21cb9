package dev.gator.guard;

import dev.gator.error.Require;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a platform allows, as far as is known.
 *
 * @param name lower case
 * @param most the highest rating
 * @param warned the ratings that need a warning label
 * @param ageCheck whether the platform checks ages
 * @param minimumAge how old its users are at least
 * @param policy where its rules can be read
 * @param verified when somebody last read them, or null if nobody has
 */
public record PlatformRule(
        String name,
        ContentRating most,
        Set<ContentRating> warned,
        boolean ageCheck,
        int minimumAge,
        URI policy,
        @Nullable LocalDate verified) {

    /** Normalises the name and copies the set. */
    public PlatformRule {
        name = RatingLimits.platformName(name);
        warned = Set.copyOf(warned);
        Require.range("minimum age", minimumAge, 0, 150);
    }
}
