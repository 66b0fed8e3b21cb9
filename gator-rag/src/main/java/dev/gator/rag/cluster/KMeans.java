package dev.gator.rag.cluster;

import dev.gator.call.CallContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Spherical k-means: the best of a few runs, each begun with k-means++ from a seed that is always the same. */
final class KMeans {

    private static final int RUNS = 4;
    private static final int MOST_ROUNDS = 60;
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final Points points;
    private final CallContext context;
    private final SplittableRandom random;

    private KMeans(Points points, CallContext context, SplittableRandom random) {
        this.points = points;
        this.context = context;
        this.random = random;
    }

    static Partition partition(Points points, int count, CallContext context) {
        SplittableRandom random = new SplittableRandom(SEED);
        Partition best = new KMeans(points, context, random).run(count);
        for (int run = 1; run < RUNS && count > 1; run++) {
            Partition other = new KMeans(points, context, random).run(count);
            best = other.spread(points) < best.spread(points) ? other : best;
        }
        return best;
    }

    private Partition run(int count) {
        float[][] centres = begin(count);
        int[] places = new int[points.count()];
        Arrays.fill(places, -1);
        for (int round = 0; round < MOST_ROUNDS && assign(centres, places); round++) {
            context.check();
            move(centres, places);
        }
        return new Partition(centres, places);
    }

    /** k-means++: each further centre is a point drawn with a chance that grows with its distance to the centres there are. */
    private float[][] begin(int count) {
        List<float[]> centres = new ArrayList<>();
        double[] nearest = new double[points.count()];
        Arrays.fill(nearest, 1);
        while (centres.size() < count) {
            int drawn = draw(nearest);
            if (drawn < 0) {
                break; // every point is a centre already: fewer directions than centres were asked for
            }
            float[] centre = points.at(drawn).clone();
            centres.add(centre);
            for (int i = 0; i < nearest.length; i++) {
                double distance = Points.distance(points.at(i), centre);
                double weight = distance < 1e-7 ? 0 : distance * distance;
                nearest[i] = centres.size() == 1 ? weight : Math.min(nearest[i], weight);
            }
            context.check();
        }
        return centres.toArray(float[][]::new);
    }

    private int draw(double[] weights) {
        double total = Arrays.stream(weights).sum();
        if (total <= 0) {
            return -1;
        }
        double left = random.nextDouble(total);
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            last = weights[i] > 0 ? i : last;
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return last;
    }

    /** Puts each point to its nearest centre; returns whether any moved. */
    private boolean assign(float[][] centres, int[] places) {
        boolean moved = false;
        for (int i = 0; i < places.length; i++) {
            int nearest = 0;
            double least = Double.MAX_VALUE;
            for (int c = 0; c < centres.length; c++) {
                double distance = Points.distance(points.at(i), centres[c]);
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            moved |= places[i] != nearest;
            places[i] = nearest;
        }
        return moved;
    }

    private void move(float[][] centres, int[] places) {
        float[][] sums = new float[centres.length][points.dimensions()];
        boolean[] used = new boolean[centres.length];
        for (int i = 0; i < places.length; i++) {
            float[] sum = sums[places[i]];
            float[] point = points.at(i);
            used[places[i]] = true;
            for (int d = 0; d < sum.length; d++) {
                sum[d] += point[d];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            if (used[c]) { // a centre that lost its points stays where it is and may win some back
                Points.normalise(sums[c]);
                centres[c] = sums[c];
            }
        }
    }
}
