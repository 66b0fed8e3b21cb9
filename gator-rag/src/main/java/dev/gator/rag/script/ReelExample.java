package dev.gator.rag.script;

import dev.gator.content.Language;
import dev.gator.error.Require;
import dev.gator.json.JsonNumber;
import dev.gator.json.JsonObject;
import java.util.List;

/**
 * A script that did well, or did not.
 *
 * @param text its words: hook, body, call to action
 * @param sector for whom
 * @param hook how it began
 * @param emotion what it made people feel
 * @param high whether it did well
 * @param engagement percent of viewers who did something; 0 if nobody measured it
 * @param language in which language
 */
public record ReelExample(
        String text,
        Sector sector,
        HookType hook,
        Emotion emotion,
        boolean high,
        double engagement,
        Language language) {

    private static final List<String> LEVELS = List.of("high", "medium", "low");

    /** Checks the bounds. */
    public ReelExample {
        Require.length("text of an example", Require.text("text of an example", text), 20, 4_000);
        Require.range("engagement", engagement, 0.0, 100.0);
    }

    /** Reads an example with {@code text}, {@code sector}, {@code hook_type}, {@code emotion} and, if known, more. */
    static ReelExample parse(JsonObject json) {
        return new ReelExample(
                json.string("text"),
                Sector.of(json.string("sector")),
                HookType.of(json.string("hook_type")),
                Emotion.of(json.string("emotion")),
                isHigh(json.optionalString("performance_level").orElse("high")),
                json.optionalNumber("engagement_rate")
                        .map(JsonNumber::doubleValue)
                        .orElse(0.0),
                Language.of(json.optionalString("language").orElse("en")));
    }

    /** Returns the example as {@link #parse} reads it. */
    JsonObject json() {
        return JsonObject.builder()
                .put("text", text)
                .put("sector", sector.name())
                .put("hook_type", hook.name())
                .put("emotion", emotion.name())
                .put("performance_level", high ? "high" : "low")
                .put("engagement_rate", engagement)
                .put("language", language.tag())
                .build();
    }

    private static boolean isHigh(String level) {
        Require.that(LEVELS.contains(level), "performance_level \"" + level + "\", not one of " + LEVELS);
        return level.equals("high");
    }
}
