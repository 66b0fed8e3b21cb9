package dev.gator.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rewrites a schema for constrained decoding, or finds that it has no such form. */
final class StrictForm {

    /** Keywords that are copied; the constraints that are dropped here are checked after the answer instead. */
    private static final Set<String> KEPT = Set.of(
            "$ref",
            "type",
            "description",
            "enum",
            "const",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems");

    private static final Set<String> FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

    private static final Set<String> IMPOSSIBLE =
            Set.of("allOf", "not", "if", "patternProperties", "dependentRequired", "dependentSchemas", "prefixItems");

    private boolean possible = true;

    private StrictForm() {}

    static Optional<JsonObject> of(JsonObject schema) {
        StrictForm form = new StrictForm();
        JsonObject strict = form.rewrite(schema);
        boolean objectRoot = schema.get("type").equals(Optional.of(Json.of("object")));
        return form.possible && objectRoot ? Optional.of(strict) : Optional.empty();
    }

    private JsonObject rewrite(Json value) {
        if (!(value instanceof JsonObject schema)
                || !isTyped(schema)
                || IMPOSSIBLE.stream().anyMatch(schema::has)) {
            possible = false;
            return JsonObject.empty();
        }
        JsonObject.Builder strict = JsonObject.builder();
        if (schema.has("$ref")) { // a reference stands alone, except for definitions beside it
            strict.put("$ref", schema.member("$ref"));
        } else {
            schema.forEach(member -> keyword(schema, member, strict));
            if (isObject(schema)) {
                closed(schema, strict);
            }
        }
        definitions(schema, "$defs", strict);
        definitions(schema, "definitions", strict);
        return strict.build();
    }

    private void keyword(JsonObject schema, JsonObject.Member member, JsonObject.Builder strict) {
        String name = member.name();
        if (KEPT.contains(name)) {
            strict.put(name, member.value());
        } else if (name.equals("format")
                && FORMATS.stream().anyMatch(f -> member.value().equals(Json.of(f)))) {
            strict.put(name, member.value());
        } else if (name.equals("items")) {
            strict.put(name, rewrite(member.value()));
        } else if ((name.equals("anyOf") || name.equals("oneOf")) && member.value() instanceof JsonArray choices) {
            possible &= !(schema.has("anyOf") && schema.has("oneOf"));
            List<Json> alternatives = new ArrayList<>();
            choices.forEach(choice -> alternatives.add(rewrite(choice)));
            strict.put("anyOf", JsonArray.of(alternatives));
        }
    }

    private void closed(JsonObject schema, JsonObject.Builder strict) {
        Json open = schema.get("additionalProperties").orElse(Json.of(false));
        if (!open.equals(Json.of(false)) || !(schema.get("properties").orElse(Json.nul()) instanceof JsonObject)) {
            possible = false;
            return;
        }
        Set<Json> required = Set.copyOf(
                schema.get("required").orElse(Json.nul()) instanceof JsonArray names
                        ? Set.copyOf(names.items())
                        : Set.of());
        JsonObject.Builder properties = JsonObject.builder();
        for (JsonObject.Member member : schema.object("properties")) {
            JsonObject property = rewrite(member.value());
            boolean must = required.contains(Json.of(member.name()));
            properties.put(member.name(), must ? property : Nullability.allow(property));
        }
        JsonObject all = properties.build();
        strict.put("properties", all)
                .put("required", JsonArray.ofStrings(List.copyOf(all.keys())))
                .put("additionalProperties", false);
    }

    private void definitions(JsonObject schema, String name, JsonObject.Builder strict) {
        if (schema.get(name).orElse(Json.nul()) instanceof JsonObject definitions) {
            JsonObject.Builder rewritten = JsonObject.builder();
            definitions.forEach(member -> rewritten.put(member.name(), rewrite(member.value())));
            strict.put(name, rewritten.build());
        }
    }

    private static boolean isTyped(JsonObject schema) {
        boolean array = Optional.of(Json.of("array")).equals(schema.get("type"));
        return array
                ? schema.has("items")
                : List.of("type", "$ref", "enum", "const", "anyOf", "oneOf").stream()
                        .anyMatch(schema::has);
    }

    private static boolean isObject(JsonObject schema) {
        Json type = schema.get("type").orElse(Json.nul());
        return type.equals(Json.of("object"))
                || (type instanceof JsonArray several && several.items().contains(Json.of("object")));
    }
}
