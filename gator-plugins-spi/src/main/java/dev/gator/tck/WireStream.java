package dev.gator.tck;

import dev.gator.error.Require;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/**
 * An answer as a service streams it, event by event, so that the contract can let it break anywhere. Immutable; every
 * method returns a new stream.
 *
 * <pre>{@code
 * WireStream.events().data("{\"delta\":\"Hel\"}").data("{\"delta\":\"lo\"}").terminal("[DONE]")
 * }</pre>
 */
public final class WireStream {

    private final boolean lines;
    private final List<Event> events;

    private WireStream(boolean lines, List<Event> events) {
        this.lines = lines;
        this.events = List.copyOf(events);
    }

    private record Event(String name, String data, boolean terminal) {}

    /** Starts a stream of server-sent events. */
    public static WireStream events() {
        return new WireStream(false, List.of());
    }

    /** Starts a stream of JSON lines. */
    public static WireStream lines() {
        return new WireStream(true, List.of());
    }

    /** Adds an event without a name, or a line. */
    public WireStream data(String data) {
        return with(new Event("", data, false));
    }

    /** Adds an event with a name. */
    public WireStream event(String name, String data) {
        return with(new Event(Require.text("event name", name), data, false));
    }

    /** Adds an event without which the answer is incomplete. */
    public WireStream terminal(String data) {
        return with(new Event("", data, true));
    }

    /** Adds an event with a name, without which the answer is incomplete. */
    public WireStream terminal(String name, String data) {
        return with(new Event(Require.text("event name", name), data, true));
    }

    /** Returns the whole stream as the service sends it. */
    public WireReply reply() {
        return reply(script(events));
    }

    boolean isLines() {
        return lines;
    }

    /** The stream, spelled otherwise; only for events. */
    WireReply spelled(UnaryOperator<SseScript> spelling) {
        return reply(spelling.apply(script(events)));
    }

    /** All but what makes it complete, followed by a clean end. */
    WireReply withoutTerminal() {
        return reply(script(opening()));
    }

    /** All but what makes it complete, ending in the middle of an event. */
    WireReply cutShort() {
        return reply(script(opening()).cutShort());
    }

    /** All but what makes it complete, then nothing more and no end. */
    WireReply hangingBeforeEnd() {
        return reply(script(opening()).hang());
    }

    /** All, with a wait for the gate before the events that make it complete. */
    WireReply heldBeforeEnd(CountDownLatch gate) {
        SseScript script = script(opening()).hold(gate);
        for (Event event : events.subList(opening().size(), events.size())) {
            script = add(script, event);
        }
        return reply(script);
    }

    /** Comments between the events, as services send them to keep a connection alive. */
    WireReply withComments() {
        SseScript script = SseScript.empty().comment("ping");
        for (Event event : events) {
            script = add(script, event).comment("ping");
        }
        return reply(script);
    }

    /** All, but the event that holds the mark breaks off in the middle of its JSON. */
    WireReply garbledAt(String mark) {
        int marked = indexOf(mark);
        Event good = events.get(marked);
        Event bad = new Event(good.name(), good.data().substring(0, good.data().length() / 2), false);
        List<Event> garbled = new ArrayList<>(events);
        garbled.set(marked, bad);
        return reply(script(garbled));
    }

    private List<Event> opening() {
        return events.stream().takeWhile(event -> !event.terminal()).toList();
    }

    private int indexOf(String mark) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).data().contains(mark)) {
                return i;
            }
        }
        Require.that(false, "no event of the stream holds the text '" + mark + "' in one piece");
        return -1;
    }

    private SseScript script(List<Event> wanted) {
        SseScript script = SseScript.empty();
        for (Event event : wanted) {
            script = add(script, event);
        }
        return script;
    }

    private SseScript add(SseScript script, Event event) {
        if (lines) {
            return script.raw(event.data() + "\n");
        }
        return event.name().isEmpty() ? script.data(event.data()) : script.event(event.name(), event.data());
    }

    private WireReply reply(SseScript script) {
        return WireReply.sse(script).contentType(contentType());
    }

    private String contentType() {
        return lines ? "application/x-ndjson" : "text/event-stream";
    }

    private WireStream with(Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(event);
        return new WireStream(lines, more);
    }
}
