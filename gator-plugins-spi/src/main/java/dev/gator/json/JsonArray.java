package dev.gator.json;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A JSON array. */
public final class JsonArray implements Json, Iterable<Json> {

    private static final JsonArray EMPTY = new JsonArray(List.of());

    private final List<Json> items;
    private final int depth;

    private JsonArray(List<Json> items) {
        this.items = items;
        this.depth = Nesting.above(items);
    }

    /** Returns an array of the values. */
    public static JsonArray of(Json... items) {
        return of(List.of(items));
    }

    /** Returns an array of the values. */
    public static JsonArray of(List<? extends Json> items) {
        return items.isEmpty() ? EMPTY : new JsonArray(List.copyOf(items));
    }

    /** Returns an array of strings. */
    public static JsonArray ofStrings(List<String> items) {
        return of(items.stream().map(JsonString::new).toList());
    }

    /** Returns the number of values. */
    public int size() {
        return items.size();
    }

    /** Returns whether there is no value. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** Returns the value at a position counted from zero; throws {@link IndexOutOfBoundsException} outside. */
    public Json get(int index) {
        return items.get(index);
    }

    /** Returns the values as an immutable list. */
    public List<Json> items() {
        return items;
    }

    /** Returns the values in order. */
    public Stream<Json> stream() {
        return items.stream();
    }

    @Override
    public Iterator<Json> iterator() {
        return items.iterator();
    }

    @Override
    public String kind() {
        return "an array";
    }

    @Override
    public JsonArray asArray() {
        return this;
    }

    int depth() {
        return depth;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return JsonWriter.write(this, JsonWriter.Layout.COMPACT);
    }
}
