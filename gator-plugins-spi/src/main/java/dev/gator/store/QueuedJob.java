package dev.gator.store;

import dev.gator.call.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The changing side of a job in memory; guarded by its queue. */
final class QueuedJob {

    private final Owner owner;
    private final JobSpec spec;
    private final long order;
    private JobStatus status = JobStatus.WAITING;
    private int attempts;
    private long token;
    private Instant due;
    private Instant leaseEnd = Instant.EPOCH;
    private double progress;
    private String note = "";
    private @Nullable String outcome;
    private @Nullable String reason;

    QueuedJob(Owner owner, JobSpec spec, long order, Instant now) {
        this.owner = owner;
        this.spec = spec;
        this.order = order;
        this.due = spec.start().filter(now::isBefore).orElse(now);
    }

    Owner owner() {
        return owner;
    }

    String kind() {
        return spec.kind();
    }

    int priority() {
        return spec.priority();
    }

    long order() {
        return order;
    }

    boolean isInBatch(String name) {
        return spec.batch().filter(name::equals).isPresent();
    }

    boolean isDue(Instant now) {
        return status == JobStatus.WAITING && !now.isBefore(due);
    }

    boolean isHeldBy(JobClaim claim) {
        return status == JobStatus.RUNNING && token == claim.token();
    }

    boolean isDoneWith(JobClaim claim, String result) {
        return status == JobStatus.DONE && token == claim.token() && result.equals(outcome);
    }

    boolean isCancelledUnder(JobClaim claim) {
        return status == JobStatus.CANCELLED && token == claim.token();
    }

    JobClaim claim(String worker, long newToken, Instant end) {
        status = JobStatus.RUNNING;
        attempts++;
        token = newToken;
        leaseEnd = end;
        progress = 0;
        return new JobClaim(owner, spec, attempts, worker, token);
    }

    void extend(Instant end, double share, String words) {
        leaseEnd = end;
        progress = share;
        note = words;
    }

    void complete(String result) {
        status = JobStatus.DONE;
        progress = 1;
        outcome = result;
        reason = null;
    }

    JobStatus fail(String why, boolean again, Instant now) {
        reason = why;
        boolean another = again && attempts < spec.retry().attempts();
        status = another ? JobStatus.WAITING : JobStatus.FAILED;
        due = now.plus(spec.retry().rest(attempts));
        return status;
    }

    void expire(Instant now) {
        if (status == JobStatus.RUNNING && !now.isBefore(leaseEnd)) {
            fail("the worker was not heard of until " + leaseEnd, true, leaseEnd);
        }
    }

    boolean cancel() {
        if (status.isFinal()) {
            return false;
        }
        status = JobStatus.CANCELLED;
        return true;
    }

    JobView view(Instant now) {
        expire(now);
        return new JobView(spec, status, attempts, progress, note, outcome, reason);
    }
}
