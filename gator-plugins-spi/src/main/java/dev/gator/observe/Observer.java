package dev.gator.observe;

/**
 * Receives events. Called on the thread that does the work, from many threads at once, so an implementation is quick and
 * thread-safe. What it throws is swallowed by the caller: watching must not break the watched.
 */
@FunctionalInterface
public interface Observer {

    /** Takes notice of an event. */
    void on(Event event);

    /** Returns the observer that ignores everything; calls recognise it and create no events. */
    static Observer none() {
        return NoObserver.INSTANCE;
    }

    /** Returns an observer that tells this one first, then {@code next}; a failing one does not silence the other. */
    default Observer and(Observer next) {
        if (this == none()) {
            return next;
        }
        return next == none() ? this : new Observers(this, next);
    }
}
