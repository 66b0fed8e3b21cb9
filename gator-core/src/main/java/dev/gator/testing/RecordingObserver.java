package dev.gator.testing;

import dev.gator.observe.Event;
import dev.gator.observe.Observer;
import dev.gator.observe.SpanKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every event, in the order of arrival. Thread-safe; meant for tests, because it never forgets. */
public final class RecordingObserver implements Observer {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    private RecordingObserver() {}

    /** Returns an observer that has seen nothing. */
    public static RecordingObserver create() {
        return new RecordingObserver();
    }

    @Override
    public void on(Event event) {
        events.add(event);
    }

    /** Returns all events so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Returns the spans of that kind that ended, in the order of their ends. */
    public List<Event.Ended> ended(SpanKind kind) {
        return events.stream()
                .filter(Event.Ended.class::isInstance)
                .map(Event.Ended.class::cast)
                .filter(end -> end.kind() == kind)
                .toList();
    }

    /** Returns what was noted under that name. */
    public List<String> notes(String name) {
        return events.stream()
                .filter(Event.Noted.class::isInstance)
                .map(Event.Noted.class::cast)
                .filter(note -> note.name().equals(name))
                .map(Event.Noted::value)
                .toList();
    }

    /** Returns whether every span that began has ended. */
    public boolean isBalanced() {
        long begun = events.stream().filter(Event.Started.class::isInstance).count();
        long ended = events.stream().filter(Event.Ended.class::isInstance).count();
        return begun == ended;
    }

    /** Forgets everything. */
    public void clear() {
        events.clear();
    }
}
