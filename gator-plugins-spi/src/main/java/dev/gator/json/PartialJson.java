package dev.gator.json;

import dev.gator.error.GatorException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text while it streams in: tells which members of the outermost object are complete, and what the value
 * looks like so far.
 *
 * <p>Every character is looked at once. One instance reads one text and belongs to one thread.
 *
 * <pre>{@code
 * PartialJson partial = new PartialJson();
 * for (String fragment : fragments) {
 *     for (JsonObject.Member done : partial.feed(fragment)) {
 *         show(done.name(), done.value());
 *     }
 *     partial.snapshot().ifPresent(this::preview);
 * }
 * Json value = partial.finish();
 * }</pre>
 */
public final class PartialJson {

    private final Deque<PartialContainer> open = new ArrayDeque<>();
    private final PartialToken token = new PartialToken();
    private List<JsonObject.Member> completed = new ArrayList<>();
    private Expect expect = Expect.VALUE;
    private @Nullable Json result;
    private @Nullable Malformed failure;
    private long position;

    /** What may come next, outside tokens. */
    private enum Expect {
        VALUE("a value"),
        VALUE_OR_END("a value or ']'"),
        NAME("a member name in quotes"),
        NAME_OR_END("a member name in quotes or '}'"),
        COLON("':'"),
        COMMA_OR_END("',' or the end of the container"),
        NOTHING("the end of the text");

        private final String words;

        Expect(String words) {
            this.words = words;
        }
    }

    /** Creates a reader that has seen nothing yet. */
    public PartialJson() {}

    /**
     * Takes the next piece of the text, split anywhere, and returns the members of the outermost object that it completed,
     * in order; a member that comes twice is returned twice.
     *
     * @throws GatorException with {@link JsonError#SYNTAX}, {@link JsonError#TOO_DEEP} or {@link JsonError#BAD_NUMBER} as
     *     soon as the text cannot become JSON any more; {@link #snapshot()} then stays as it was
     */
    public List<JsonObject.Member> feed(String fragment) {
        rethrow();
        completed = new ArrayList<>();
        try {
            for (int i = 0; i < fragment.length(); i++) {
                take(fragment.charAt(i));
                position++;
            }
        } catch (Malformed e) {
            failure = e;
            rethrow();
        }
        return List.copyOf(completed);
    }

    /**
     * Returns the longest valid value that the text so far can stand for: open strings end where they are, open containers
     * are closed, a member without a value is left out. Empty before the first value begins.
     *
     * <p>What is complete is shared, so the cost is that of the containers and the string that are still open.
     */
    public Optional<Json> snapshot() {
        if (result != null) {
            return Optional.of(result);
        }
        Optional<Json> inner = token.isName() ? Optional.empty() : token.completion();
        for (PartialContainer container : open) {
            inner = Optional.of(container.with(inner));
        }
        return inner;
    }

    /** Returns whether the outermost value is complete; a number on its own is complete only when finished. */
    public boolean isComplete() {
        return result != null;
    }

    /**
     * Ends the text and returns its value.
     *
     * @throws GatorException with {@link JsonError#SYNTAX} when the text is cut off, or as {@link #feed}
     */
    public Json finish() {
        rethrow();
        try {
            if (open.isEmpty() && token.isNumber()) {
                value(token.end(position));
            }
        } catch (Malformed e) {
            failure = e;
            rethrow();
        }
        if (result == null) {
            failure = new Malformed(JsonError.SYNTAX, "the text ends before the value does", position);
            throw failure.inStream();
        }
        return result;
    }

    private void rethrow() {
        if (failure != null) {
            throw failure.inStream();
        }
    }

    private void take(char c) {
        if (token.isOpen()) {
            boolean consumed = token.take(c, position);
            if (token.isOver()) {
                endToken();
            }
            if (consumed) {
                return;
            }
        }
        if (!JsonParser.isSpace(c)) {
            structure(c);
        }
    }

    private void endToken() {
        boolean name = token.isName();
        Json value = token.end(position);
        if (name) {
            open.getFirst().name(value.asString());
            expect = Expect.COLON;
        } else {
            value(value);
        }
    }

    private void structure(char c) {
        switch (expect) {
            case VALUE -> beginValue(c);
            case VALUE_OR_END -> {
                if (c == ']') {
                    close(c);
                } else {
                    beginValue(c);
                }
            }
            case NAME -> beginName(c);
            case NAME_OR_END -> {
                if (c == '}') {
                    close(c);
                } else {
                    beginName(c);
                }
            }
            case COLON -> {
                require(c == ':', c);
                expect = Expect.VALUE;
            }
            case COMMA_OR_END -> {
                if (c == ',') {
                    expect = open.getFirst().isObject() ? Expect.NAME : Expect.VALUE;
                } else {
                    close(c);
                }
            }
            case NOTHING -> require(false, c);
        }
    }

    private void beginName(char c) {
        require(c == '"', c);
        token.beginName();
    }

    private void beginValue(char c) {
        if (c == '{' || c == '[') {
            if (open.size() == Json.MAX_DEPTH) {
                throw new Malformed(
                        JsonError.TOO_DEEP, "values are nested deeper than " + Json.MAX_DEPTH + " levels", position);
            }
            open.addFirst(new PartialContainer(c == '{'));
            expect = c == '{' ? Expect.NAME_OR_END : Expect.VALUE_OR_END;
        } else {
            require(token.begin(c), c);
        }
    }

    private void close(char c) {
        require(!open.isEmpty() && c == (open.getFirst().isObject() ? '}' : ']'), c);
        value(open.removeFirst().close());
    }

    private void value(Json value) {
        PartialContainer container = open.peekFirst();
        if (container == null) {
            result = value;
            expect = Expect.NOTHING;
            return;
        }
        container.add(value);
        if (container.isObject() && open.size() == 1) {
            completed.add(new JsonObject.Member(container.name(), value));
        }
        expect = Expect.COMMA_OR_END;
    }

    private void require(boolean ok, char found) {
        if (!ok) {
            throw new Malformed(
                    JsonError.SYNTAX, "expected " + expect.words + " but found " + Excerpt.character(found), position);
        }
    }
}
