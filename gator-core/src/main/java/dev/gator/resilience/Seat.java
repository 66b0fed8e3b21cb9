package dev.gator.resilience;

import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;

/** A replica with what is going on there. All access under the balance's lock. */
final class Seat<M> {

    private final M model;
    private final String id;
    private final int weight;
    private final int place;
    private int outstanding;
    private int credit;
    private int strikes;
    private boolean ejected;
    private boolean probing;
    private long ejectedAt;

    Seat(M model, String id, int weight, int place) {
        this.model = model;
        this.id = id;
        this.place = place;
        this.weight = weight;
    }

    M model() {
        return model;
    }

    String id() {
        return id;
    }

    /** Returns its number among the replicas, the same in every process that lists them alike. */
    int place() {
        return place;
    }

    int weight() {
        return weight;
    }

    double load() {
        return (outstanding + 1.0) / weight;
    }

    /** Returns whether a call may go there: it is well, or its time aside is over and nobody probes it yet. */
    boolean isOpen(long now, long ejection) {
        return !ejected || (!probing && now - ejectedAt >= ejection);
    }

    long ejectedAt() {
        return ejectedAt;
    }

    void sit() {
        outstanding++;
        probing = ejected;
    }

    void rise(Ending ending, int allowed, long now) {
        outstanding--;
        probing = false;
        GatorException failure = ending.failure();
        if (ending.isAnswer()) {
            ejected = false;
            strikes = 0;
        } else if (failure != null && isIll(failure.category())) {
            strikes++;
            if (ejected || strikes >= allowed) {
                ejected = true;
                ejectedAt = now;
            }
        }
    }

    /** Smooth weighted round robin: everybody earns its weight, the richest goes and pays for all. */
    int earn() {
        credit += weight;
        return credit;
    }

    void pay(int total) {
        credit -= total;
    }

    private static boolean isIll(ErrorCategory category) {
        return category.worthAnother()
                && category != ErrorCategory.TOO_LARGE
                && category != ErrorCategory.UNSUPPORTED
                && category != ErrorCategory.NOT_FOUND;
    }
}
