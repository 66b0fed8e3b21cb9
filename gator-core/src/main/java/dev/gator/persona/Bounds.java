package dev.gator.persona;

import dev.gator.error.Require;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The checks that the values of a persona share. */
final class Bounds {

    private Bounds() {}

    /** Returns a text that is either absent (empty) or within bounds. */
    static String optional(String name, String text, int min, int max) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "" : Require.length(name, stripped, min, max);
    }

    static List<String> phrases(String name, List<String> phrases, int most, int length) {
        Require.that(phrases.size() <= most, name + " has " + phrases.size() + " entries, allowed are at most " + most);
        return phrases.stream()
                .map(phrase -> Require.length(name, Require.text(name, phrase).strip(), 1, length))
                .toList();
    }

    static <E extends Enum<E>> Map<E, String> texts(Class<E> type, Map<E, String> texts, ToIntFunction<E> limit) {
        EnumMap<E, String> copy = new EnumMap<>(type);
        texts.forEach((key, text) -> copy.put(
                key, Require.length(key.name(), Require.text(key.name(), text).strip(), 1, limit.applyAsInt(key))));
        return Map.copyOf(copy);
    }

    static <E extends Enum<E>> Map<E, String> plus(Class<E> type, Map<E, String> texts, E key, String text) {
        EnumMap<E, String> copy = new EnumMap<>(type);
        copy.putAll(texts);
        copy.put(key, text);
        return copy;
    }
}
