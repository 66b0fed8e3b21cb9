package dev.gator.rag.learn;

import dev.gator.error.Require;

/**
 * How often something was tried and how it went.
 *
 * @param won how much of the trials went well
 * @param lost how much did not
 */
public record Trials(double won, double lost) {

    /** Never tried. */
    public static final Trials NONE = new Trials(0, 0);

    /** Checks that nothing is negative. */
    public Trials {
        Require.range("won", won, 0.0, Double.MAX_VALUE);
        Require.range("lost", lost, 0.0, Double.MAX_VALUE);
    }

    /** Returns how many trials there were. */
    public double count() {
        return won + lost;
    }

    /** Returns the share that one would expect to go well, as if one more trial had gone each way. */
    public double mean() {
        return (won + 1) / (count() + 2);
    }

    Trials with(double reward) {
        return new Trials(won + reward, lost + 1 - reward);
    }

    Trials corrected(Learning.Credit before, Learning.Credit after) {
        double reward = after.reward() - before.reward();
        int trials = after.trials() - before.trials();
        return new Trials(Math.max(0, won + reward), Math.max(0, lost + trials - reward));
    }
}
