package dev.gator.resilience;

import java.time.Duration;

/** The state of one model's breaker. Thread-safe; every method is a few steps under one lock. */
final class Circuit {

    private static final long FOREVER = Long.MAX_VALUE;

    private final BreakerPolicy policy;
    private final boolean[] failed;
    private final long[] at;
    private int next;
    private int size;
    private int failures;

    private CircuitState state = CircuitState.CLOSED;
    private long openedAt;
    private long turn;
    private int probing;
    private int proven;

    Circuit(BreakerPolicy policy) {
        this.policy = policy;
        this.failed = new boolean[policy.calls()];
        this.at = new long[policy.calls()];
    }

    synchronized CircuitState state() {
        return state;
    }

    /** Returns the pass of a call that may go, or the negative time to wait. */
    synchronized long enter(long now) {
        if (state == CircuitState.OPEN && now - openedAt >= policy.openFor().toNanos()) {
            become(CircuitState.HALF_OPEN);
        }
        if (state == CircuitState.OPEN) {
            return now - openedAt - policy.openFor().toNanos();
        }
        if (state == CircuitState.HALF_OPEN) {
            if (probing + proven >= policy.probes()) {
                return -1;
            }
            probing++;
        }
        return turn;
    }

    /** Tells what became of a call; calls from before the last change of state no longer matter. */
    synchronized void tell(long pass, Verdict verdict, long now) {
        if (pass != turn) {
            return;
        }
        if (state == CircuitState.HALF_OPEN) {
            tellProbe(verdict, now);
        } else if (verdict != Verdict.UNKNOWN) {
            record(verdict == Verdict.BAD, now);
            if (isBad(now)) {
                open(now);
            }
        }
    }

    private void tellProbe(Verdict verdict, long now) {
        probing--;
        if (verdict == Verdict.BAD) {
            open(now);
        } else if (verdict == Verdict.GOOD && ++proven >= policy.probes()) {
            become(CircuitState.CLOSED);
        }
    }

    private void open(long now) {
        become(CircuitState.OPEN);
        openedAt = now;
    }

    private void become(CircuitState other) {
        state = other;
        turn++;
        probing = 0;
        proven = 0;
        size = 0;
        next = 0;
        failures = 0;
    }

    private void record(boolean bad, long now) {
        if (size == failed.length) {
            forgetOldest();
        }
        failed[next] = bad;
        at[next] = now;
        next = (next + 1) % failed.length;
        size++;
        failures += bad ? 1 : 0;
    }

    private boolean isBad(long now) {
        Duration window = policy.window();
        long most = window.isZero() ? FOREVER : window.toNanos();
        while (size > 0 && now - at[oldest()] > most) {
            forgetOldest();
        }
        return size >= policy.least() && failures >= policy.failureRate() * size;
    }

    private void forgetOldest() {
        failures -= failed[oldest()] ? 1 : 0;
        size--;
    }

    private int oldest() {
        return Math.floorMod(next - size, failed.length);
    }

    enum Verdict {
        GOOD,
        BAD,
        UNKNOWN
    }
}
