package dev.gator.store;

/**
 * How far a batch has come.
 *
 * @param waiting jobs that wait
 * @param running jobs that workers hold
 * @param done jobs that are done
 * @param failed jobs that failed for good
 * @param cancelled jobs that were cancelled
 */
public record BatchProgress(long waiting, long running, long done, long failed, long cancelled) {

    /** Returns how many jobs there are. */
    public long total() {
        return waiting + running + done + failed + cancelled;
    }

    /** Returns whether no job waits or runs. */
    public boolean isOver() {
        return waiting + running == 0;
    }
}
