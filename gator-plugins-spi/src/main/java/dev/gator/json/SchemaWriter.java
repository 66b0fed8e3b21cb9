package dev.gator.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes one Java type as a schema; nested records become definitions, so that they may refer to each other. */
final class SchemaWriter {

    /**
     * What a definition stands for.
     *
     * @param type the record or sealed interface
     * @param variant whether the record carries the member that names it
     */
    private record Key(Class<?> type, boolean variant) {}

    private final Class<?> root;
    private final Map<Key, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Json> definitions = new LinkedHashMap<>();

    private SchemaWriter(Class<?> root) {
        this.root = root;
    }

    static JsonObject describe(Class<?> type) {
        SchemaWriter writer = new SchemaWriter(type);
        Shape shape = Shape.of(type, "the root");
        JsonObject schema = shape instanceof Shape.Named named ? writer.body(named, false) : writer.schema(shape);
        if (writer.definitions.isEmpty()) {
            return schema;
        }
        return schema.with("$defs", JsonObject.owning(new LinkedHashMap<>(writer.definitions)));
    }

    private JsonObject schema(Shape shape) {
        if (shape instanceof Shape.Single single) {
            return single.leaf().schema();
        }
        if (shape instanceof Shape.Sequence sequence) {
            return JsonObject.builder()
                    .put("type", "array")
                    .put("items", schema(sequence.item()))
                    .putIf(sequence.unique(), "uniqueItems", true)
                    .build();
        }
        if (shape instanceof Shape.Mapping mapping) {
            return JsonObject.builder()
                    .put("type", "object")
                    .put("additionalProperties", schema(mapping.value()))
                    .build();
        }
        if (shape instanceof Shape.Perhaps perhaps) {
            return Nullability.allow(schema(perhaps.value()));
        }
        return named((Shape.Named) shape);
    }

    private JsonObject named(Shape.Named named) {
        return named.type().isEnum() ? body(named, false) : reference(named, false);
    }

    private JsonObject reference(Shape.Named named, boolean variant) {
        if (named.type() == root && !variant) {
            return JsonObject.builder().put("$ref", "#").build();
        }
        Key key = new Key(named.type(), variant);
        String name = names.get(key);
        if (name == null) {
            name = freeName(JsonSchema.nameOf(named.type()));
            names.put(key, name);
            definitions.put(name, Json.nul()); // keeps the place while the body refers back to it
            definitions.put(name, body(named, variant));
        }
        return JsonObject.builder().put("$ref", "#/$defs/" + name).build();
    }

    private String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    private JsonObject body(Shape.Named named, boolean variant) {
        Blueprint blueprint = named.blueprint();
        JsonObject.Builder schema = JsonObject.builder();
        Describe describe = named.type().getAnnotation(Describe.class);
        if (describe != null) {
            schema.put("description", describe.value());
        }
        if (blueprint instanceof Blueprint.OfEnum choice) {
            return schema.put("type", "string")
                    .put(
                            "enum",
                            JsonArray.ofStrings(
                                    choice.constants().stream().map(Enum::name).toList()))
                    .build();
        }
        if (blueprint instanceof Blueprint.OfSealed sealed) {
            return schema.put(
                            "anyOf",
                            JsonArray.of(sealed.variants().values().stream()
                                    .map(type -> reference(new Shape.Named(type), true))
                                    .toList()))
                    .build();
        }
        return members((Blueprint.OfRecord) blueprint, variant, schema);
    }

    private JsonObject members(Blueprint.OfRecord blueprint, boolean variant, JsonObject.Builder schema) {
        JsonObject.Builder properties = JsonObject.builder();
        Set<String> required = new LinkedHashSet<>();
        if (variant) {
            JsonObject label = JsonObject.builder()
                    .put("type", "string")
                    .put("const", Blueprint.OfSealed.label(blueprint.type()))
                    .build();
            properties.put(Blueprint.DISCRIMINATOR, label);
            required.add(Blueprint.DISCRIMINATOR);
        }
        for (Part part : blueprint.parts()) {
            JsonObject.Builder property = schema(part.shape()).toBuilder();
            part.facets().forEach(facet -> property.put(facet.name(), facet.value()));
            properties.put(part.name(), property.build());
            if (part.isRequired()) {
                required.add(part.name());
            }
        }
        return schema.put("type", "object")
                .put("properties", properties.build())
                .put("required", JsonArray.ofStrings(List.copyOf(required)))
                .put("additionalProperties", false)
                .build();
    }
}
