package dev.gator.call;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A switch that stops work. Anyone who holds it may throw it, from any thread; whoever does the work registers what has
 * to be closed. Children are cancelled with their parent, not the other way round.
 */
public final class Cancellation {

    private static final Registration NOTHING = () -> {};
    private static final Cancellation NEVER = new Cancellation(false);

    private final boolean live;
    private final Set<Runnable> actions = new LinkedHashSet<>();
    private volatile boolean cancelled;

    private Cancellation(boolean live) {
        this.live = live;
    }

    /** Returns a new switch. */
    public static Cancellation create() {
        return new Cancellation(true);
    }

    /** Returns the switch that can never be thrown. */
    public static Cancellation never() {
        return NEVER;
    }

    /** Throws the switch: runs what was registered, once, on this thread. Later calls do nothing. */
    public void cancel() {
        if (!live) {
            return;
        }
        List<Runnable> due;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = new ArrayList<>(actions);
            actions.clear();
        }
        due.forEach(Cancellation::runQuietly);
    }

    /** Returns whether the switch was thrown. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Refuses to go on if the switch was thrown. */
    public void check() {
        if (cancelled) {
            throw new GatorException(CallError.CANCELLED, "the call was cancelled");
        }
    }

    /**
     * Registers what to do when the switch is thrown; runs at once if it already was. Close the registration when the
     * work is over, so that long-lived switches do not gather dead actions.
     */
    public Registration onCancel(Runnable action) {
        if (!live) {
            return NOTHING;
        }
        Runnable own = new Action(action); // a fresh identity, so that registering one action twice keeps both
        synchronized (actions) {
            if (!cancelled) {
                actions.add(own);
                return () -> {
                    synchronized (actions) {
                        actions.remove(own);
                    }
                };
            }
        }
        runQuietly(own);
        return NOTHING;
    }

    /** Returns a switch that is thrown with this one but can also be thrown alone. Close it when its work is over. */
    public Child child() {
        Cancellation child = create();
        return new Child(child, onCancel(child::cancel));
    }

    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException ignored) {
            // every registered action gets its turn, and the canceller has no use for a failed close
        }
    }

    private static final class Action implements Runnable {
        private final Runnable action;

        Action(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            action.run();
        }
    }

    /** A registered action; closing it forgets the action. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A switch below another one.
     *
     * @param cancellation the switch
     * @param link its tie to the parent
     */
    public record Child(Cancellation cancellation, Registration link) implements AutoCloseable {
        /** Cuts the tie to the parent. */
        @Override
        public void close() {
            link.close();
        }
    }
}
