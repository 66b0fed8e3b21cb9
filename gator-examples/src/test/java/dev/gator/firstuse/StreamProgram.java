package dev.gator.firstuse;

import dev.gator.Gator;

class StreamProgram {
    public static void main(String[] args) {
        try (Gator gator = Gator.create()) {
            var answer = gator.stream("What do I pack for Lisbon in May?"); // answer.close() cancels, from any thread
            answer.forEachText(System.out::print);
        }
    }
}
