package dev.gator.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a document something is, printed as {@code $.items[2].name}; cheap to extend, printed only for messages. */
final class JsonPath {

    static final JsonPath ROOT = new JsonPath(null, "$");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final @Nullable JsonPath parent;
    private final String step;

    private JsonPath(@Nullable JsonPath parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    JsonPath member(String name) {
        return new JsonPath(this, name);
    }

    JsonPath item(int index) {
        return new JsonPath(this, "[" + index + "]");
    }

    @Override
    public String toString() {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonPath path = this; path != null; path = path.parent) {
            steps.addFirst(path.step);
        }
        StringBuilder out = new StringBuilder(steps.removeFirst());
        for (String next : steps) {
            if (next.startsWith("[") && next.endsWith("]")) {
                out.append(next);
            } else if (PLAIN.matcher(next).matches()) {
                out.append('.').append(next);
            } else {
                out.append('[').append(Json.of(Excerpt.shorten(next, 40))).append(']');
            }
        }
        return out.toString();
    }
}
