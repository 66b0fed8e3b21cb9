package dev.gator.guard;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads platform rules: {@code {"platforms": [{"name", "most", "warned", "ageCheck", "minimumAge", "policy", "verified"}]}}. */
final class PlatformRules {

    private static final String RESOURCE = "platforms.json";

    private PlatformRules() {}

    static List<PlatformRule> shipped() {
        try (InputStream in = Objects.requireNonNull(PlatformRules.class.getResourceAsStream(RESOURCE))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GatorException(GuardError.BAD_PLATFORM_RULES, "cannot read the shipped " + RESOURCE, e);
        }
    }

    static List<PlatformRule> parse(String json) {
        List<PlatformRule> rules = new ArrayList<>();
        try {
            for (Json entry : Json.parse(json).asObject().array("platforms")) {
                rules.add(rule(entry.asObject()));
            }
        } catch (GatorException | IllegalArgumentException | DateTimeParseException e) {
            throw new GatorException(
                    GuardError.BAD_PLATFORM_RULES, "platform entry " + rules.size() + ": " + e.getMessage(), e);
        }
        return List.copyOf(rules);
    }

    private static PlatformRule rule(JsonObject entry) {
        Set<ContentRating> warned = entry.array("warned").stream()
                .map(rating -> ContentRating.valueOf(rating.asString()))
                .collect(Collectors.toSet());
        return new PlatformRule(
                entry.string("name"),
                ContentRating.valueOf(entry.string("most")),
                warned,
                entry.bool("ageCheck"),
                Math.toIntExact(entry.number("minimumAge").longValue()),
                URI.create(entry.string("policy")),
                entry.optionalString("verified").map(LocalDate::parse).orElse(null));
    }
}
