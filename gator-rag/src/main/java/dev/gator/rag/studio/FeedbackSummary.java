package dev.gator.rag.studio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What people think of one output, together.
 *
 * @param count how many said something
 * @param starCounts how many gave one, two, three, four and five stars
 * @param up how many thumbs are up
 * @param down how many thumbs are down
 * @param comments how many used words
 */
public record FeedbackSummary(int count, List<Integer> starCounts, int up, int down, int comments) {

    private static final double Z = 1.96;

    /** Copies the list. */
    public FeedbackSummary {
        starCounts = List.copyOf(starCounts);
    }

    /** Sums up. */
    static FeedbackSummary of(List<Feedback> all) {
        List<Integer> stars = new ArrayList<>(Collections.nCopies(5, 0));
        all.forEach(one -> one.stars().ifPresent(count -> stars.set(count - 1, stars.get(count - 1) + 1)));
        long up = all.stream().filter(one -> one.liked().orElse(false)).count();
        long thumbs = all.stream().filter(one -> one.liked().isPresent()).count();
        long comments = all.stream().filter(one -> !one.comment().isBlank()).count();
        return new FeedbackSummary(all.size(), stars, (int) up, (int) (thumbs - up), (int) comments);
    }

    /** Returns the mean of the stars, or 0 if nobody gave any. */
    public double meanStars() {
        int given = starCounts.stream().mapToInt(Integer::intValue).sum();
        double sum = 0;
        for (int i = 0; i < starCounts.size(); i++) {
            sum += (i + 1.0) * starCounts.get(i);
        }
        return given == 0 ? 0 : sum / given;
    }

    /** Returns the lower bound of the share of thumbs up (Wilson, 95 %), so that three of three do not beat ninety of 100. */
    public double approval() {
        double votes = up + down;
        if (votes == 0) {
            return 0;
        }
        double share = up / votes;
        double spread = Z * Math.sqrt(share * (1 - share) / votes + Z * Z / (4 * votes * votes));
        return Math.max(0, (share + Z * Z / (2 * votes) - spread) / (1 + Z * Z / votes));
    }
}
