package dev.gator.json;

import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes Java values as JSON: components along their shapes, what stands alone by its class. */
final class BindingWriter {

    private BindingWriter() {}

    static Json write(Object value) {
        return free(value, JsonPath.ROOT, 0);
    }

    static Json write(Object value, Shape shape) {
        return shaped(value, shape, JsonPath.ROOT, 0);
    }

    private static Json free(@Nullable Object value, JsonPath path, int depth) {
        if (value == null) {
            throw unwritable(path, "is null");
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? free(optional.get(), path, depth) : Json.nul();
        }
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof List<?> || value instanceof Set<?>) {
            List<Json> items = new ArrayList<>();
            for (Object item : (Iterable<?>) value) {
                items.add(free(item, path.item(items.size()), deeper(depth, path)));
            }
            return JsonArray.of(items);
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject.Builder members = JsonObject.builder();
            map.forEach((key, item) -> {
                String name = key(key, path);
                members.put(name, free(item, path.member(name), deeper(depth, path)));
            });
            return members.build();
        }
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        return shaped(value, Shape.of(type, path.toString()), path, depth);
    }

    private static Json shaped(@Nullable Object value, Shape shape, JsonPath path, int depth) {
        if (value == null) {
            throw unwritable(path, "is null; make the component Optional or @Nullable, if it may be absent");
        }
        if (shape instanceof Shape.Single single) {
            return single.leaf().write(value);
        }
        if (shape instanceof Shape.Sequence sequence) {
            List<Json> items = new ArrayList<>();
            for (Object item : (Iterable<?>) value) {
                items.add(shaped(item, sequence.item(), path.item(items.size()), deeper(depth, path)));
            }
            return JsonArray.of(items);
        }
        if (shape instanceof Shape.Mapping mapping) {
            JsonObject.Builder members = JsonObject.builder();
            ((Map<?, ?>) value).forEach((key, item) -> {
                String name = key(key, path);
                members.put(name, shaped(item, mapping.value(), path.member(name), deeper(depth, path)));
            });
            return members.build();
        }
        return named(value, ((Shape.Named) shape).blueprint(), path, depth);
    }

    private static Json named(Object value, Blueprint blueprint, JsonPath path, int depth) {
        if (blueprint instanceof Blueprint.OfEnum) {
            return Json.of(((Enum<?>) value).name());
        }
        JsonObject.Builder members = JsonObject.builder();
        if (blueprint instanceof Blueprint.OfSealed) {
            members.put(Blueprint.DISCRIMINATOR, Blueprint.OfSealed.label(value.getClass()));
        }
        Blueprint.OfRecord own = (Blueprint.OfRecord) Blueprint.of(value.getClass());
        RecordAccess access = RecordAccess.of(value.getClass());
        for (Part part : own.parts()) {
            JsonPath inner = path.member(part.name());
            Object component = component(access, value, part, inner);
            if (part.isRequired() || component != null) {
                Shape shape = part.shape() instanceof Shape.Perhaps perhaps ? perhaps.value() : part.shape();
                members.put(part.name(), shaped(component, shape, inner, deeper(depth, path)));
            }
        }
        return members.build();
    }

    private static @Nullable Object component(RecordAccess access, Object value, Part part, JsonPath path) {
        Object component;
        try {
            component = access.read(value, part.name());
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new GatorException(JsonError.NOT_WRITABLE, path + " failed when it was read", e);
        }
        return component instanceof Optional<?> optional ? optional.orElse(null) : component;
    }

    private static String key(@Nullable Object key, JsonPath path) {
        if (key instanceof String name) {
            return name;
        }
        throw unwritable(path, "is a map with a key that is not a String");
    }

    private static int deeper(int depth, JsonPath path) {
        if (depth >= Json.MAX_DEPTH) {
            throw new GatorException(
                    JsonError.TOO_DEEP,
                    Excerpt.shorten(path.toString(), 80) + " is deeper than " + Json.MAX_DEPTH + " levels");
        }
        return depth + 1;
    }

    private static GatorException unwritable(JsonPath path, String why) {
        return new GatorException(JsonError.NOT_WRITABLE, path + " " + why);
    }
}
