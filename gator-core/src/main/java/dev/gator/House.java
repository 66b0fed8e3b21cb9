package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.call.Spending;
import dev.gator.call.TimeSource;
import dev.gator.observe.Observer;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The rules of one Gator that every call obeys: its deadline, clock, observer, workers and purse. */
final class House {

    private final InFlight inFlight = new InFlight();
    private final TimeSource time;
    private final Duration timeout;
    private final Observer observer;
    private final Executor workers;
    private final @Nullable Spending spending;

    House(TimeSource time, Duration timeout, Observer observer, Executor workers, @Nullable Spending spending) {
        this.time = time;
        this.timeout = timeout;
        this.observer = observer;
        this.workers = workers;
        this.spending = spending;
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** Returns the context of a call from outside. */
    CallContext context() {
        CallContext context =
                CallContext.create().withTime(time).withWorkers(workers).withTimeout(timeout);
        CallContext paying = spending == null ? context : context.withSpending(spending);
        return observer == Observer.none() ? paying : paying.withObserver(observer);
    }

    /** Returns the context with what it lacks of this house's rules. */
    CallContext admit(CallContext given) {
        if (given == CallContext.create()) {
            return context();
        }
        CallContext context = given.deadline().isFinite() ? given : given.withTimeout(timeout);
        boolean unwatched = context.observer() == Observer.none() && observer != Observer.none();
        return unwatched ? context.withObserver(observer) : context;
    }

    /** Sets aside in the caller's purse and in the house's, unless they are the same. */
    Spending.Reservation reserve(CallContext context, Spending.Estimate estimate) {
        Spending.Reservation callers = context.spending().reserve(estimate);
        Spending own = spending;
        if (own == null || own == context.spending()) {
            return callers;
        }
        try {
            return new Both(callers, own.reserve(estimate));
        } catch (RuntimeException e) {
            callers.release();
            throw e;
        }
    }

    private record Both(Spending.Reservation first, Spending.Reservation second) implements Spending.Reservation {
        @Override
        public void settle(Usage usage, Optional<Money> cost) {
            first.settle(usage, cost);
            second.settle(usage, cost);
        }

        @Override
        public void release() {
            first.release();
            second.release();
        }
    }
}
