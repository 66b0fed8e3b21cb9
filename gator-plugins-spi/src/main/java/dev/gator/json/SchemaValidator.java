package dev.gator.json;

import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Walks a document along a schema. Effort and reports are bounded, because either may come from a stranger. */
final class SchemaValidator {

    private static final int MAX_VIOLATIONS = 100;
    private static final int MAX_STEPS = 2_000_000;
    private static final int MAX_NESTING = 500;

    private final JsonObject root;
    private final SchemaScalars scalars;
    private List<Violation> violations = new ArrayList<>();
    private int steps;
    private int nesting;

    private SchemaValidator(JsonObject root) {
        this.root = root;
        this.scalars = new SchemaScalars((path, message) -> report(path, message));
    }

    static List<Violation> validate(JsonObject schema, Json document) {
        SchemaValidator validator = new SchemaValidator(schema);
        validator.check(schema, document, JsonPath.ROOT);
        return List.copyOf(validator.violations);
    }

    private void check(Json schema, Json value, JsonPath path) {
        if (++steps > MAX_STEPS || ++nesting > MAX_NESTING) {
            throw new GatorException(
                    JsonError.BAD_SCHEMA, "the schema refers to itself without end, or it is too deep or too complex");
        }
        if (schema.equals(Json.of(false))) {
            report(path, "is not allowed");
        } else if (schema instanceof JsonObject object && violations.size() < MAX_VIOLATIONS) {
            keywords(object, value, path);
        }
        nesting--;
    }

    private void keywords(JsonObject schema, Json value, JsonPath path) {
        Optional<Json> reference = schema.get("$ref");
        if (reference.isPresent()) {
            check(resolve(reference.get()), value, path);
        }
        if (!SchemaScalars.hasType(schema, value)) {
            report(path, "must be " + SchemaScalars.typeNames(schema) + " but is " + value.kind());
            return; // whatever else is wrong follows from this
        }
        scalars.check(schema, value, path);
        each(schema, "allOf", part -> check(part, value, path));
        alternatives(schema, "anyOf", value, path);
        alternatives(schema, "oneOf", value, path);
        if (value instanceof JsonObject object) {
            members(schema, object, path);
        } else if (value instanceof JsonArray array) {
            items(schema, array, path);
        }
    }

    private void members(JsonObject schema, JsonObject value, JsonPath path) {
        JsonObject properties =
                schema.get("properties").orElse(Json.nul()) instanceof JsonObject object ? object : JsonObject.empty();
        Optional<Json> others = schema.get("additionalProperties");
        for (JsonObject.Member member : value) {
            Optional<Json> property = properties.get(member.name());
            if (property.isEmpty() && others.equals(Optional.of(Json.of(false)))) {
                report(path.member(member.name()), "is not allowed; allowed are " + properties.keys());
            } else if (property.isPresent() || others.isPresent()) {
                check(property.or(() -> others).orElseThrow(), member.value(), path.member(member.name()));
            }
        }
        each(schema, "required", name -> {
            if (name instanceof JsonString text && !value.has(text.value())) {
                report(path, "lacks \"" + text.value() + "\"");
            }
        });
    }

    private void items(JsonObject schema, JsonArray value, JsonPath path) {
        scalars.bound(schema, "minItems", value.size(), path, "items");
        scalars.bound(schema, "maxItems", value.size(), path, "items");
        Set<String> seen = new HashSet<>();
        boolean unique = schema.get("uniqueItems").equals(Optional.of(Json.of(true)));
        Optional<Json> items = schema.get("items");
        for (int i = 0; i < value.size(); i++) {
            Json item = value.get(i);
            JsonPath itemPath = path.item(i);
            if (unique && !seen.add(item.canonical())) {
                report(itemPath, "repeats an earlier item");
            }
            if (items.isPresent()) {
                check(items.get(), item, itemPath);
            }
        }
    }

    private void alternatives(JsonObject schema, String keyword, Json value, JsonPath path) {
        if (!(schema.get(keyword).orElse(Json.nul()) instanceof JsonArray choices) || choices.isEmpty()) {
            return;
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Json choice : choices) {
            Attempt attempt = attempt(choice, value, path);
            attempts.add(attempt);
            if (attempt.violations().isEmpty() && keyword.equals("anyOf")) {
                return;
            }
        }
        long fitting = attempts.stream().filter(a -> a.violations().isEmpty()).count();
        if (fitting > 1) {
            report(path, "fits " + fitting + " of the alternatives, but must fit exactly one");
        } else if (fitting == 0) {
            reportClosest(attempts, value, path);
        }
    }

    private void reportClosest(List<Attempt> attempts, Json value, JsonPath path) {
        Attempt closest = attempts.stream()
                .min(Comparator.comparing(Attempt::ruledOut)
                        .thenComparing(attempt -> attempt.violations().size()))
                .orElseThrow();
        if (!closest.ruledOut()) {
            closest.violations().forEach(this::report);
            return;
        }
        String tried = attempts.stream()
                .map(attempt -> attempt.violations().get(0).toString())
                .distinct()
                .limit(6)
                .collect(Collectors.joining("; "));
        report(path, "is " + value.kind() + " that fits no alternative: " + tried);
    }

    /** What came of trying one alternative; it is ruled out when the value is plainly meant for another. */
    private record Attempt(boolean ruledOut, List<Violation> violations) {}

    private Attempt attempt(Json choice, Json value, JsonPath path) {
        List<Violation> outer = violations;
        violations = new ArrayList<>();
        check(choice, value, path);
        Attempt attempt = new Attempt(rulesOut(choice, value), violations);
        violations = outer;
        return attempt;
    }

    private boolean rulesOut(Json choice, Json value) {
        Json target = choice;
        for (int hops = 0; hops < 8 && target instanceof JsonObject schema && schema.has("$ref"); hops++) {
            target = resolve(schema.member("$ref"));
        }
        if (!(target instanceof JsonObject schema)) {
            return false;
        }
        return !SchemaScalars.hasType(schema, value) || SchemaScalars.isOtherVariant(schema, value);
    }

    private Json resolve(Json reference) {
        String pointer = reference instanceof JsonString text ? text.value() : "";
        Json target = root;
        if (!pointer.equals("#")) {
            if (!pointer.startsWith("#/")) {
                throw dangling(reference);
            }
            for (String step : pointer.substring(2).split("/", -1)) {
                target =
                        step(target, step.replace("~1", "/").replace("~0", "~")).orElseThrow(() -> dangling(reference));
            }
        }
        return target;
    }

    private static Optional<Json> step(Json from, String name) {
        if (from instanceof JsonArray array && name.matches("[0-9]{1,6}") && Integer.parseInt(name) < array.size()) {
            return Optional.of(array.get(Integer.parseInt(name)));
        }
        return from instanceof JsonObject object ? object.get(name) : Optional.empty();
    }

    private static GatorException dangling(Json reference) {
        return new GatorException(
                JsonError.BAD_SCHEMA,
                "the reference " + Excerpt.shorten(reference.toString(), 80) + " leads nowhere in the schema");
    }

    private static void each(JsonObject schema, String keyword, Consumer<Json> action) {
        if (schema.get(keyword).orElse(Json.nul()) instanceof JsonArray array) {
            array.forEach(action);
        }
    }

    private void report(JsonPath path, String message) {
        report(new Violation(path.toString(), message));
    }

    private void report(Violation violation) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(violation);
        }
    }
}
