package dev.gator.provider.http;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/** Cuts a call off when its time is over, whatever it is doing: connecting, waiting or reading a trickle. */
final class CallTimer extends AsyncTimeout {

    private final Call call;
    private final CallContext context;
    private final String limit;
    private final Duration time;
    private boolean running;
    private volatile boolean fired;

    private CallTimer(Call call, CallContext context, String limit, Duration time) {
        this.call = call;
        this.context = context;
        this.limit = limit;
        this.time = time;
    }

    /** Starts a timer for the limit, or for the call's deadline if that is earlier. */
    static CallTimer start(Call call, CallContext context, String limit, Duration time) {
        boolean sooner =
                context.deadline().isFinite() && context.deadline().remaining().compareTo(time) < 0;
        CallTimer timer = sooner
                ? new CallTimer(call, context, "deadline", context.deadline().remaining())
                : new CallTimer(call, context, limit, time);
        timer.timeout(Math.max(1, timer.time.toNanos()), TimeUnit.NANOSECONDS);
        timer.running = true;
        timer.enter();
        return timer;
    }

    /** Stops the timer; later calls do nothing. */
    synchronized void stop() {
        if (running) {
            running = false;
            exit();
        }
    }

    boolean hasFired() {
        return fired;
    }

    GatorException failure(Throwable cause) {
        return failure(context, limit, time, cause);
    }

    static GatorException failure(CallContext context, String limit, Duration time, Throwable cause) {
        return limit.equals("deadline") || context.deadline().isPast()
                ? new GatorException(CallError.DEADLINE, "the deadline of the call has passed", cause)
                : new GatorException(
                        ProviderError.NO_ANSWER_IN_TIME, "the " + limit + " timeout of " + time + " is over", cause);
    }

    @Override
    protected void timedOut() {
        fired = true;
        call.cancel();
    }
}
