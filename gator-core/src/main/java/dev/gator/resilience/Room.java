package dev.gator.resilience;

import dev.gator.call.CallContext;
import dev.gator.error.GatorException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A bounded number of places and a bounded queue before them. Thread-safe. */
final class Room {

    private final BulkheadPolicy policy;
    private final FairQueue queue = new FairQueue();
    private int taken;

    Room(BulkheadPolicy policy) {
        this.policy = policy;
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int waiting() {
        return queue.size();
    }

    /** Takes a place, after a wait if need be; returns whether it had to wait. */
    boolean enter(CallContext context) {
        Priority priority = policy.priority(context);
        String tenant = context.owner().tenant();
        Ticket ticket = ticketUnlessFree(priority, tenant);
        if (ticket == null) {
            return false;
        }
        boolean mine = false;
        try {
            mine = ticket.await(
                    context, shorter(policy.patience(), context.deadline().remaining()));
        } finally {
            if (!mine) {
                giveUp(priority, tenant, ticket);
            }
        }
        if (!mine) {
            context.check();
            throw new GatorException(
                    ResilienceError.QUEUE_TIMEOUT,
                    "no place of " + policy.places() + " became free within " + policy.patience());
        }
        return true;
    }

    synchronized void leave() {
        Ticket next = queue.poll();
        if (next == null) {
            taken--;
        } else {
            next.call(); // the place changes hands without ever being free, so nobody can jump the queue
        }
    }

    private synchronized @Nullable Ticket ticketUnlessFree(Priority priority, String tenant) {
        if (taken < policy.places()) {
            taken++;
            return null;
        }
        if (queue.size() >= policy.queue()) {
            throw new GatorException(
                    ResilienceError.QUEUE_FULL,
                    "all " + policy.places() + " places and " + policy.queue() + " places in the queue are taken");
        }
        Ticket ticket = new Ticket();
        queue.add(priority, tenant, ticket);
        return ticket;
    }

    private synchronized void giveUp(Priority priority, String tenant, Ticket ticket) {
        if (ticket.isCalled()) {
            leave();
        } else {
            queue.remove(priority, tenant, ticket);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
