package dev.gator.embed;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.util.Arrays;

/** The meaning of a text as a vector. Immutable. */
public final class Embedding {

    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /** Returns an embedding with a copy of these values. */
    public static Embedding of(float... values) {
        Require.that(values.length > 0, "an embedding has no dimensions");
        return new Embedding(values.clone());
    }

    /** Returns the number of dimensions. */
    public int dimensions() {
        return values.length;
    }

    /** Returns one value. */
    public float get(int dimension) {
        return values[dimension];
    }

    /** Returns a copy of the values. */
    public float[] toArray() {
        return values.clone();
    }

    /** Returns the dot product. */
    public double dot(Embedding other) {
        if (values.length != other.values.length) {
            throw new GatorException(
                    CallError.BAD_ARGUMENT,
                    "embeddings of " + values.length + " and " + other.values.length
                            + " dimensions cannot be compared");
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    /** Returns how alike two meanings are, -1 to 1; 0 if one of them has no length. */
    public double cosine(Embedding other) {
        double lengths = Math.sqrt(dot(this)) * Math.sqrt(other.dot(other));
        return lengths == 0 ? 0 : dot(other) / lengths;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[" + values.length + "]";
    }
}
