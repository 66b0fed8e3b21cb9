package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call, and a second one if the first is late; the first answer wins and the other call is cancelled. */
final class Race<R> {

    private final CallContext context;
    private final Consumer<R> discard;
    private final Ticket firstIsBack = new Ticket();
    private final Ticket decided = new Ticket();
    private final List<Cancellation.Child> lanes = new ArrayList<>(2);
    private final long since;
    private @Nullable R winner;
    private @Nullable Throwable failure;
    private int winningLane = -1;
    private int running;
    private boolean over;
    private boolean claimed;
    private long firstTook = -1;

    Race(CallContext context, Consumer<R> discard) {
        this.context = context;
        this.discard = discard;
        this.since = context.time().nanos();
    }

    /** Runs the race; {@code mayHedge} is asked once, when the delay has passed without an answer. */
    R run(
            Function<CallContext, R> first,
            Function<CallContext, R> second,
            Duration delay,
            BooleanSupplier mayHedge,
            Span span) {
        try {
            start(first);
            Duration left = context.deadline().remaining();
            boolean back = firstIsBack.await(context, delay.compareTo(left) <= 0 ? delay : left);
            context.check();
            if (!back && mayHedge.getAsBoolean()) {
                span.note("hedge", () -> "second call after " + delay.toMillis() + " ms");
                start(second);
            }
            decided.await(context, context.deadline().remaining());
            return result(span);
        } finally {
            stopLosers();
        }
    }

    /** Returns how long the first call took, or at least takes. */
    synchronized long firstTook() {
        return firstTook >= 0 ? firstTook : context.time().nanos() - since;
    }

    private void start(Function<CallContext, R> call) {
        Cancellation.Child stop = context.cancellation().child();
        int lane;
        synchronized (this) {
            lane = lanes.size();
            lanes.add(stop);
            running++;
        }
        CallContext inside = context.withCancellation(stop.cancellation());
        context.workers().execute(() -> {
            try {
                back(lane, call.apply(inside), null);
            } catch (RuntimeException | Error e) {
                back(lane, null, e);
            }
        });
    }

    private void back(int lane, @Nullable R reply, @Nullable Throwable problem) {
        boolean late;
        synchronized (this) {
            running--;
            late = over || winner != null;
            if (!late) {
                winner = reply;
                winningLane = reply == null ? -1 : lane;
                failure = problem == null ? failure : problem;
            }
            if (lane == 0 && !late) {
                firstTook = context.time().nanos() - since;
            }
            if (lane == 0) {
                firstIsBack.call();
            }
            if (reply != null || running == 0) {
                decided.call();
            }
        }
        if (late && reply != null) {
            discard.accept(reply);
        }
    }

    private R result(Span span) {
        R reply;
        Throwable problem;
        synchronized (this) {
            reply = winner;
            problem = failure;
            claimed = true;
        }
        if (reply != null) {
            span.note("winner", () -> winningLane == 0 ? "first call" : "second call");
            return reply;
        }
        context.check();
        if (problem instanceof Error error) {
            throw error;
        }
        if (problem instanceof RuntimeException exception) {
            throw exception;
        }
        throw new AssertionError("a race without an end");
    }

    private void stopLosers() {
        List<Cancellation.Child> losers = new ArrayList<>(2);
        R unclaimed = null;
        synchronized (this) {
            over = true;
            if (!claimed) {
                unclaimed = winner;
                winningLane = -1;
            }
            for (int lane = 0; lane < lanes.size(); lane++) {
                if (lane != winningLane) {
                    losers.add(lanes.get(lane));
                }
            }
        }
        losers.forEach(loser -> {
            loser.cancellation().cancel();
            loser.close();
        });
        if (unclaimed != null) {
            discard.accept(unclaimed);
        }
    }
}
