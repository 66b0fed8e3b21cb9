package dev.gator.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object or array that is still being read. */
final class PartialContainer {

    private final boolean object;
    private final Map<String, Json> members = new LinkedHashMap<>();
    private final List<Json> items = new ArrayList<>();
    private String name = "";

    PartialContainer(boolean object) {
        this.object = object;
    }

    boolean isObject() {
        return object;
    }

    /** Returns the name of the member that is being read. */
    String name() {
        return name;
    }

    void name(String next) {
        name = next;
    }

    void add(Json value) {
        if (object) {
            members.put(name, value);
        } else {
            items.add(value);
        }
    }

    /** Returns the finished value; nothing may be added afterwards. */
    Json close() {
        return object ? JsonObject.owning(members) : JsonArray.of(items);
    }

    /** Returns what this would be if it ended now, with a last value that is still being read. */
    Json with(Optional<Json> last) {
        if (object) {
            Map<String, Json> copy = new LinkedHashMap<>(members);
            last.ifPresent(value -> copy.put(name, value));
            return JsonObject.owning(copy);
        }
        List<Json> copy = new ArrayList<>(items);
        last.ifPresent(copy::add);
        return JsonArray.of(copy);
    }
}
