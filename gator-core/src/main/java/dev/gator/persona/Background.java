package dev.gator.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a persona comes from and what it does.
 *
 * @param facts what is known, each with its own limit
 * @param hobbies at most 20, up to 100 characters each
 */
public record Background(Map<Fact, String> facts, List<String> hobbies) {

    /** Nothing is known. */
    public static final Background UNSPECIFIED = new Background(Map.of(), List.of());

    /** Checks the lengths. */
    public Background {
        facts = Bounds.texts(Fact.class, facts, fact -> fact.limit);
        hobbies = Bounds.phrases("hobby", hobbies, 20, 100);
    }

    /** Returns a background of which one fact is known. */
    public static Background of(Fact fact, String text) {
        return UNSPECIFIED.with(fact, text);
    }

    /** Returns a copy with that fact. */
    public Background with(Fact fact, String text) {
        return new Background(Bounds.plus(Fact.class, facts, fact, text), hobbies);
    }

    /** Returns a copy with more hobbies. */
    public Background enjoying(String... more) {
        List<String> all = new ArrayList<>(hobbies);
        all.addAll(List.of(more));
        return new Background(facts, all);
    }

    /** One thing about a life. */
    public enum Fact {
        /** Where it grew up. */
        HOMETOWN(100),
        /** Where it lives. */
        LOCATION(100),
        /** Its generation, such as Gen Z. */
        GENERATION(50),
        /** What it learned. */
        EDUCATION(200),
        /** What it does for a living. */
        DAY_JOB(200),
        /** What made it who it is. */
        DEFINING_EVENT(2_000);

        private final int limit;

        Fact(int limit) {
            this.limit = limit;
        }
    }
}
