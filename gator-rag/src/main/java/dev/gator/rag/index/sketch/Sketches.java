package dev.gator.rag.index.sketch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.RamUsageEstimator;
import org.apache.lucene.util.VectorUtil;

/**
 * The sketches of the vectors of one segment, in the order of the vectors. For each vector a row: a bit for each dimension
 * that says whether it lies beyond its centre there, two numbers that make the estimate right, the number of the centre, and
 * how many bits there are. One row is one array access to memory that is far away; a column for each would be four.
 */
final class Sketches {

    /** So many vectors share a centre, about. */
    private static final int VECTORS_PER_CENTRE = 256;

    private static final int MOST_CENTRES = 256;
    private static final int SAMPLE_PER_CENTRE = 32;
    private static final int EXTRA_WORDS = 2;

    private final Rotation rotation;
    private final Centres centres;
    private final int rowLength;
    private final long[] rows;

    private Sketches(Rotation rotation, Centres centres, int count) {
        this.rotation = rotation;
        this.centres = centres;
        rowLength = rotation.words() + EXTRA_WORDS;
        rows = new long[Math.multiplyExact(count, rowLength)];
    }

    /** Vectors that can be gone through more than once. */
    interface Source {
        void each(Sink sink) throws IOException;
    }

    /** Takes one vector; the array may be used for the next one. */
    interface Sink {
        void take(float[] vector) throws IOException;
    }

    static Sketches of(Source source, int count, int dimensions) throws IOException {
        Rotation rotation = new Rotation(dimensions);
        int centres = Math.max(1, Math.min(MOST_CENTRES, count / VECTORS_PER_CENTRE));
        Sketches sketches =
                new Sketches(rotation, Centres.of(sample(source, rotation, count, centres), centres), count);
        int[] next = {0};
        source.each(vector -> sketches.draw(next[0]++, rotation.rotate(vector)));
        return sketches;
    }

    static Sketches read(DataInput in) throws IOException {
        int dimensions = in.readInt();
        int count = in.readInt();
        Rotation rotation = new Rotation(dimensions);
        float[][] points = new float[in.readInt()][rotation.words() * Long.SIZE];
        for (float[] point : points) {
            in.readFloats(point, 0, point.length);
        }
        Sketches sketches = new Sketches(rotation, new Centres(points), count);
        in.readLongs(sketches.rows, 0, sketches.rows.length);
        return sketches;
    }

    void write(DataOutput out, int dimensions) throws IOException {
        out.writeInt(dimensions);
        out.writeInt(rows.length / rowLength);
        out.writeInt(centres.count());
        for (int i = 0; i < centres.count(); i++) {
            for (float value : centres.point(i)) {
                out.writeInt(Float.floatToIntBits(value));
            }
        }
        for (long word : rows) {
            out.writeLong(word);
        }
    }

    Rotation rotation() {
        return rotation;
    }

    Centres centres() {
        return centres;
    }

    /** Returns an estimate of the dot product of a vector with what is asked for, but for the part of the centre. */
    float beyondCentre(int vector, Planes wanted) {
        int row = vector * rowLength;
        int numbers = row + rowLength - EXTRA_WORDS;
        float shift = Float.intBitsToFloat((int) rows[numbers]);
        float scale = Float.intBitsToFloat((int) (rows[numbers] >>> Integer.SIZE));
        return shift + scale * wanted.signed(rows, row, (int) (rows[numbers + 1] >>> Integer.SIZE));
    }

    int centre(int vector) {
        return (int) rows[(vector + 1) * rowLength - 1];
    }

    long bytes() {
        return RamUsageEstimator.sizeOf(rows);
    }

    /**
     * With the residual {@code o - c = r u}, {@code |u| = 1}, and its signs {@code s}:
     * {@code <o, q> = <c, q> + <o - c, c> + r <u, q - c>}, and {@code <u, q - c>} is about {@code <s, q - c> / <s, u>}. What does
     * not depend on {@code q} is added up here: {@code <o, q>} is about {@code <c, q> + shift + scale <s, q>}.
     */
    private void draw(int vector, float[] values) {
        int chosen = centres.nearest(values);
        float[] around = centres.point(chosen);
        double square = 0;
        double absolute = 0;
        double signed = 0;
        int count = 0;
        int row = vector * rowLength;
        for (int i = 0; i < values.length; i++) {
            float residual = values[i] - around[i];
            square += (double) residual * residual;
            absolute += Math.abs(residual);
            if (residual > 0) {
                rows[row + i / Long.SIZE] |= 1L << i;
                signed += around[i];
                count++;
            } else {
                signed -= around[i];
            }
        }
        float scale = absolute == 0 ? 0 : (float) (square / absolute);
        float shift = (float) (VectorUtil.dotProduct(values, around) - centres.square(chosen) - scale * signed);
        rows[row + rowLength - 2] = pair(Float.floatToIntBits(scale), Float.floatToIntBits(shift));
        rows[row + rowLength - 1] = pair(count, chosen);
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | Integer.toUnsignedLong(low);
    }

    private static List<float[]> sample(Source source, Rotation rotation, int count, int centres) throws IOException {
        List<float[]> sample = new ArrayList<>();
        int step = Math.max(1, count / (centres * SAMPLE_PER_CENTRE));
        int[] next = {0};
        source.each(vector -> {
            if (next[0]++ % step == 0) {
                sample.add(rotation.rotate(vector));
            }
        });
        return sample;
    }
}
