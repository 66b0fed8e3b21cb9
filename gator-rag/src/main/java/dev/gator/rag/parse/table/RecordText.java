package dev.gator.rag.parse.table;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonString;
import dev.gator.rag.parse.Source;

/** Writes a value as lines that name where each of its words stands. Values are at most 512 levels deep. */
final class RecordText {

    private final StringBuilder out = new StringBuilder();

    private final Source source;

    private RecordText(Source source) {
        this.source = source;
    }

    static String of(Json value, Source source) {
        return of("", value, source);
    }

    static String of(String name, Json value, Source source) {
        RecordText text = new RecordText(source);
        text.write(name, value);
        return text.out.toString();
    }

    private void write(String path, Json value) {
        if (value instanceof JsonObject object) {
            object.forEach(
                    member -> write(path.isEmpty() ? member.name() : path + "." + member.name(), member.value()));
        } else if (value instanceof JsonArray array && !isFlat(array)) {
            int number = 1;
            for (Json item : array) {
                write(path + "[" + number++ + "]", item);
            }
        } else if (!value.isNull()) {
            String words = value instanceof JsonArray array ? joined(array) : words(value);
            out.append(path.isEmpty() ? "" : path + ": ").append(words).append('\n');
            bound();
        }
    }

    /** A long name with many values below it is written many times. */
    private void bound() {
        if (out.length() > source.limits().characters()) {
            throw source.tooLarge("characters", source.limits().characters());
        }
    }

    private static boolean isFlat(JsonArray array) {
        for (Json item : array) {
            if (item instanceof JsonObject || item instanceof JsonArray) {
                return false;
            }
        }
        return true;
    }

    private static String joined(JsonArray array) {
        StringBuilder all = new StringBuilder();
        for (Json item : array) {
            all.append(all.length() == 0 ? "" : ", ").append(words(item));
        }
        return all.toString();
    }

    private static String words(Json value) {
        return value instanceof JsonString text ? text.value() : value.toString();
    }
}
