package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryJobQueue implements JobQueue {

    private final TimeSource time;
    private final Map<Slot, QueuedJob> jobs = new LinkedHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private long tokens;
    private long orders;

    InMemoryJobQueue(TimeSource time) {
        this.time = time;
    }

    @Override
    public boolean enqueue(Owner owner, JobSpec job) {
        return enqueueAll(owner, List.of(job)) == 1;
    }

    @Override
    public synchronized int enqueueAll(Owner owner, List<JobSpec> all) {
        requireOpen();
        int before = jobs.size();
        for (JobSpec job : all) {
            jobs.computeIfAbsent(new Slot(owner, job.id()), slot -> new QueuedJob(owner, job, orders++, time.now()));
        }
        return jobs.size() - before;
    }

    @Override
    public synchronized Optional<JobClaim> claim(String worker, Set<String> kinds, Duration lease) {
        requireOpen();
        Require.text("worker", worker);
        Require.positive("lease", lease);
        Instant now = time.now();
        jobs.values().forEach(job -> job.expire(now));
        return jobs.values().stream()
                .filter(job -> kinds.contains(job.kind()) && job.isDue(now))
                .min(Comparator.comparingInt(QueuedJob::priority).reversed().thenComparingLong(QueuedJob::order))
                .map(job -> job.claim(worker, ++tokens, now.plus(lease)));
    }

    @Override
    public synchronized boolean heartbeat(JobClaim claim, Duration lease, double progress, String note) {
        Require.positive("lease", lease);
        Require.range("progress", progress, 0.0, 1.0);
        QueuedJob job = job(claim);
        if (job.isCancelledUnder(claim)) {
            return false;
        }
        requireHeld(job, claim).extend(time.now().plus(lease), progress, note);
        return true;
    }

    @Override
    public synchronized void complete(JobClaim claim, String result) {
        QueuedJob job = job(claim);
        if (!job.isDoneWith(claim, result)) {
            requireHeld(job, claim).complete(result);
        }
    }

    @Override
    public synchronized JobStatus fail(JobClaim claim, String reason, boolean again) {
        return requireHeld(job(claim), claim).fail(reason, again, time.now());
    }

    @Override
    public synchronized Optional<JobView> find(Owner owner, JobId id) {
        requireOpen();
        return Optional.ofNullable(jobs.get(new Slot(owner, id))).map(job -> job.view(time.now()));
    }

    @Override
    public synchronized boolean cancel(Owner owner, JobId id) {
        requireOpen();
        QueuedJob job = jobs.get(new Slot(owner, id));
        return job != null && job.cancel();
    }

    @Override
    public synchronized BatchProgress batch(Owner owner, String name) {
        requireOpen();
        List<JobStatus> all = inBatch(owner, name).map(JobView::status).toList();
        return new BatchProgress(
                count(all, JobStatus.WAITING),
                count(all, JobStatus.RUNNING),
                count(all, JobStatus.DONE),
                count(all, JobStatus.FAILED),
                count(all, JobStatus.CANCELLED));
    }

    @Override
    public synchronized Page<JobView> jobs(Owner owner, String batch, PageRequest page) {
        requireOpen();
        String after = page.after().orElse("");
        List<JobView> following = inBatch(owner, batch)
                .filter(view -> view.spec().id().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(view -> view.spec().id().value()))
                .limit(page.limit() + 1L)
                .toList();
        return Keys.page(following, page.limit(), view -> view.spec().id().value());
    }

    @Override
    public synchronized long erase(Owner owner) {
        requireOpen();
        long before = jobs.size();
        jobs.keySet().removeIf(slot -> Keys.covers(owner, slot.owner));
        return before - jobs.size();
    }

    @Override
    public synchronized void close() {
        closed.set(true);
        jobs.clear();
    }

    private Stream<JobView> inBatch(Owner owner, String name) {
        Predicate<QueuedJob> wanted = job -> job.owner().equals(owner) && job.isInBatch(name);
        return jobs.values().stream().filter(wanted).map(job -> job.view(time.now()));
    }

    private static long count(List<JobStatus> all, JobStatus wanted) {
        return all.stream().filter(status -> status == wanted).count();
    }

    private QueuedJob job(JobClaim claim) {
        requireOpen();
        QueuedJob job = jobs.get(new Slot(claim.owner(), claim.spec().id()));
        if (job == null) {
            throw lost(claim);
        }
        return job;
    }

    private QueuedJob requireHeld(QueuedJob job, JobClaim claim) {
        job.expire(time.now());
        if (!job.isHeldBy(claim)) {
            throw lost(claim);
        }
        return job;
    }

    private static GatorException lost(JobClaim claim) {
        return new GatorException(
                StoreError.LEASE_LOST,
                claim.worker() + " no longer holds job " + claim.spec().id().value());
    }

    private void requireOpen() {
        Keys.requireOpen(closed, "job queue");
    }

    private record Slot(Owner owner, JobId id) {}
}
