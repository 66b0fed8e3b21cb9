package dev.gator.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types that the tests describe, read and write. */
final class Samples {

    private Samples() {}

    enum Mood {
        CALM,
        ANGRY
    }

    @Describe("one town")
    record City(
            @Describe("the English name") @Length(min = 2, max = 40) String name,
            @Range(min = 1, max = 7) int days,
            Optional<Mood> mood,
            @Nullable @Pattern("^[A-Z]{2}$") String country) {}

    record Everything(
            String text,
            boolean flag,
            byte tiny,
            short small,
            int number,
            long big,
            Double real,
            float single,
            BigInteger huge,
            BigDecimal exact,
            LocalDate day,
            Instant moment,
            Duration span,
            URI link,
            Mood mood,
            @Size(min = 1, max = 3) List<Integer> numbers,
            Set<String> tags,
            Map<String, City> cities,
            Optional<List<City>> more,
            Json anything) {}

    record Tree(String label, List<Tree> children, Optional<Tree> twin) {}

    sealed interface Drawing permits Dot, Filled, Group {}

    sealed interface Filled extends Drawing permits Circle, Square {}

    record Dot() implements Drawing {}

    record Circle(double radius) implements Filled {}

    record Square(double side, Circle inner) implements Filled {}

    record Group(List<Drawing> parts) implements Drawing {}

    record Picture(Drawing main, @Nullable Drawing back) {}

    record Positive(int value) {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("value is not positive: " + value);
            }
        }
    }

    record Holder(List<Positive> items) {}

    static City basel() {
        return new City("Basel", 3, Optional.of(Mood.CALM), "CH");
    }

    static Everything everything() {
        return new Everything(
                "t\"x",
                true,
                (byte) -3,
                (short) 300,
                70_000,
                1L << 60,
                0.25,
                0.1f,
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1.10"),
                LocalDate.of(2024, 5, 31),
                Instant.parse("2024-05-31T12:00:00Z"),
                Duration.ofMinutes(90),
                URI.create("https://example.org/a?b=c"),
                Mood.ANGRY,
                List.of(1, 2),
                Set.of("one"),
                Map.of("b", basel()),
                Optional.of(List.of(new City("Bern", 1, Optional.empty(), null))),
                Json.parse("{\"free\":[1]}"));
    }
}
