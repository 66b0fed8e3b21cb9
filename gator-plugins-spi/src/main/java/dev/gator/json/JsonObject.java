package dev.gator.json;

import dev.gator.error.GatorException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object. Members keep the order in which they were added.
 *
 * <p>Reading comes in two kinds: {@code string("city")} needs the member and throws {@link JsonError#MISSING_MEMBER} or
 * {@link JsonError#WRONG_KIND}; {@code optionalString("city")} is empty when the member is absent or null, and throws only
 * {@link JsonError#WRONG_KIND}.
 */
public final class JsonObject implements Json, Iterable<JsonObject.Member> {

    private static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, Json> members;
    private final int depth;

    private JsonObject(Map<String, Json> members) {
        this.members = members;
        this.depth = Nesting.above(members.values());
    }

    /**
     * One member of an object.
     *
     * @param name the name
     * @param value the value
     */
    public record Member(String name, Json value) {}

    /** Returns the object without members. */
    public static JsonObject empty() {
        return EMPTY;
    }

    /** Starts an object. */
    public static Builder builder() {
        return new Builder(new LinkedHashMap<>());
    }

    /** Takes over a map that nobody else changes any more. */
    static JsonObject owning(Map<String, Json> members) {
        return members.isEmpty() ? EMPTY : new JsonObject(members);
    }

    /** Returns the member's value, which may be the JSON null. */
    public Optional<Json> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Returns whether there is such a member, be it null. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Returns the member's value, or throws {@link JsonError#MISSING_MEMBER}. */
    public Json member(String name) {
        return get(name).orElseThrow(() -> missing(name));
    }

    /** Returns a text that must be there. */
    public String string(String name) {
        return read(name, Json::asString);
    }

    /** Returns a number that must be there. */
    public JsonNumber number(String name) {
        return read(name, Json::asNumber);
    }

    /** Returns a truth value that must be there. */
    public boolean bool(String name) {
        return read(name, Json::asBoolean);
    }

    /** Returns an object that must be there. */
    public JsonObject object(String name) {
        return read(name, Json::asObject);
    }

    /** Returns an array that must be there. */
    public JsonArray array(String name) {
        return read(name, Json::asArray);
    }

    /** Returns a text, or empty when it is absent or null. */
    public Optional<String> optionalString(String name) {
        return present(name).map(value -> convert(name, value, Json::asString));
    }

    /** Returns a number, or empty when it is absent or null. */
    public Optional<JsonNumber> optionalNumber(String name) {
        return present(name).map(value -> convert(name, value, Json::asNumber));
    }

    /** Returns a whole number, or empty when it is absent or null. */
    public OptionalLong optionalLong(String name) {
        return optionalNumber(name).stream().mapToLong(JsonNumber::longValue).findFirst();
    }

    /** Returns a truth value, or empty when it is absent or null. */
    public Optional<Boolean> optionalBool(String name) {
        return present(name).map(value -> convert(name, value, Json::asBoolean));
    }

    /** Returns an object, or empty when it is absent or null. */
    public Optional<JsonObject> optionalObject(String name) {
        return present(name).map(value -> convert(name, value, Json::asObject));
    }

    /** Returns an array, or empty when it is absent or null. */
    public Optional<JsonArray> optionalArray(String name) {
        return present(name).map(value -> convert(name, value, Json::asArray));
    }

    /** Returns the names in order, immutable. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** Returns the number of members. */
    public int size() {
        return members.size();
    }

    /** Returns whether there is no member. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** Returns a copy in which the member has this value; a new member comes last. */
    public JsonObject with(String name, Json value) {
        return toBuilder().put(name, value).build();
    }

    /** Returns a copy without the member. */
    public JsonObject without(String name) {
        Map<String, Json> copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return owning(copy);
    }

    /** Returns a builder that holds these members. */
    public Builder toBuilder() {
        return new Builder(new LinkedHashMap<>(members));
    }

    @Override
    public Iterator<Member> iterator() {
        return members.entrySet().stream()
                .map(entry -> new Member(entry.getKey(), entry.getValue()))
                .iterator();
    }

    @Override
    public String kind() {
        return "an object";
    }

    @Override
    public JsonObject asObject() {
        return this;
    }

    int depth() {
        return depth;
    }

    private Optional<Json> present(String name) {
        return get(name).filter(value -> !value.isNull());
    }

    private <T> T read(String name, Function<Json, T> reader) {
        return convert(name, member(name), reader);
    }

    private static <T> T convert(String name, Json value, Function<Json, T> reader) {
        try {
            return reader.apply(value);
        } catch (GatorException e) {
            throw new GatorException(e.code(), "member \"" + name + "\": " + e.detail(), e);
        }
    }

    private GatorException missing(String name) {
        String there = members.isEmpty() ? "the object is empty" : "there are " + keys();
        return new GatorException(
                JsonError.MISSING_MEMBER, "no member \"" + name + "\"; " + Excerpt.shorten(there, 200));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return JsonWriter.write(this, JsonWriter.Layout.COMPACT);
    }

    /** Collects members; not for use by several threads. A name put twice keeps its place and takes the new value. */
    public static final class Builder {

        private Map<String, Json> members;
        private boolean built;

        private Builder(Map<String, Json> members) {
            this.members = members;
        }

        /** Adds a value. */
        public Builder put(String name, Json value) {
            if (built) {
                members = new LinkedHashMap<>(members);
                built = false;
            }
            members.put(name, value);
            return this;
        }

        /** Adds a text. */
        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        /** Adds a whole number. */
        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        /** Adds a number. */
        public Builder put(String name, double value) {
            return put(name, Json.of(value));
        }

        /** Adds a truth value. */
        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /** Adds an exact number. */
        public Builder put(String name, BigDecimal value) {
            return put(name, Json.of(value));
        }

        /** Adds a value where the condition holds. */
        public Builder putIf(boolean condition, String name, Json value) {
            return condition ? put(name, value) : this;
        }

        /** Adds a text where the condition holds. */
        public Builder putIf(boolean condition, String name, String value) {
            return condition ? put(name, value) : this;
        }

        /** Adds a whole number where the condition holds. */
        public Builder putIf(boolean condition, String name, long value) {
            return condition ? put(name, value) : this;
        }

        /** Adds a number where the condition holds. */
        public Builder putIf(boolean condition, String name, double value) {
            return condition ? put(name, value) : this;
        }

        /** Adds a truth value where the condition holds. */
        public Builder putIf(boolean condition, String name, boolean value) {
            return condition ? put(name, value) : this;
        }

        /** Returns the object; the builder can go on. */
        public JsonObject build() {
            built = true;
            return owning(members);
        }
    }
}
