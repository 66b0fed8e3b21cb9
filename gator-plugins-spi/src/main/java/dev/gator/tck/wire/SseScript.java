package dev.gator.tck.wire;

import dev.gator.error.Require;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * An event stream, written down event by event with the waits between them. Immutable; every method returns a new script.
 *
 * <pre>{@code
 * SseScript.of("{\"delta\":\"Hel\"}").comment("ping").data("{\"delta\":\"lo\"}").terminal("[DONE]")
 * }</pre>
 *
 * <p>The methods without an argument, such as {@link #crlf()}, change how the whole stream is spelled; all spellings mean
 * the same events to a correct reader.
 */
public final class SseScript {

    private final List<Item> items;
    private final Spelling spelling;

    private SseScript(List<Item> items, Spelling spelling) {
        this.items = List.copyOf(items);
        this.spelling = spelling;
    }

    private sealed interface Item permits Event, Raw, Wait {}

    private record Event(List<Line> lines, boolean terminal) implements Item {}

    private record Raw(String text) implements Item {}

    private record Wait(WaitIn what) implements Item {}

    private record Line(String field, String value) {}

    private record Spelling(String lineEnd, String colon, boolean bom, boolean cutShort) {}

    @FunctionalInterface
    private interface WaitIn {
        void in(Sink sink) throws IOException;
    }

    /** Returns a script without events. */
    public static SseScript empty() {
        return new SseScript(List.of(), new Spelling("\n", ": ", false, false));
    }

    /** Returns a script of events that have data only. */
    public static SseScript of(String... data) {
        return Arrays.stream(data).reduce(empty(), SseScript::data, (first, second) -> second);
    }

    /** Adds an event; data of several lines becomes several {@code data} lines. */
    public SseScript data(String data) {
        return and(new Event(dataLines(data), false));
    }

    /** Adds an event with a name. */
    public SseScript event(String name, String data) {
        return and(new Event(named(name, data), false));
    }

    /** Adds the event that tells the reader that the stream is complete. */
    public SseScript terminal(String data) {
        return and(new Event(dataLines(data), true));
    }

    /** Adds the event, with a name, that tells the reader that the stream is complete. */
    public SseScript terminal(String name, String data) {
        return and(new Event(named(name, data), true));
    }

    /** Adds a comment, such as the pings that services send to keep a stream alive. */
    public SseScript comment(String text) {
        return and(new Event(List.of(new Line("", text)), false));
    }

    /** Adds a field that most readers ignore, such as {@code id} or {@code retry}, as a block of its own. */
    public SseScript field(String name, String value) {
        return and(new Event(List.of(new Line(Require.text("field", name), value)), false));
    }

    /** Adds text exactly as given; nothing is appended. */
    public SseScript raw(String text) {
        return and(new Raw(text));
    }

    /** Waits before what follows. */
    public SseScript pause(Duration time) {
        Require.positive("pause", time);
        return and(new Wait(sink -> sink.pause(time)));
    }

    /** Waits until the test counts the gate down, so that it can look at a half-sent stream without guessing times. */
    public SseScript hold(CountDownLatch gate) {
        return and(new Wait(sink -> sink.hold(gate)));
    }

    /** Sends nothing more and keeps the connection open until the client closes it. */
    public SseScript hang() {
        return and(new Wait(Sink::hang));
    }

    /** Leaves the terminal events out, so that the stream ends cleanly but incomplete. */
    public SseScript withoutTerminal() {
        List<Item> kept = items.stream()
                .filter(item -> !(item instanceof Event event && event.terminal()))
                .toList();
        return new SseScript(kept, spelling);
    }

    /** Ends in the middle of the last event. */
    public SseScript cutShort() {
        return spelled(s -> new Spelling(s.lineEnd(), s.colon(), s.bom(), true));
    }

    /** Ends lines with carriage return and line feed. */
    public SseScript crlf() {
        return spelled(s -> new Spelling("\r\n", s.colon(), s.bom(), s.cutShort()));
    }

    /** Ends lines with a lone carriage return, which the format allows. */
    public SseScript cr() {
        return spelled(s -> new Spelling("\r", s.colon(), s.bom(), s.cutShort()));
    }

    /** Writes {@code data:x} instead of {@code data: x}. */
    public SseScript noSpace() {
        return spelled(s -> new Spelling(s.lineEnd(), ":", s.bom(), s.cutShort()));
    }

    /** Begins with a byte order mark. */
    public SseScript bom() {
        return spelled(s -> new Spelling(s.lineEnd(), s.colon(), true, s.cutShort()));
    }

    /** Returns the whole stream as text, waits left out. */
    public String text() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            all.append(textAt(i));
        }
        return all.toString();
    }

    /** Returns the stream's text. */
    @Override
    public String toString() {
        return text();
    }

    void feed(Sink sink) throws IOException {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Wait wait) {
                wait.what().in(sink);
            } else {
                sink.write(textAt(i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private SseScript and(Item item) {
        List<Item> more = new ArrayList<>(items);
        more.add(item);
        return new SseScript(more, spelling);
    }

    private SseScript spelled(UnaryOperator<Spelling> change) {
        return new SseScript(items, change.apply(spelling));
    }

    private String textAt(int index) {
        String text = spell(items.get(index));
        if (spelling.cutShort() && index == lastEvent()) {
            text = text.substring(0, text.length() / 2);
        }
        return spelling.bom() && index == 0 ? '\uFEFF' + text : text;
    }

    private int lastEvent() {
        int last = items.size() - 1;
        while (last >= 0 && items.get(last) instanceof Wait) {
            last--;
        }
        return last;
    }

    private String spell(Item item) {
        if (item instanceof Raw raw) {
            return raw.text();
        }
        StringBuilder text = new StringBuilder();
        if (item instanceof Event event) {
            for (Line line : event.lines()) {
                text.append(line.field()).append(spelling.colon()).append(line.value());
                text.append(spelling.lineEnd());
            }
            text.append(spelling.lineEnd());
        }
        return text.toString();
    }

    private static List<Line> named(String name, String data) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("event", Require.text("event name", name)));
        lines.addAll(dataLines(data));
        return lines;
    }

    private static List<Line> dataLines(String data) {
        return Arrays.stream(data.split("\n", -1))
                .map(line -> new Line("data", line))
                .toList();
    }
}
