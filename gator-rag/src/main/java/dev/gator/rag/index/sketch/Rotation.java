package dev.gator.rag.index.sketch;

import java.util.SplittableRandom;

/**
 * A fixed rotation that spreads what a vector says over all dimensions, so that each sign says equally much. Dot products
 * stay as they are. It turns signs and mixes blocks of 64 by a fast Walsh-Hadamard transform, twice.
 */
final class Rotation {

    private static final int BLOCK = Long.SIZE;
    private static final int ROUNDS = 2;
    private static final long SEED = 0x6a70_7265_7373_6564L;

    private final int blocks;
    private final float[][] signs;

    Rotation(int dimensions) {
        blocks = (dimensions + BLOCK - 1) / BLOCK;
        signs = new float[ROUNDS][blocks * BLOCK];
        SplittableRandom random = new SplittableRandom(SEED); // part of the format: files hold rotated signs
        // the transform of a block makes it longer by the square root of its size
        float unit = (float) (1 / Math.sqrt(BLOCK));
        for (float[] round : signs) {
            for (int i = 0; i < round.length; i++) {
                round[i] = random.nextBoolean() ? unit : -unit;
            }
        }
    }

    /** Returns how many 64-bit words hold a bit for each dimension. */
    int words() {
        return blocks;
    }

    float[] rotate(float[] vector) {
        float[] values = new float[blocks * BLOCK];
        System.arraycopy(vector, 0, values, 0, vector.length);
        for (float[] round : signs) {
            values = deal(values);
            for (int i = 0; i < values.length; i++) {
                values[i] *= round[i];
            }
            for (int block = 0; block < blocks; block++) {
                mix(values, block * BLOCK);
            }
        }
        return values;
    }

    /** Deals the values out to the blocks in turn: every block gets some of every block. */
    private float[] deal(float[] values) {
        float[] dealt = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            dealt[i % blocks * BLOCK + i / blocks] = values[i];
        }
        return dealt;
    }

    private static void mix(float[] values, int start) {
        for (int half = 1; half < BLOCK; half *= 2) {
            for (int i = start; i < start + BLOCK; i += 2 * half) {
                for (int j = i; j < i + half; j++) {
                    float a = values[j];
                    float b = values[j + half];
                    values[j] = a + b;
                    values[j + half] = a - b;
                }
            }
        }
    }
}
