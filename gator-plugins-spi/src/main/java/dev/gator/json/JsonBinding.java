package dev.gator.json;

import dev.gator.error.GatorException;

/**
 * Turns JSON into Java values and back, for the types that {@link JsonSchema} describes. No reflection beyond records:
 * nothing is set from outside, every value passes its record's constructor.
 *
 * <p>Reading is strict except where models are known to slip: a number may come as a string, a single value may stand for
 * a list of one, and the case of enum names does not matter. Members that the record does not have are refused.
 *
 * <p>Both directions are safe to call from many threads.
 */
public final class JsonBinding {

    private JsonBinding() {}

    /**
     * Reads a value of the type.
     *
     * @throws GatorException with {@link JsonError#DOES_NOT_FIT} or {@link JsonError#REFUSED} naming the path, with
     *     {@link JsonError#UNSUPPORTED_TYPE} or {@link JsonError#NOT_OPEN} when the type itself cannot be used
     */
    public static <T> T read(Json json, Class<T> type) {
        return boxed(type).cast(BindingReader.read(json, Shape.of(type, "the root")));
    }

    /**
     * Writes a record, enum, simple value, list, set, map or {@code Optional}; a variant of a sealed interface that stands
     * alone is written without its {@code type}. Absent components are left out.
     *
     * @throws GatorException with {@link JsonError#NOT_WRITABLE} naming the path, or as {@link #read}
     */
    public static Json write(Object value) {
        return BindingWriter.write(value);
    }

    /**
     * Writes a value as the given type, which matters for a sealed interface: its variants carry their {@code type}.
     *
     * @throws GatorException as {@link #write(Object)}
     */
    public static <T> Json write(T value, Class<T> as) {
        return BindingWriter.write(value, Shape.of(as, "the root"));
    }

    @SuppressWarnings("unchecked") // a primitive class and its box share one type parameter
    private static <T> Class<T> boxed(Class<T> type) {
        Leaf<?> leaf = Leaf.of(type);
        return leaf == null ? type : (Class<T>) leaf.type();
    }
}
