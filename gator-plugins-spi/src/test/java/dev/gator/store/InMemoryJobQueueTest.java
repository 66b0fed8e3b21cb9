package dev.gator.store;

import dev.gator.call.TimeSource;
import dev.gator.tck.store.JobQueueContract;

class InMemoryJobQueueTest extends JobQueueContract {

    @Override
    protected JobQueue open(TimeSource time) {
        return JobQueue.inMemory(time);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
