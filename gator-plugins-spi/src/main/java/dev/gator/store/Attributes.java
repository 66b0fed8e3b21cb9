package dev.gator.store;

import dev.gator.error.Require;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Typed facts about a record, by name. Immutable. Names are letters, digits, dots, dashes and underscores. */
public final class Attributes {

    private static final Attributes NONE = new Attributes(Map.of());
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    private final Map<String, Attribute> values;

    private Attributes(Map<String, Attribute> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Returns no facts. */
    public static Attributes none() {
        return NONE;
    }

    /** Returns a copy with one more fact. */
    public Attributes with(String name, Attribute value) {
        Map<String, Attribute> copy = new TreeMap<>(values);
        copy.put(checkedName(name), value);
        return new Attributes(copy);
    }

    /** Returns a copy with a text. */
    public Attributes with(String name, String value) {
        return with(name, Attribute.of(value));
    }

    /** Returns a copy with a number. */
    public Attributes with(String name, double value) {
        return with(name, Attribute.of(value));
    }

    /** Returns a copy with a yes or no. */
    public Attributes with(String name, boolean value) {
        return with(name, Attribute.of(value));
    }

    /** Returns a copy with several texts. */
    public Attributes with(String name, Set<String> value) {
        return with(name, Attribute.of(value));
    }

    /** Returns a copy with a moment, kept as seconds since 1970. */
    public Attributes with(String name, Instant moment) {
        return with(name, Attribute.of((double) moment.getEpochSecond()));
    }

    /** Returns a fact of whatever type. */
    public Optional<Attribute> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns a text, if there is one of that name. */
    public Optional<String> text(String name) {
        return get(name).filter(Attribute.Text.class::isInstance).map(a -> ((Attribute.Text) a).value());
    }

    /** Returns a number, if there is one of that name. */
    public OptionalDouble number(String name) {
        return values.get(name) instanceof Attribute.Numeric number
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    /** Returns the names in order. */
    public Set<String> names() {
        return values.keySet();
    }

    static String checkedName(String name) {
        Require.that(NAME.matcher(name).matches(), "not a name of an attribute: " + name);
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
