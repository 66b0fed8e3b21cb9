package dev.gator.rag.index.sketch;

import java.util.List;
import org.apache.lucene.util.VectorUtil;

/** Points around which vectors lie, found by a few rounds of k-means. */
final class Centres {

    private static final int ROUNDS = 4;

    private final float[][] points;
    private final float[] halfSquares;

    Centres(float[][] points) {
        this.points = points;
        halfSquares = new float[points.length];
        measure();
    }

    /** Finds so many centres of a sample; the same sample gives the same centres. */
    static Centres of(List<float[]> sample, int count) {
        float[][] points = new float[count][];
        for (int i = 0; i < count; i++) {
            points[i] = sample.get((int) ((long) i * sample.size() / count)).clone();
        }
        Centres centres = new Centres(points);
        for (int round = 0; round < ROUNDS; round++) {
            centres.moveToMeans(sample);
        }
        return centres;
    }

    int count() {
        return points.length;
    }

    float[] point(int centre) {
        return points[centre];
    }

    /** Returns the square of the length of a centre. */
    float square(int centre) {
        return 2 * halfSquares[centre];
    }

    int nearest(float[] vector) {
        int nearest = 0;
        float best = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            float closeness = VectorUtil.dotProduct(points[i], vector) - halfSquares[i];
            if (closeness > best) {
                best = closeness;
                nearest = i;
            }
        }
        return nearest;
    }

    private void moveToMeans(List<float[]> sample) {
        float[][] sums = new float[points.length][points[0].length];
        int[] sizes = new int[points.length];
        for (float[] vector : sample) {
            int centre = nearest(vector);
            sizes[centre]++;
            for (int i = 0; i < vector.length; i++) {
                sums[centre][i] += vector[i];
            }
        }
        for (int centre = 0; centre < points.length; centre++) {
            for (int i = 0; sizes[centre] > 0 && i < sums[centre].length; i++) {
                points[centre][i] = sums[centre][i] / sizes[centre];
            }
        }
        measure();
    }

    private void measure() {
        for (int i = 0; i < points.length; i++) {
            halfSquares[i] = VectorUtil.dotProduct(points[i], points[i]) / 2;
        }
    }
}
