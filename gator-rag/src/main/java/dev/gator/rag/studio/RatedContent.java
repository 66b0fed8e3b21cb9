package dev.gator.rag.studio;

import dev.gator.guard.ContentRating;
import java.util.List;

/**
 * How explicit a script is, and why.
 *
 * @param rating the rating
 * @param reasons the words it comes from, or what could not be judged
 */
public record RatedContent(ContentRating rating, List<String> reasons) {

    /** Copies the reasons. */
    public RatedContent {
        reasons = List.copyOf(reasons);
    }

    /** Returns the rating to label it with where somebody claims one: a claim can raise what was found, never lower it. */
    public ContentRating claimedAs(ContentRating claim) {
        return claim.fits(rating) ? rating : claim;
    }
}
