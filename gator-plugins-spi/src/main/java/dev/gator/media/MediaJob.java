package dev.gator.media;

import dev.gator.call.CallContext;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Work that takes minutes. It goes on whether or not anybody waits; {@link #ticket()} finds it again after a restart.
 * Thread-safe.
 *
 * @param <T> what it makes
 */
public interface MediaJob<T> {

    /** Returns what is needed to find it again. */
    JobTicket ticket();

    /** Asks where it stands, once. */
    JobState<T> poll(CallContext context);

    /** Stops it where the service can; does nothing if it is over. Waiting threads see it as cancelled. */
    void cancel(CallContext context);

    /** Returns how long to wait between two questions. */
    default Duration pollInterval() {
        return Duration.ofSeconds(2);
    }

    /** Waits for the result. */
    default T await(CallContext context) {
        return await(context, state -> {});
    }

    /**
     * Waits for the result and tells each change. Deadline and cancellation of the context end the waiting, not the job.
     *
     * @throws GatorException the job's own error, or CANCELLED if the job was cancelled
     */
    default T await(CallContext context, Consumer<? super JobState<T>> listener) {
        JobState<T> last = null;
        while (true) {
            context.check();
            JobState<T> state = poll(context);
            if (!state.equals(last)) {
                listener.accept(state);
                last = state;
            }
            if (state instanceof JobState.Done<T> done) {
                return done.result();
            }
            if (state instanceof JobState.Failed<T> failed) {
                throw failed.error();
            }
            if (state.isFinal()) {
                throw new GatorException(CallError.CANCELLED, "job " + ticket().jobId() + " was cancelled");
            }
            context.time().sleep(pause(context), context.cancellation());
        }
    }

    /** Returns a job that is over already, for models that make things at once. */
    static <T> MediaJob<T> finished(JobTicket ticket, T result) {
        return new FinishedJob<>(ticket, new JobState.Done<>(result));
    }

    private Duration pause(CallContext context) {
        Duration left = context.deadline().remaining();
        return left.compareTo(pollInterval()) < 0 ? left : pollInterval();
    }
}
