package dev.gator.rag.learn.voice;

import dev.gator.embed.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Middles and angles. All methods are pure. */
final class Centre {

    private static final double PRIOR = 0.01;

    private Centre() {}

    /** Returns the mean of meanings, each of length one; empty if there are none. */
    static List<Double> of(List<Embedding> meanings) {
        List<Double> centre = new ArrayList<>();
        for (int i = 0; !meanings.isEmpty() && i < meanings.get(0).dimensions(); i++) {
            double sum = 0;
            for (Embedding one : meanings) {
                sum += one.get(i) / Math.max(1e-12, Math.sqrt(one.dot(one)));
            }
            centre.add(sum / meanings.size());
        }
        return centre;
    }

    /** Returns how alike two meanings are; 0 if they cannot be compared. */
    static double cosine(List<Double> centre, Embedding other) {
        if (centre.size() != other.dimensions()) {
            return 0;
        }
        double dot = 0;
        double length = 0;
        for (int i = 0; i < centre.size(); i++) {
            dot += centre.get(i) * other.get(i);
            length += centre.get(i) * centre.get(i);
        }
        double lengths = Math.sqrt(length * other.dot(other));
        return lengths == 0 ? 0 : dot / lengths;
    }

    /** Returns how alike two sets of shares are, 0 to 1; where both are almost nothing they are alike. */
    static double cosine(Map<String, Double> left, Map<String, Double> right) {
        TreeSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        double dot = 0;
        double leftLength = 0;
        double rightLength = 0;
        for (String name : names) {
            double one = left.getOrDefault(name, 0.0) + PRIOR;
            double other = right.getOrDefault(name, 0.0) + PRIOR;
            dot += one * other;
            leftLength += one * one;
            rightLength += other * other;
        }
        return names.isEmpty() ? 1 : dot / Math.sqrt(leftLength * rightLength);
    }
}
