package dev.gator.provider.anthropic;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.util.Set;

/** A schema without the keywords that the service refuses in answers; what they demand is checked afterwards. */
final class AnswerSchema {

    private static final Set<String> REFUSED = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "maxItems",
            "pattern");
    private static final Set<String> NAMED = Set.of("properties", "$defs", "definitions");

    private AnswerSchema() {}

    static JsonObject of(JsonObject schema) {
        JsonObject.Builder kept = JsonObject.builder();
        for (JsonObject.Member member : schema) {
            if (!REFUSED.contains(member.name()) && !isLargeMinimum(member)) {
                kept.put(member.name(), value(member));
            }
        }
        return kept.build();
    }

    private static Json value(JsonObject.Member member) {
        Json value = member.value();
        if (NAMED.contains(member.name()) && value instanceof JsonObject schemas) {
            JsonObject.Builder all = JsonObject.builder();
            schemas.forEach(
                    one -> all.put(one.name(), one.value() instanceof JsonObject schema ? of(schema) : one.value()));
            return all.build();
        }
        if (member.name().equals("items") && value instanceof JsonObject schema) {
            return of(schema);
        }
        if (member.name().equals("anyOf") && value instanceof JsonArray choices) {
            return JsonArray.of(choices.stream()
                    .map(choice -> choice instanceof JsonObject schema ? of(schema) : choice)
                    .toList());
        }
        return value;
    }

    // of the least lengths only 0 and 1 are taken
    private static boolean isLargeMinimum(JsonObject.Member member) {
        return member.name().equals("minItems")
                && !member.value().equals(Json.of(0))
                && !member.value().equals(Json.of(1));
    }
}
