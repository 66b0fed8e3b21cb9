package dev.gator.rag.index;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;

/** Vectors of length one: their dot product is their cosine. */
final class Vectors {

    private static final double NEARLY = 1e-6;

    private Vectors() {}

    /** Returns a vector of the same direction and length one: the same array if it is one, zeros for no length. */
    static float[] unit(float[] values) {
        double square = 0;
        for (float value : values) {
            square += (double) value * value;
        }
        if (!Double.isFinite(square)) {
            throw new GatorException(CallError.BAD_ARGUMENT, "a vector has values that are not finite");
        }
        if (square == 0 || Math.abs(square - 1) < NEARLY) {
            return values;
        }
        double length = Math.sqrt(square);
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (values[i] / length);
        }
        return unit;
    }

    /** Returns how alike two directions are as a score from 0 to 1. */
    static double score(float cosine) {
        return Math.min(1, Math.max(0, (1 + (double) cosine) / 2)); // rounding may leave the range by a hair
    }
}
