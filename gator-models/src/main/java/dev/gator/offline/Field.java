package dev.gator.offline;

import dev.gator.json.JsonObject;
import java.util.Locale;

/**
 * A place in a schema that is being filled.
 *
 * @param name the nearest name
 * @param description what is said about it
 * @param index its number in the innermost list
 * @param outer its number in the list around that
 * @param lists how many lists it is in
 */
record Field(String name, String description, int index, int outer, int lists) {

    static Field root() {
        return new Field("", "", 0, 0, 0);
    }

    Field child(String childName) {
        return new Field(childName, "", index, outer, lists);
    }

    Field item(int number) {
        return new Field(name, description, number, index, lists + 1);
    }

    Field describedBy(JsonObject schema) {
        return schema.optionalString("description")
                .map(text -> new Field(name, text, index, outer, lists))
                .orElse(this);
    }

    /** Returns the words of the name, apart and in lower case. */
    String spoken() {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[_\\-]+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns whether one of the words of the name is one of these, or its plural. */
    boolean hasWord(String... words) {
        for (String part : spoken().split(" ", -1)) {
            for (String word : words) {
                if (part.equals(word) || part.equals(word + "s")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the name contains one of the words. */
    boolean isNamed(String... words) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
