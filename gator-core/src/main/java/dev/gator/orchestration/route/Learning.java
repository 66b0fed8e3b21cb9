package dev.gator.orchestration.route;

import dev.gator.error.Require;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Whether and how a router learns from feedback: for each kind of question and model it keeps how often feedback was good,
 * and tries by Thompson sampling what it knows little about. The share of calls that go to another model than the best
 * known one is bounded. A learning belongs to one router. Thread-safe.
 */
public final class Learning {

    private final double exploration;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong decisions = new AtomicLong();
    private final AtomicLong explored = new AtomicLong();

    private Learning(double exploration, RandomGenerator random) {
        this.exploration = exploration;
        this.random = random;
    }

    /**
     * Returns learning that explores with a share of the calls at most.
     *
     * @param exploration 0 to 0.5; with 0 feedback still moves the scores
     */
    public static Learning exploring(double exploration, RandomGenerator random) {
        return new Learning(Require.range("exploration", exploration, 0, 0.5), random);
    }

    /** Returns how many decisions explored. */
    public long explored() {
        return explored.get();
    }

    /** Counts a decision and tells whether it may explore. */
    boolean mayExplore() {
        return explored.get() + 1 <= exploration * decisions.incrementAndGet();
    }

    void hasExplored() {
        explored.incrementAndGet();
    }

    /** Draws how good a model may be, given what is known. */
    double draw(Experience experience) {
        lock.lock();
        try {
            double good = gamma(experience.good());
            double bad = gamma(experience.bad());
            return good / (good + bad);
        } finally {
            lock.unlock();
        }
    }

    /** Marsaglia and Tsang's method; the shape is never below 1 here, because every prior starts at 1. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /**
     * What feedback said so far.
     *
     * @param good the sum of rewards, plus 1
     * @param bad the sum of what was missing, plus 1
     */
    record Experience(double good, double bad) {
        static final Experience NONE = new Experience(1, 1);

        Experience plus(double reward) {
            return new Experience(good + reward, bad + 1 - reward);
        }

        double mean() {
            return good / (good + bad);
        }
    }
}
