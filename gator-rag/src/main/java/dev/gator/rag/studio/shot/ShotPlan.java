package dev.gator.rag.studio.shot;

import dev.gator.error.Require;
import java.util.List;
import java.util.Locale;

/**
 * What is seen while a script is said. The shots last exactly as long as the reel.
 *
 * @param seconds how long the reel is
 * @param shots the shots in order
 * @param thumbnail the text on the cover
 */
public record ShotPlan(int seconds, List<Shot> shots, String thumbnail) {

    /** The most words on a cover. */
    public static final int THUMBNAIL_WORDS = 5;

    /** Checks that the shots add up. */
    public ShotPlan {
        shots = Require.notEmpty("shots", shots);
        int sum = shots.stream().mapToInt(Shot::seconds).sum();
        Require.that(sum == seconds, "the shots take " + sum + " s, the reel has " + seconds + " s");
        Require.text("thumbnail text", thumbnail);
    }

    /** Returns when a shot begins, in seconds from the start; the first has the number 0. */
    public int begin(int shot) {
        Require.range("number of a shot", shot, 0, shots.size() - 1);
        return shots.subList(0, shot).stream().mapToInt(Shot::seconds).sum();
    }

    /** Returns the plan for people, one line for each shot. */
    public String text() {
        StringBuilder text = new StringBuilder("thumbnail: ").append(thumbnail);
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%n%2d-%2d s  %s | %s | text: %s",
                    begin(i),
                    begin(i) + shot.seconds(),
                    shot.spoken(),
                    shot.visual(),
                    shot.onScreen()));
        }
        return text.toString();
    }
}
