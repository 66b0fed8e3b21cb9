package dev.gator.testing;

import dev.gator.call.CallContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a scripted model takes, on the clock of the call, and what it waits for. */
record Pace(Duration beforeAnswer, Duration beforeWord, @Nullable Gate gate) {

    static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, null);

    void beforeAnswer(CallContext context) {
        context.check();
        if (gate != null) {
            gate.pass(context);
        }
        pause(beforeAnswer, context);
    }

    void beforeWord(CallContext context) {
        pause(beforeWord, context);
    }

    private static void pause(Duration length, CallContext context) {
        if (!length.isZero()) {
            Duration left = context.deadline().remaining();
            context.time().sleep(left.compareTo(length) < 0 ? left : length, context.cancellation());
            context.check();
        }
    }
}
