package dev.gator.tck.wire;

import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Header lines in the order they have on the wire; names compare without case. Immutable.
 *
 * @param lines the lines, repeated names included
 */
public record WireHeaders(List<Line> lines) implements Iterable<WireHeaders.Line> {

    private static final WireHeaders NONE = new WireHeaders(List.of());

    /** Copies the lines. */
    public WireHeaders {
        lines = List.copyOf(lines);
    }

    /**
     * One header line.
     *
     * @param name the name as written
     * @param value the value without surrounding white space
     */
    public record Line(String name, String value) {

        /** Refuses a line that would break the head apart. */
        public Line {
            Require.that(!name.isEmpty(), "header name is empty");
            Require.that(isOneLine(name) && isOneLine(value), "header " + name.strip() + " has a line break");
        }

        private static boolean isOneLine(String text) {
            return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        }
    }

    /** Returns no headers. */
    public static WireHeaders none() {
        return NONE;
    }

    /** Returns one header. */
    public static WireHeaders of(String name, String value) {
        return NONE.and(name, value);
    }

    /** Returns the first value of that name. */
    public Optional<String> first(String name) {
        for (Line line : lines) {
            if (line.name().equalsIgnoreCase(name)) {
                return Optional.of(line.value());
            }
        }
        return Optional.empty();
    }

    /** Returns every value of that name, in order. */
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .toList();
    }

    /** Returns whether a line of that name exists. */
    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** Returns these headers and one more line, repeated if the name is there already. */
    public WireHeaders and(String name, String value) {
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(name, value));
        return new WireHeaders(more);
    }

    /** Returns these headers with that name set once. */
    public WireHeaders with(String name, String value) {
        return without(name).and(name, value);
    }

    /** Returns these headers without that name. */
    public WireHeaders without(String name) {
        return new WireHeaders(lines.stream()
                .filter(line -> !line.name().equalsIgnoreCase(name))
                .toList());
    }

    @Override
    public Iterator<Line> iterator() {
        return lines.iterator();
    }
}
