package dev.gator.bench.index;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Unit vectors in clusters, as embeddings of texts about topics are: a centre, a few directions in which a topic varies, and
 * noise. The same numbers give the same vectors.
 */
final class ClusteredVectors {

    static final int QUERIES = 500;
    static final int NEIGHBOURS = 10;

    /** One of so many vectors passes the filter that is measured. */
    static final int SELECTIVITY = 100;

    private static final int CLUSTER_SIZE = 250;
    private static final int DIRECTIONS = 24;
    private static final float VARIATION = 0.7f;
    private static final float NOISE = 0.8f;

    final float[][] vectors;
    final float[][] queries;
    private final int[][] truth;
    private final int[][] filteredTruth;

    ClusteredVectors(int count, int dimensions) {
        Random random = new Random(42);
        int clusters = Math.max(4, count / CLUSTER_SIZE);
        float[][][] topics = new float[clusters][DIRECTIONS + 1][];
        for (float[][] topic : topics) {
            for (int i = 0; i < topic.length; i++) {
                topic[i] = gaussian(random, dimensions);
            }
        }
        vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = member(random, topics[random.nextInt(clusters)]);
        }
        queries = new float[QUERIES][];
        for (int i = 0; i < QUERIES; i++) {
            queries[i] = member(random, topics[random.nextInt(clusters)]);
        }
        truth = IntStream.range(0, QUERIES).parallel().mapToObj(q -> nearest(q, 1)).toArray(int[][]::new);
        filteredTruth = IntStream.range(0, QUERIES)
                .parallel()
                .mapToObj(q -> nearest(q, SELECTIVITY))
                .toArray(int[][]::new);
    }

    static boolean passes(int vector) {
        return vector % SELECTIVITY == 0;
    }

    /** Returns how many of the nearest are among the found. */
    int found(int query, int[] ids, boolean filtered) {
        int[] expected = filtered ? filteredTruth[query] : truth[query];
        return (int) IntStream.of(expected)
                .filter(id -> IntStream.of(ids).anyMatch(other -> other == id))
                .count();
    }

    private int[] nearest(int query, int step) {
        int[] best = new int[NEIGHBOURS];
        float[] scores = new float[NEIGHBOURS];
        int size = 0;
        for (int id = 0; id < vectors.length; id += step) {
            float score = dot(queries[query], vectors[id]);
            if (size == NEIGHBOURS && score <= scores[size - 1]) {
                continue;
            }
            int at = size < NEIGHBOURS ? size++ : size - 1;
            for (; at > 0 && scores[at - 1] < score; at--) {
                scores[at] = scores[at - 1];
                best[at] = best[at - 1];
            }
            scores[at] = score;
            best[at] = id;
        }
        return best;
    }

    private static float[] member(Random random, float[][] topic) {
        float[] member = topic[0].clone();
        for (int direction = 1; direction < topic.length; direction++) {
            float share = VARIATION * (float) (random.nextGaussian() / Math.sqrt(DIRECTIONS));
            for (int i = 0; i < member.length; i++) {
                member[i] += share * topic[direction][i];
            }
        }
        float[] noise = gaussian(random, member.length);
        for (int i = 0; i < member.length; i++) {
            member[i] += NOISE * noise[i];
        }
        return unit(member);
    }

    private static float[] gaussian(Random random, int dimensions) {
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return unit(values);
    }

    private static float[] unit(float[] values) {
        float length = (float) Math.sqrt(dot(values, values));
        for (int i = 0; i < values.length; i++) {
            values[i] /= length;
        }
        return values;
    }

    private static float dot(float[] a, float[] b) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + sum2 + sum3;
    }
}
