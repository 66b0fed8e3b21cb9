package dev.gator.rag.index.faiss;

import dev.gator.store.Filter;
import java.util.BitSet;
import java.util.concurrent.locks.Lock;

/** Hands the vectors of a collection to FAISS, all of length 1, while others read and write. */
final class VectorSource {

    private final Rows rows;
    private final RecordLog log;
    private final Lock reading;

    VectorSource(Rows rows, RecordLog log, Lock reading) {
        this.rows = rows;
        this.log = log;
        this.reading = reading;
    }

    int dimensions() {
        reading.lock();
        try {
            return rows.dimensions();
        } finally {
            reading.unlock();
        }
    }

    /** Returns the vectors of rows, end to end; a row without one is all zeros, so that FAISS counts as the rows do. */
    float[] vectors(int from, int to) {
        BitSet all = new BitSet();
        all.set(from, to);
        return copied(all, from, 1, to - from);
    }

    /** Returns evenly spread living vectors of the first rows, end to end; at most so many. */
    float[] sample(int rowsCovered, int most) {
        reading.lock();
        try {
            BitSet able = rows.withVector(rows.passing(Filter.all())).get(0, rowsCovered);
            int step = Math.max(1, able.cardinality() / most);
            return copied(able, 0, step, (able.cardinality() + step - 1) / step);
        } finally {
            reading.unlock();
        }
    }

    private float[] copied(BitSet chosen, int from, int step, int count) {
        reading.lock();
        try {
            float[] target = new float[count * rows.dimensions()];
            float[] vector = new float[rows.dimensions()];
            int seen = 0;
            for (int row = chosen.nextSetBit(from); row >= 0; row = chosen.nextSetBit(row + 1)) {
                if (seen % step == 0 && rows.hasVector(row)) {
                    RecordCodec.vector(log.at(rows.position(row)), vector);
                    copyOfLengthOne(vector, target, seen / step * vector.length);
                }
                seen++;
            }
            return target;
        } finally {
            reading.unlock();
        }
    }

    static float[] ofLengthOne(float[] vector) {
        float[] copy = new float[vector.length];
        copyOfLengthOne(vector, copy, 0);
        return copy;
    }

    private static void copyOfLengthOne(float[] vector, float[] target, int offset) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            target[offset + i] = vector[i] * scale;
        }
    }
}
