package dev.gator.json;

import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON along a shape. */
final class BindingReader {

    private BindingReader() {}

    static Object read(Json json, Shape shape) {
        return read(json, shape, JsonPath.ROOT);
    }

    private static Object read(Json json, Shape shape, JsonPath path) {
        if (shape instanceof Shape.Single single) {
            return single(json, single.leaf(), path);
        }
        if (shape instanceof Shape.Sequence sequence) {
            return sequence(json, sequence, path);
        }
        if (shape instanceof Shape.Mapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (JsonObject.Member member : object(json, path, "an object")) {
                values.put(member.name(), read(member.value(), mapping.value(), path.member(member.name())));
            }
            return Collections.unmodifiableMap(values);
        }
        return named(json, (Shape.Named) shape, path);
    }

    private static Object single(Json json, Leaf<?> leaf, JsonPath path) {
        try {
            return leaf.read(json);
        } catch (RuntimeException e) {
            throw unfit(path, leaf.expected(), json, e);
        }
    }

    private static Object sequence(Json json, Shape.Sequence shape, JsonPath path) {
        List<Object> items = new ArrayList<>();
        if (json instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                items.add(read(array.get(i), shape.item(), path.item(i)));
            }
        } else if (json.isNull()) {
            throw unfit(path, "an array", json, null);
        } else {
            items.add(read(json, shape.item(), path));
        }
        return shape.unique()
                ? Collections.unmodifiableSet(new LinkedHashSet<>(items))
                : Collections.unmodifiableList(items);
    }

    private static Object named(Json json, Shape.Named shape, JsonPath path) {
        Blueprint blueprint = shape.blueprint();
        if (blueprint instanceof Blueprint.OfEnum choice) {
            return constant(json, choice, path);
        }
        if (blueprint instanceof Blueprint.OfSealed sealed) {
            return variant(json, sealed, path);
        }
        return record(object(json, path, "an object"), (Blueprint.OfRecord) blueprint, path);
    }

    private static Object constant(Json json, Blueprint.OfEnum choice, JsonPath path) {
        if (json instanceof JsonString text) {
            for (Enum<?> constant : choice.constants()) {
                if (constant.name().equals(text.value())) {
                    return constant;
                }
            }
            List<Enum<?>> alike = choice.constants().stream()
                    .filter(constant -> constant.name().equalsIgnoreCase(text.value()))
                    .toList();
            if (alike.size() == 1) {
                return alike.get(0);
            }
        }
        throw unfit(
                path, "one of " + choice.constants().stream().map(Enum::name).toList(), json, null);
    }

    private static Object variant(Json json, Blueprint.OfSealed sealed, JsonPath path) {
        String expected = "an object with \"type\" one of " + sealed.variants().keySet();
        JsonObject object = object(json, path, expected);
        Json label = object.get(Blueprint.DISCRIMINATOR).orElse(Json.nul());
        Class<?> variant = label instanceof JsonString text ? sealed.variants().get(text.value()) : null;
        if (variant == null) {
            throw unfit(path, expected, label, null);
        }
        return record(object.without(Blueprint.DISCRIMINATOR), (Blueprint.OfRecord) Blueprint.of(variant), path);
    }

    private static Object record(JsonObject json, Blueprint.OfRecord blueprint, JsonPath path) {
        List<Part> parts = blueprint.parts();
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            values[i] = component(json.get(part.name()), part.shape(), path.member(part.name()));
        }
        for (String name : json.keys()) {
            if (parts.stream().noneMatch(part -> part.name().equals(name))) {
                List<String> known = parts.stream().map(Part::name).toList();
                throw new GatorException(
                        JsonError.DOES_NOT_FIT, path.member(name) + " is not known; known are " + known);
            }
        }
        return create(blueprint.type(), values, path);
    }

    private static @Nullable Object component(Optional<Json> json, Shape shape, JsonPath path) {
        if (shape instanceof Shape.Perhaps perhaps) {
            Optional<Object> value =
                    json.filter(found -> !found.isNull()).map(found -> read(found, perhaps.value(), path));
            return perhaps.wrapped() ? value : value.orElse(null);
        }
        Json found = json.orElseThrow(
                () -> new GatorException(JsonError.DOES_NOT_FIT, path + " is missing and must be there"));
        return read(found, shape, path);
    }

    @SuppressWarnings("NullAway") // nullable components are handed over as null on purpose
    private static Object create(Class<?> type, @Nullable Object[] values, JsonPath path) {
        RecordAccess access = RecordAccess.of(type);
        try {
            return access.create(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new GatorException(
                    JsonError.REFUSED,
                    path + " was refused by " + type.getSimpleName() + ": " + Excerpt.shorten(said, 200),
                    e);
        }
    }

    private static JsonObject object(Json json, JsonPath path, String expected) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw unfit(path, expected, json, null);
    }

    private static GatorException unfit(JsonPath path, String expected, Json found, @Nullable Throwable cause) {
        boolean plain = found instanceof JsonString || found instanceof JsonNumber || found instanceof JsonBool;
        String shown = plain ? found.kind() + " " + Excerpt.shorten(found.toString(), 40) : found.kind();
        return new GatorException(
                JsonError.DOES_NOT_FIT, path + ": expected " + expected + " but found " + shown, cause);
    }
}
