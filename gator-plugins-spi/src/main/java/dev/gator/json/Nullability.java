package dev.gator.json;

import java.util.ArrayList;
import java.util.List;

/** Widens a schema so that it also allows null. */
final class Nullability {

    private static final JsonObject NULL =
            JsonObject.builder().put("type", "null").build();

    private Nullability() {}

    static JsonObject allow(JsonObject schema) {
        Json type = schema.get("type").orElse(Json.nul());
        if (schema.isEmpty() || mentionsNull(type)) {
            return schema;
        }
        if (schema.has("const") || !(type instanceof JsonString || type instanceof JsonArray)) {
            return either(schema);
        }
        List<Json> types = new ArrayList<>(type instanceof JsonArray several ? several.items() : List.of(type));
        types.add(NULL.member("type"));
        JsonObject widened = schema.with("type", JsonArray.of(types));
        if (!(schema.get("enum").orElse(Json.nul()) instanceof JsonArray choices)) {
            return widened;
        }
        List<Json> values = new ArrayList<>(choices.items());
        values.add(Json.nul());
        return widened.with("enum", JsonArray.of(values));
    }

    private static boolean mentionsNull(Json type) {
        return type.equals(NULL.member("type"))
                || (type instanceof JsonArray several && several.items().contains(NULL.member("type")));
    }

    /** Keeps the description outside, where a model reads it first. */
    private static JsonObject either(JsonObject schema) {
        JsonObject.Builder both = JsonObject.builder();
        schema.get("description").ifPresent(text -> both.put("description", text));
        JsonObject inner = schema.without("description");
        boolean choice = inner.size() == 1 && inner.get("anyOf").orElse(Json.nul()) instanceof JsonArray;
        List<Json> alternatives = new ArrayList<>(choice ? inner.array("anyOf").items() : List.of(inner));
        if (!alternatives.contains(NULL)) {
            alternatives.add(NULL);
        }
        return both.put("anyOf", JsonArray.of(alternatives)).build();
    }
}
