package dev.gator.firstuse;

import dev.gator.Gator;

class ChatProgram {
    public static void main(String[] args) {
        try (Gator gator = Gator.create()) {
            System.out.println(gator.ask("What do I pack for Lisbon in May?"));
        }
    }
}
