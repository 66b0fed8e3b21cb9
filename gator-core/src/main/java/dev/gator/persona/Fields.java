package dev.gator.persona;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the members of one JSON object and remembers which nobody asked for. */
final class Fields {

    private final JsonObject json;
    private final String path;
    private final List<String> ignored;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonObject json, String path, List<String> ignored) {
        this.json = json;
        this.path = path;
        this.ignored = ignored;
    }

    String text(String name, String otherwise) {
        asked.add(name);
        return json.optionalString(name).orElse(otherwise);
    }

    @Nullable
    String textOrNull(String name) {
        asked.add(name);
        return json.optionalString(name).orElse(null);
    }

    int number(String name, int otherwise) {
        asked.add(name);
        return Math.toIntExact(json.optionalLong(name).orElse(otherwise));
    }

    List<String> texts(String name) {
        asked.add(name);
        return json.optionalArray(name).stream()
                .flatMap(array -> array.stream())
                .map(Json::asString)
                .toList();
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        E chosen = choiceOrNull(name, otherwise.getDeclaringClass());
        return chosen == null ? otherwise : chosen;
    }

    <E extends Enum<E>> @Nullable E choiceOrNull(String name, Class<E> type) {
        asked.add(name);
        return json.optionalString(name).map(word -> constant(name, word, type)).orElse(null);
    }

    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        return texts(name).stream().map(word -> constant(name, word, type)).toList();
    }

    <E extends Enum<E>> Map<E, String> map(String name, Class<E> type) {
        EnumMap<E, String> values = new EnumMap<>(type);
        Fields inner = object(name);
        for (E key : type.getEnumConstants()) {
            String text = inner.text(word(key), "");
            if (!text.isEmpty()) {
                values.put(key, text);
            }
        }
        inner.done();
        return values;
    }

    Fields object(String name) {
        asked.add(name);
        return new Fields(json.optionalObject(name).orElse(JsonObject.empty()), path + name + ".", ignored);
    }

    JsonObject raw(String name) {
        asked.add(name);
        return json.optionalObject(name).orElse(JsonObject.empty());
    }

    void done() {
        for (String name : json.keys()) {
            if (!asked.contains(name)) {
                ignored.add(path + name);
            }
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(String name, String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw new GatorException(
                PersonaError.UNREADABLE,
                name + " is '" + word + "', allowed are "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Fields::word)
                                .toList());
    }
}
