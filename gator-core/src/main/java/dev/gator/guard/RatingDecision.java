package dev.gator.guard;

import java.util.List;

/**
 * Which rating holds, and why.
 *
 * @param rating the strictest of all rules
 * @param usual the rating to write for where nothing special is asked
 * @param warning whether the content needs a warning label on its platform
 * @param reasons one sentence for each rule, strictest rules included
 */
public record RatingDecision(ContentRating rating, ContentRating usual, boolean warning, List<String> reasons) {

    /** Copies the reasons. */
    public RatingDecision {
        reasons = List.copyOf(reasons);
    }
}
