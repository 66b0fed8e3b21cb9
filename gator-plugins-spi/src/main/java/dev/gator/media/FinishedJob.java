package dev.gator.media;

import dev.gator.call.CallContext;

record FinishedJob<T>(JobTicket ticket, JobState<T> state) implements MediaJob<T> {

    @Override
    public JobState<T> poll(CallContext context) {
        return state;
    }

    @Override
    public void cancel(CallContext context) {
        context.check();
    }
}
