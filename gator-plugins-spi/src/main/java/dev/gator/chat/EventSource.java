package dev.gator.chat;

import org.jspecify.annotations.Nullable;

/**
 * Produces the events of one answer. This is all that an implementation of a streaming model writes; the stream around it
 * sees to order, completeness, the final reply, deadlines and cancellation.
 */
public interface EventSource extends AutoCloseable {

    /**
     * Returns the next event, blocking until there is one, or null when the source has no more. Called by one thread at a
     * time. Every part must end with {@link ChatEvent.PartEnded}; {@link ChatEvent.Finished} must come last.
     */
    @Nullable
    ChatEvent next();

    /** Stops the work and wakes a blocked {@link #next()}. May be called from any thread, more than once. */
    @Override
    void close();
}
