package dev.gator.offline;

import dev.gator.json.JsonObject;
import java.util.Locale;

/** A place in a schema that is being filled: the nearest name, its description, its number within lists. */
record Field(String name, String description, int index) {

    static Field root() {
        return new Field("", "", 0);
    }

    Field child(String childName) {
        return new Field(childName, "", index);
    }

    Field item(int number) {
        return new Field(name, description, number);
    }

    Field describedBy(JsonObject schema) {
        return schema.optionalString("description")
                .map(text -> new Field(name, text, index))
                .orElse(this);
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
