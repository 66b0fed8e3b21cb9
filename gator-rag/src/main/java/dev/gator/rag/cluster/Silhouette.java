package dev.gator.rag.cluster;

import dev.gator.call.CallContext;

/** How well a partition separates points: how much nearer each is to its own cluster than to the next one. */
final class Silhouette {

    private static final int MOST_POINTS = 512;
    private static final int MOST_TOPICS = 12;

    /** Below this the points do not fall apart at all; random directions stay well under it. */
    private static final double SEPARATED = 0.05;

    private final double[][] distances;

    private Silhouette(Points points) {
        distances = new double[points.count()][points.count()];
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = Points.distance(points.at(i), points.at(j));
                distances[j][i] = distances[i][j];
            }
        }
    }

    /** Returns the number of clusters that separates the points best, judged on a part of them where there are many. */
    static int bestCount(Points all, CallContext context) {
        Points points = all.thinned(MOST_POINTS);
        Silhouette silhouette = new Silhouette(points);
        int best = 1;
        double height = SEPARATED;
        for (int count = 2; count <= Math.min(MOST_TOPICS, points.count() / 2); count++) {
            double own = silhouette.of(KMeans.partition(points, count, context));
            if (own > height) {
                best = count;
                height = own;
            }
        }
        return best;
    }

    private double of(Partition partition) {
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            sum += of(i, partition);
        }
        return sum / distances.length;
    }

    private double of(int point, Partition partition) {
        double[] sums = new double[partition.count()];
        int[] sizes = new int[partition.count()];
        for (int other = 0; other < distances.length; other++) {
            sums[partition.placeOf(other)] += distances[point][other];
            sizes[partition.placeOf(other)]++;
        }
        int home = partition.placeOf(point);
        if (sizes[home] == 1) {
            return 0; // a point alone says nothing, or every point would be a cluster
        }
        double within = sums[home] / (sizes[home] - 1);
        double outside = Double.MAX_VALUE;
        for (int c = 0; c < sums.length; c++) {
            if (c != home && sizes[c] > 0) {
                outside = Math.min(outside, sums[c] / sizes[c]);
            }
        }
        double larger = Math.max(within, outside);
        return outside == Double.MAX_VALUE || larger == 0 ? 0 : (outside - within) / larger;
    }
}
