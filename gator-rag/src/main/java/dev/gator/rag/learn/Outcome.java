package dev.gator.rag.learn;

import dev.gator.error.Require;
import java.time.Duration;

/**
 * What people did with a script or an example.
 *
 * @param views how often it was shown
 * @param likes how often it was liked
 * @param shares how often it was passed on
 * @param conversions how often somebody bought, booked or signed up
 * @param watched how long it was watched, all views together
 */
public record Outcome(long views, long likes, long shares, long conversions, Duration watched) {

    /** Nothing happened yet. */
    public static final Outcome NONE = new Outcome(0, 0, 0, 0, Duration.ZERO);

    /** Checks that nothing is negative and that nobody acted without seeing it. */
    public Outcome {
        Require.notNegative("views", views);
        Require.notNegative("likes", likes);
        Require.notNegative("shares", shares);
        Require.notNegative("conversions", conversions);
        Require.that(!watched.isNegative(), "watch time is negative: " + watched);
        Require.that(
                views > 0 || (likes == 0 && shares == 0 && conversions == 0),
                "likes, shares or conversions without a view");
    }

    /** Returns the outcome of something that was only seen. */
    public static Outcome views(long count) {
        return new Outcome(count, 0, 0, 0, Duration.ZERO);
    }

    /** Returns a copy with likes. */
    public Outcome likes(long count) {
        return new Outcome(views, count, shares, conversions, watched);
    }

    /** Returns a copy with shares. */
    public Outcome shares(long count) {
        return new Outcome(views, likes, count, conversions, watched);
    }

    /** Returns a copy with conversions. */
    public Outcome conversions(long count) {
        return new Outcome(views, likes, shares, count, watched);
    }

    /** Returns a copy with watch time, all views together. */
    public Outcome watched(Duration time) {
        return new Outcome(views, likes, shares, conversions, time);
    }

    /** Returns both outcomes together. */
    public Outcome plus(Outcome more) {
        return new Outcome(
                views + more.views,
                likes + more.likes,
                shares + more.shares,
                conversions + more.conversions,
                watched.plus(more.watched));
    }

    /** Returns how often somebody did something, at most once a view. */
    public long engagements() {
        return Math.min(views, likes + shares + conversions);
    }

    /** Returns the share of views in which somebody did something, 0 to 1; 0 without views. */
    public double rate() {
        return views == 0 ? 0 : engagements() / (double) views;
    }

    /** Returns how long one view lasted on average. */
    public Duration watchedEach() {
        return views == 0 ? Duration.ZERO : watched.dividedBy(views);
    }
}
