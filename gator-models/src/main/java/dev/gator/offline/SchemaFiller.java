package dev.gator.offline;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes JSON that fits a schema, from what the request says where names match and from its topic elsewhere. */
final class SchemaFiller {

    private static final int DEEPEST = 8;

    private final Json root;
    private final ValueFinder values;

    SchemaFiller(Json root, ValueFinder values) {
        this.root = root;
        this.values = values;
    }

    /** Returns the JSON. */
    Json fill() {
        return fill(root, Field.root(), 0);
    }

    private Json fill(Json schema, Field field, int depth) {
        if (!(schema instanceof JsonObject object)) {
            return JsonObject.empty();
        }
        Optional<Json> fixed = object.get("const");
        if (fixed.isPresent()) {
            return fixed.get();
        }
        Optional<String> reference = object.optionalString("$ref");
        if (reference.isPresent()) {
            return fill(resolve(reference.get()), field, depth + 1);
        }
        if (object.has("enum")) {
            return values.choice(object.array("enum"), field);
        }
        for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
            if (object.has(alternatives)) {
                return alternative(object.array(alternatives), alternatives.equals("allOf"), field, depth);
            }
        }
        return typed(object, type(object, depth), field.describedBy(object), depth);
    }

    private Json typed(JsonObject schema, String type, Field field, int depth) {
        return switch (type) {
            case "object" -> object(schema, field, depth);
            case "array" -> array(schema, field, depth);
            case "integer" -> values.number(schema, field, true);
            case "number" -> values.number(schema, field, false);
            case "boolean" -> values.truth(field);
            case "null" -> Json.nul();
            default -> Json.of(values.text(schema, field));
        };
    }

    private JsonObject object(JsonObject schema, Field field, int depth) {
        JsonObject properties = schema.optionalObject("properties").orElse(JsonObject.empty());
        List<String> required =
                schema.optionalArray("required").map(SchemaFiller::strings).orElse(List.of());
        JsonObject.Builder filled = JsonObject.builder();
        for (JsonObject.Member member : properties) {
            if (required.contains(member.name()) || depth < DEEPEST) {
                filled.put(member.name(), fill(member.value(), field.child(member.name()), depth + 1));
            }
        }
        for (String name : required) {
            filled.putIf(!properties.has(name), name, Json.of(values.text(JsonObject.empty(), field.child(name))));
        }
        return filled.build();
    }

    private JsonArray array(JsonObject schema, Field field, int depth) {
        long least = schema.optionalLong("minItems").orElse(0);
        long most = schema.optionalLong("maxItems").orElse(Long.MAX_VALUE);
        Json items = schema.get("items")
                .orElse(JsonObject.builder().put("type", "string").build());
        long wanted = depth >= DEEPEST ? least : values.howMany(field, items, least, most);
        List<Json> filled = new ArrayList<>();
        for (int i = 0; filled.size() < wanted && i < wanted * 3; i++) {
            Json item = fill(items, field.item(i), depth + 1);
            boolean repeats = schema.optionalBool("uniqueItems").orElse(false) && filled.contains(item);
            if (!repeats) {
                filled.add(item);
            }
        }
        return JsonArray.of(filled);
    }

    private Json alternative(JsonArray choices, boolean all, Field field, int depth) {
        if (all) {
            return choices.stream()
                    .map(choice -> fill(choice, field, depth + 1))
                    .filter(JsonObject.class::isInstance)
                    .map(Json::asObject)
                    .reduce(JsonObject.empty(), SchemaFiller::joined);
        }
        List<Json> real = choices.stream().filter(choice -> !isNull(choice)).toList();
        boolean stop = real.isEmpty() || (depth >= DEEPEST && real.size() < choices.size());
        return stop ? Json.nul() : fill(real.get(values.which(real, field)), field, depth + 1);
    }

    private static JsonObject joined(JsonObject one, JsonObject other) {
        JsonObject result = one;
        for (JsonObject.Member member : other) {
            result = result.with(member.name(), member.value());
        }
        return result;
    }

    private static boolean isNull(Json schema) {
        return schema instanceof JsonObject object
                && object.get("type")
                        .filter(type -> type.equals(Json.of("null")))
                        .isPresent();
    }

    private static String type(JsonObject schema, int depth) {
        Json type = schema.get("type").orElse(Json.of(schema.has("properties") ? "object" : "string"));
        if (type instanceof JsonArray types) {
            List<String> names = strings(types);
            return depth >= DEEPEST && names.contains("null")
                    ? "null"
                    : names.stream()
                            .filter(name -> !name.equals("null"))
                            .findFirst()
                            .orElse("null");
        }
        return type.asString().toLowerCase(Locale.ROOT);
    }

    private Json resolve(String pointer) {
        Json at = root;
        for (String step : pointer.replaceFirst("^#", "").split("/", -1)) {
            if (!step.isEmpty() && at instanceof JsonObject object) {
                at = object.get(step.replace("~1", "/").replace("~0", "~")).orElse(Json.of(true));
            }
        }
        return at;
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(Json::asString).toList();
    }
}
