package dev.gator.local;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonBool;
import dev.gator.json.JsonNumber;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns JSON schemas into llama.cpp's grammar language. llama.cpp has a converter of its own, but it ends the process on
 * a schema that it does not understand.
 *
 * <p>What a grammar cannot say (patterns, unique items, bounds of fractions) is left to whoever reads the answer.
 */
final class SchemaGrammar {

    private static final int WIDEST_ENUMERATION = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ITEMS = 1_000;

    private final GrammarRules rules;
    private final Json root;
    private final Map<String, String> references = new HashMap<>();

    SchemaGrammar(GrammarRules rules, Json root) {
        this.rules = rules;
        this.root = root;
    }

    /** Adds the rules of the whole schema and returns the name of the first. */
    String add() {
        return rule(root);
    }

    private String rule(Json schema) {
        if (schema instanceof JsonBool bool) {
            if (!bool.value()) {
                throw notExpressible("a schema that allows nothing");
            }
            return rules.anyValue();
        }
        JsonObject object = schema.asObject();
        Optional<String> reference = object.optionalString("$ref");
        return reference.isPresent() ? referred(reference.get()) : rules.add(body(object));
    }

    private String body(JsonObject schema) {
        if (schema.has("const")) {
            return rules.literal(schema.member("const"));
        }
        if (schema.has("enum")) {
            return String.join(
                    " | ", schema.array("enum").stream().map(rules::literal).toList());
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return String.join(
                        " | ", schema.array(choice).stream().map(this::rule).toList());
            }
        }
        if (schema.has("allOf")) {
            return rule(merged(schema));
        }
        if (schema.get("type").orElse(null) instanceof JsonArray types) {
            return String.join(
                    " | ",
                    types.stream()
                            .map(type -> rules.add(typed(schema, type.asString())))
                            .toList());
        }
        return typed(schema, schema.optionalString("type").orElse(schema.has("properties") ? "object" : "any"));
    }

    private String typed(JsonObject schema, String type) {
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" -> string(schema);
            case "integer" -> integer(schema);
            case "number" -> rules.number(notNegative(schema));
            case "boolean" -> "\"true\" | \"false\"";
            case "null" -> "\"null\"";
            case "any" -> rules.anyValue();
            default -> throw notExpressible("the type " + type);
        };
    }

    private String object(JsonObject schema) {
        Optional<JsonObject> properties = schema.optionalObject("properties").filter(object -> !object.isEmpty());
        if (properties.isEmpty()) {
            return schema.get("additionalProperties").orElse(null) instanceof JsonObject values
                    ? rules.map(rule(values))
                    : schema.get("additionalProperties").orElse(null) instanceof JsonBool bool && !bool.value()
                            ? "\"{\" sp \"}\""
                            : rules.anyObject();
        }
        List<String> required =
                schema.optionalArray("required").map(SchemaGrammar::strings).orElse(List.of());
        return "\"{\" sp " + members(properties.get(), required) + " sp \"}\"";
    }

    /** Builds the members from the last to the first: after each, the rest either still needs no comma or does. */
    private String members(JsonObject properties, List<String> required) {
        String restFirst = "\"\"";
        String restNext = "\"\"";
        List<String> names = new ArrayList<>(properties.keys());
        for (int i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i);
            String member = rules.literal(Json.of(name)) + " sp \":\" sp " + rule(properties.member(name));
            String asFirst = member + " " + restNext;
            String asNext = "sp \",\" sp " + member + " " + restNext;
            boolean optional = !required.contains(name);
            restFirst = rules.add(optional ? asFirst + " | " + restFirst : asFirst);
            restNext = rules.add(optional ? asNext + " | " + restNext : asNext);
        }
        return restFirst;
    }

    private String array(JsonObject schema) {
        String item = schema.get("items").map(this::rule).orElseGet(rules::anyValue);
        long least = bound(schema, "minItems", 0, MOST_ITEMS);
        long most = schema.optionalLong("maxItems").orElse(MOST_ITEMS);
        if (most == 0) {
            return "\"[\" sp \"]\"";
        }
        String upper = most >= MOST_ITEMS ? "" : String.valueOf(most - 1);
        String some = item + " (sp \",\" sp " + item + "){" + Math.max(0, least - 1) + "," + upper + "}";
        return "\"[\" sp " + (least > 0 ? some : "(" + some + ")?") + " sp \"]\"";
    }

    private String string(JsonObject schema) {
        return switch (schema.optionalString("format").orElse("")) {
            case "date" -> "\"\\\"\" " + rules.date() + " \"\\\"\"";
            case "date-time" -> "\"\\\"\" " + rules.date() + " \"T\" " + rules.time() + " \"Z\\\"\"";
            default -> {
                long least = bound(schema, "minLength", 0, LONGEST_TEXT);
                long most = schema.optionalLong("maxLength").orElse(LONGEST_TEXT);
                String upper = most >= LONGEST_TEXT ? "" : String.valueOf(most);
                yield "\"\\\"\" " + rules.character() + "{" + least + "," + upper + "} \"\\\"\"";
            }
        };
    }

    private String integer(JsonObject schema) {
        Optional<JsonNumber> least = schema.optionalNumber("minimum");
        Optional<JsonNumber> most = schema.optionalNumber("maximum");
        if (least.isPresent() && most.isPresent()) {
            long from = (long) Math.ceil(least.get().doubleValue());
            long to = (long) Math.floor(most.get().doubleValue());
            if (to < from) {
                throw notExpressible("an integer from " + from + " to " + to);
            }
            if (to - from >= 0 && to - from <= WIDEST_ENUMERATION) {
                List<String> values = new ArrayList<>();
                for (long i = from; i <= to; i++) {
                    values.add("\"" + i + "\"");
                }
                return String.join(" | ", values);
            }
        }
        return rules.integer(notNegative(schema));
    }

    private String referred(String pointer) {
        String known = references.get(pointer);
        if (known != null) {
            return known;
        }
        String name = rules.reserve();
        references.put(pointer, name); // before its body is known, so that a schema may mention itself
        rules.define(name, rule(resolve(pointer)));
        return name;
    }

    private Json resolve(String pointer) {
        Json at = root;
        if (!pointer.startsWith("#")) {
            throw notExpressible("the reference " + pointer);
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            if (!step.isEmpty()) {
                String name = step.replace("~1", "/").replace("~0", "~");
                at = at.asObject().get(name).orElseThrow(() -> notExpressible("the reference " + pointer));
            }
        }
        return at;
    }

    private JsonObject merged(JsonObject schema) {
        JsonObject.Builder all = JsonObject.builder().put("type", "object");
        JsonObject.Builder properties = JsonObject.builder();
        List<String> required = new ArrayList<>();
        for (Json part : schema.array("allOf")) {
            String reference = part.asObject().optionalString("$ref").orElse("");
            JsonObject piece = (reference.isEmpty() ? part : resolve(reference)).asObject();
            piece.optionalObject("properties")
                    .orElseThrow(() -> notExpressible("allOf with a part that is no object"))
                    .forEach(member -> properties.put(member.name(), member.value()));
            piece.optionalArray("required").ifPresent(names -> required.addAll(strings(names)));
        }
        return all.put("properties", properties.build())
                .put("required", JsonArray.ofStrings(required))
                .build();
    }

    private static List<String> strings(JsonArray array) {
        return array.stream()
                .filter(JsonString.class::isInstance)
                .map(Json::asString)
                .toList();
    }

    private static boolean notNegative(JsonObject schema) {
        return schema.optionalNumber("minimum")
                .or(() -> schema.optionalNumber("exclusiveMinimum"))
                .filter(least -> least.doubleValue() >= 0)
                .isPresent();
    }

    private static long bound(JsonObject schema, String name, long least, long most) {
        long value = schema.optionalLong(name).orElse(least);
        if (value < least || value > most) {
            throw notExpressible(name + " " + value);
        }
        return value;
    }

    private static GatorException notExpressible(String what) {
        return new GatorException(LocalError.SCHEMA_NOT_EXPRESSIBLE, "no grammar can be made for " + what);
    }
}
