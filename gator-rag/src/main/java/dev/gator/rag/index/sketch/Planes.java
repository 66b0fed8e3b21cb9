package dev.gator.rag.index.sketch;

/**
 * What is asked for, each dimension in five bits. The first bits of 64 dimensions lie in one word, the second bits in the
 * next, and so on.
 */
final class Planes {

    private static final int BITS = 5;
    private static final int STEPS = (1 << BITS) - 1;

    private final long[] words;

    /** Two factors and a summand that make a dot product out of two counts of bits. */
    private final float perBit;

    private final float perStep;
    private final float base;

    Planes(float[] wanted) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : wanted) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        float step = Math.max((high - low) / STEPS, Float.MIN_NORMAL);
        words = new long[wanted.length / Long.SIZE * BITS];
        long sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            int steps = Math.min(STEPS, (int) ((wanted[i] - low) / step + 0.5f));
            sum += steps;
            int word = i / Long.SIZE * BITS;
            for (int bit = 0; bit < BITS; bit++) {
                words[word + bit] |= (steps >> bit & 1L) << i;
            }
        }
        perBit = 2 * low;
        perStep = 2 * step;
        base = -(low * wanted.length + step * sum);
    }

    /** Returns the dot product with signs, of which {@code count} bits are set; true to the rounding of what is asked for. */
    float signed(long[] signs, int start, int count) {
        int steps = 0;
        int i = start;
        for (int at = 0; at < words.length; at += BITS) {
            long sign = signs[i++];
            steps += Long.bitCount(sign & words[at])
                    + (Long.bitCount(sign & words[at + 1]) << 1)
                    + (Long.bitCount(sign & words[at + 2]) << 2)
                    + (Long.bitCount(sign & words[at + 3]) << 3)
                    + (Long.bitCount(sign & words[at + 4]) << 4);
        }
        return base + perBit * count + perStep * steps;
    }
}
