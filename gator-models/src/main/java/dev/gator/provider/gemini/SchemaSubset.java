package dev.gator.provider.gemini;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.util.Set;

/**
 * A schema in the keywords that the service documents. A constant becomes a list of one; other keywords are left out, and
 * what they demand is checked after the answer.
 */
final class SchemaSubset {

    private static final Set<String> KEPT = Set.of(
            "$id",
            "$ref",
            "$anchor",
            "type",
            "format",
            "title",
            "description",
            "enum",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "required",
            "propertyOrdering");
    private static final Set<String> ONE = Set.of("items", "additionalProperties");
    private static final Set<String> SEVERAL = Set.of("anyOf", "oneOf", "prefixItems");
    private static final Set<String> NAMED = Set.of("properties", "$defs");

    private SchemaSubset() {}

    static JsonObject of(JsonObject schema) {
        JsonObject.Builder kept = JsonObject.builder();
        boolean reference = schema.has("$ref");
        for (JsonObject.Member member : schema) {
            // beside a reference, nothing but what begins like one is allowed
            if (!reference || member.name().startsWith("$")) {
                keyword(member, kept);
            }
        }
        return kept.build();
    }

    private static void keyword(JsonObject.Member member, JsonObject.Builder kept) {
        String name = member.name();
        Json value = member.value();
        if (KEPT.contains(name)) {
            kept.put(name, value);
        } else if (name.equals("const")) {
            kept.put("enum", JsonArray.of(value));
        } else if (ONE.contains(name)) {
            kept.put(name, inner(value));
        } else if (SEVERAL.contains(name) && value instanceof JsonArray all) {
            kept.put(name, JsonArray.of(all.stream().map(SchemaSubset::inner).toList()));
        } else if (NAMED.contains(name) && value instanceof JsonObject schemas) {
            kept.put(name, named(schemas));
        } else if (name.equals("definitions") && value instanceof JsonObject schemas) {
            kept.put(name, named(schemas));
        }
    }

    private static JsonObject named(JsonObject schemas) {
        JsonObject.Builder all = JsonObject.builder();
        schemas.forEach(one -> all.put(one.name(), inner(one.value())));
        return all.build();
    }

    private static Json inner(Json value) {
        return value instanceof JsonObject schema ? of(schema) : value;
    }
}
