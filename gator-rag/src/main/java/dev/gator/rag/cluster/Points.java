package dev.gator.rag.cluster;

import dev.gator.embed.Embedding;
import dev.gator.error.Require;
import java.util.List;

/** Directions of vectors: unit vectors, so that a dot product is a cosine. */
final class Points {

    private final float[][] units;

    private Points(float[][] units) {
        this.units = units;
    }

    static Points of(List<Embedding> meanings) {
        int dimensions = meanings.get(0).dimensions();
        float[][] units = new float[meanings.size()][];
        for (int i = 0; i < units.length; i++) {
            units[i] = meanings.get(i).toArray();
            Require.that(
                    units[i].length == dimensions,
                    "vectors of " + dimensions + " and " + units[i].length + " dimensions cannot be compared");
            normalise(units[i]);
        }
        return new Points(units);
    }

    int count() {
        return units.length;
    }

    int dimensions() {
        return units[0].length;
    }

    float[] at(int index) {
        return units[index];
    }

    /** Returns every n-th point, so many that at most {@code most} remain. */
    Points thinned(int most) {
        int step = (units.length + most - 1) / most;
        float[][] some = new float[(units.length + step - 1) / step][];
        for (int i = 0; i < some.length; i++) {
            some[i] = units[i * step];
        }
        return new Points(some);
    }

    /** Returns how far apart two directions are: 1 less their cosine. */
    static double distance(float[] left, float[] right) {
        double dot = 0;
        for (int d = 0; d < left.length; d++) {
            dot += (double) left[d] * right[d];
        }
        return Math.max(0, 1 - dot);
    }

    static void normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        for (int d = 0; length > 0 && d < vector.length; d++) {
            vector[d] = (float) (vector[d] / length);
        }
    }
}
