package dev.gator.firstuse;

import dev.gator.Gator;

class RecordProgram {
    public record Trip(String city, int days) {}

    public static void main(String[] args) {
        try (Gator gator = Gator.create()) {
            System.out.println(gator.ask(Trip.class, "Plan 3 days in Lisbon").days());
        }
    }
}
