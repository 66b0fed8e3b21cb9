package dev.gator.rag.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which point lies with which centre. */
final class Partition {

    private final float[][] centres;
    private final int[] places;

    Partition(float[][] centres, int[] places) {
        this.centres = centres;
        this.places = places;
    }

    int count() {
        return centres.length;
    }

    List<Integer> places() {
        List<Integer> all = new ArrayList<>(places.length);
        for (int place : places) {
            all.add(place);
        }
        return all;
    }

    int placeOf(int point) {
        return places[point];
    }

    List<Integer> membersByCloseness(Points points, int centre) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] == centre) {
                members.add(i);
            }
        }
        members.sort(Comparator.comparingDouble((Integer i) -> Points.distance(points.at(i), centres[centre]))
                .thenComparing(Comparator.naturalOrder()));
        return members;
    }

    double cohesion(Points points, int centre) {
        double sum = membersByCloseness(points, centre).stream()
                .mapToDouble(i -> 1 - Points.distance(points.at(i), centres[centre]))
                .average()
                .orElse(0);
        return Math.min(1, Math.max(0, sum));
    }

    /** Returns how far all points are from their centres: less is better. */
    double spread(Points points) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += Points.distance(points.at(i), centres[places[i]]);
        }
        return sum;
    }
}
