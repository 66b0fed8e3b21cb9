package dev.gator.json;

import dev.gator.error.GatorException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a Java type looks in JSON. Schema, reader and writer walk the same shapes, so they cannot disagree. */
sealed interface Shape {

    /** One JSON value. */
    record Single(Leaf<?> leaf) implements Shape {}

    /** A record, enum or sealed interface; looked up when needed, because types may be recursive. */
    record Named(Class<?> type) implements Shape {

        Blueprint blueprint() {
            return Blueprint.of(type);
        }
    }

    /** A list or set. */
    record Sequence(Shape item, boolean unique) implements Shape {}

    /** A map from strings. */
    record Mapping(Shape value) implements Shape {}

    /** Something that may be absent: an {@code Optional} when {@code wrapped}, otherwise a nullable. */
    record Perhaps(Shape value, boolean wrapped) implements Shape {}

    /** Returns the shape of a type as written in a component; {@code where} names the component for messages. */
    static Shape of(Type type, String where) {
        if (type instanceof Class<?> raw) {
            return ofClass(raw, where);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return ofGeneric(raw, generic.getActualTypeArguments(), where);
        }
        throw unsupported(type, where, "its type is not known");
    }

    private static Shape ofClass(Class<?> type, String where) {
        Leaf<?> leaf = Leaf.of(type);
        if (leaf != null) {
            return new Single(leaf);
        }
        if (type.isRecord() && type.getTypeParameters().length > 0) {
            throw unsupported(type, where, "generic records have no fixed form");
        }
        if (type.isRecord() || type.isEnum() || (type.isSealed() && type.isInterface())) {
            return new Named(type);
        }
        throw unsupported(type, where, reason(type));
    }

    private static String reason(Class<?> type) {
        if (type == Object.class || Map.class.isAssignableFrom(type)) {
            return "untyped values are refused, give them a record or use Map<String, X>";
        }
        return Iterable.class.isAssignableFrom(type) ? "use List<X> or Set<X>" : "it has no JSON form";
    }

    private static Shape ofGeneric(Class<?> raw, Type[] arguments, String where) {
        if (raw == List.class || raw == Set.class) {
            return new Sequence(element(arguments[0], where), raw == Set.class);
        }
        if (raw == Optional.class) {
            return new Perhaps(element(arguments[0], where), true);
        }
        if (raw == Map.class && arguments[0] == String.class) {
            return new Mapping(element(arguments[1], where));
        }
        if (raw == Map.class) {
            throw unsupported(raw, where, "the keys of a map must be String");
        }
        throw unsupported(raw, where, reason(raw));
    }

    private static Shape element(Type type, String where) {
        Shape shape = of(type, where);
        if (shape instanceof Perhaps) {
            throw unsupported(type, where, "an Optional inside a container has no form");
        }
        return shape;
    }

    private static GatorException unsupported(Type type, String where, String reason) {
        return new GatorException(
                JsonError.UNSUPPORTED_TYPE, where + " has type " + type.getTypeName() + ": " + reason);
    }
}
