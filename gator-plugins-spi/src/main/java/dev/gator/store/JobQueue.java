package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Work that outlives the process that ordered it. A job may run more than once, because a worker can die after its work and
 * before saying so; its result is written once. A worker whose lease ended is presumed dead, which counts as a failed
 * attempt.
 */
public interface JobQueue extends AutoCloseable {

    /**
     * Orders work.
     *
     * @return whether it is new; an id that this owner ordered before, in whatever state, changes nothing
     */
    boolean enqueue(Owner owner, JobSpec job);

    /** Orders much work in one go, all of it or none; returns how much of it is new. */
    int enqueueAll(Owner owner, List<JobSpec> jobs);

    /**
     * Takes the job that is due, highest priority and then oldest first, for as long as the lease. Workers belong to the
     * host and serve every owner; the claim says whose job it is.
     *
     * @param worker who takes it
     * @param kinds which kinds the worker can do
     */
    Optional<JobClaim> claim(String worker, Set<String> kinds, Duration lease);

    /**
     * Holds the job longer and tells how far it is.
     *
     * @return whether to go on; false if the job was cancelled
     * @throws dev.gator.error.GatorException LEASE_LOST
     */
    boolean heartbeat(JobClaim claim, Duration lease, double progress, String note);

    /**
     * Writes the result, once and for ever. Saying the same again with the same claim does nothing.
     *
     * @throws dev.gator.error.GatorException LEASE_LOST
     */
    void complete(JobClaim claim, String result);

    /**
     * Gives the job back after a failure: to rest and try again, or to stay failed.
     *
     * @param again whether another attempt makes sense
     * @throws dev.gator.error.GatorException LEASE_LOST
     */
    JobStatus fail(JobClaim claim, String reason, boolean again);

    /** Returns a job of this owner, if there is one of that name. */
    Optional<JobView> find(Owner owner, JobId id);

    /** Cancels a job that is not over; a worker that holds it is told by its heartbeat. Returns whether it was not over. */
    boolean cancel(Owner owner, JobId id);

    /** Returns how far a batch of this owner has come; all zero if there is none. */
    BatchProgress batch(Owner owner, String name);

    /** Lists the jobs of a batch in the order of their ids. */
    Page<JobView> jobs(Owner owner, String batch, PageRequest page);

    /** Deletes everything of a user, or of a tenant with all its users; returns how many jobs. Workers lose their lease. */
    long erase(Owner owner);

    @Override
    void close();

    /** Returns a queue that forgets with the process. */
    static JobQueue inMemory(TimeSource time) {
        return new InMemoryJobQueue(time);
    }
}
