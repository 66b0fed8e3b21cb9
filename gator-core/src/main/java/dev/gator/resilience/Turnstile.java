package dev.gator.resilience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import dev.gator.resilience.rate.RateDecision;
import dev.gator.resilience.rate.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls through as a limiter allows. Those that must wait stand in a line for each key; the first of a line waits for
 * the limiter, the others for their turn, so that nobody who comes late takes what the first waits for.
 */
final class Turnstile {

    private static final int LONGEST_LINE = 10_000;

    private final RateLimiter limiter;
    private final LimitPolicy policy;
    private final Cache<String, Line> lines = Caffeine.newBuilder().weakValues().build();

    Turnstile(RateLimiter limiter, LimitPolicy policy) {
        this.limiter = limiter;
        this.policy = policy;
    }

    /** Returns how the call was let through; throws if it was not. */
    RateDecision pass(String key, long tokens, CallContext context) {
        if (!policy.waits()) {
            return allowedOrThrow(limiter.take(key, tokens), Duration.ZERO);
        }
        Line line = lines.get(key, fresh -> new Line());
        String tenant = context.owner().tenant();
        long giveUpAt = context.time().nanos() + policy.patience().toNanos();
        Ticket ticket;
        synchronized (line) {
            if (!line.busy) {
                RateDecision atOnce = limiter.take(key, tokens);
                if (atOnce.isAllowed()) {
                    return atOnce;
                }
            }
            ticket = line.joinUnlessFree(tenant);
        }
        if (ticket != null) {
            line.awaitTurn(ticket, tenant, context, policy.patience());
        }
        try {
            return awaitLimiter(key, tokens, context, giveUpAt);
        } finally {
            line.next();
        }
    }

    private RateDecision awaitLimiter(String key, long tokens, CallContext context, long giveUpAt) {
        while (true) {
            RateDecision decision = limiter.take(key, tokens);
            if (decision.isAllowed()) {
                return decision;
            }
            Duration patience =
                    Duration.ofNanos(Math.max(0, giveUpAt - context.time().nanos()));
            Duration left = context.deadline().remaining();
            allowedOrThrow(decision, patience.compareTo(left) <= 0 ? patience : left);
            context.time().sleep(decision.retryAfter(), context.cancellation());
            context.check();
        }
    }

    /** Throws unless the call may go now, or within {@code patience}. */
    private static RateDecision allowedOrThrow(RateDecision decision, Duration patience) {
        return switch (decision.verdict()) {
            case ALLOWED -> decision;
            case NEVER ->
                throw new GatorException(
                        ResilienceError.NEVER_FITS, "one call needs more than " + decision.rate() + " ever allow");
            case LATER -> {
                if (decision.retryAfter().compareTo(patience) > 0) {
                    throw new GatorException(
                            ResilienceError.RATE_EXCEEDED,
                            decision.rate() + " are used up",
                            null,
                            decision.retryAfter());
                }
                yield decision;
            }
        };
    }

    private static final class Line {
        private final FairQueue queue = new FairQueue();
        private boolean busy;

        /** Returns null if nobody waits, which makes the caller the first. */
        synchronized @Nullable Ticket joinUnlessFree(String tenant) {
            if (!busy) {
                busy = true;
                return null;
            }
            if (queue.size() >= LONGEST_LINE) {
                throw new GatorException(
                        ResilienceError.QUEUE_FULL, LONGEST_LINE + " calls wait for the rate limit already");
            }
            Ticket ticket = new Ticket();
            queue.add(Priority.NORMAL, tenant, ticket);
            return ticket;
        }

        void awaitTurn(Ticket ticket, String tenant, CallContext context, Duration patience) {
            Duration left = context.deadline().remaining();
            boolean mine = false;
            try {
                mine = ticket.await(context, patience.compareTo(left) <= 0 ? patience : left);
            } finally {
                if (!mine) {
                    giveUp(ticket, tenant);
                }
            }
            if (!mine) {
                context.check();
                throw new GatorException(
                        ResilienceError.RATE_EXCEEDED, "the turn did not come within " + patience + " of waiting");
            }
        }

        synchronized void next() {
            Ticket next = queue.poll();
            if (next == null) {
                busy = false;
            } else {
                next.call();
            }
        }

        private synchronized void giveUp(Ticket ticket, String tenant) {
            if (ticket.isCalled()) {
                next();
            } else {
                queue.remove(Priority.NORMAL, tenant, ticket);
            }
        }
    }
}
