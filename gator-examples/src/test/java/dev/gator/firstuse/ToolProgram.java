package dev.gator.firstuse;

import dev.gator.Gator;
import dev.gator.tool.Tool;

class ToolProgram {
    public record City(String name) {}

    public static void main(String[] args) {
        Tool weather = Tool.of("weather", "Tells the weather of a city", City.class, city -> city.name() + ": 21 C");
        try (Gator gator = Gator.create()) {
            System.out.println(gator.ask("What is the weather in Lisbon?", weather));
        }
    }
}
