package dev.gator.tck.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.error.CallError;
import dev.gator.store.BatchProgress;
import dev.gator.store.JobClaim;
import dev.gator.store.JobId;
import dev.gator.store.JobQueue;
import dev.gator.store.JobRetry;
import dev.gator.store.JobSpec;
import dev.gator.store.JobStatus;
import dev.gator.store.JobView;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link JobQueue} does. */
public abstract class JobQueueContract {

    private static final Owner EVE = Owner.of("acme", "eve");
    private static final Set<String> DRAW = Set.of("draw");
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** The clock that the queue reads. */
    protected final SteppedClock clock = SteppedClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    private JobQueue queue;

    /** Opens the queue; a second call opens the same data again. */
    protected abstract JobQueue open(TimeSource time);

    /** Returns whether data outlives {@link JobQueue#close()}. */
    protected boolean isDurable() {
        return true;
    }

    @BeforeEach
    final void openQueue() {
        queue = open(clock);
    }

    @AfterEach
    final void closeQueue() {
        queue.close();
    }

    @Test
    final void aJobIsOrderedClaimedAndDone() {
        JobSpec cat = draw("cat");
        assertTrue(queue.enqueue(EVE, cat));
        assertEquals(JobStatus.WAITING, view(cat).status());
        JobClaim claim = claim("w1").orElseThrow();
        assertEquals(cat, claim.spec());
        assertEquals(EVE, claim.owner());
        assertEquals(1, claim.attempt());
        assertTrue(queue.heartbeat(claim, LEASE, 0.5, "whiskers"));
        assertEquals(0.5, view(cat).progress());
        assertEquals("whiskers", view(cat).note());
        queue.complete(claim, "cat.png");
        assertEquals(JobStatus.DONE, view(cat).status());
        assertEquals(Optional.of("cat.png"), view(cat).result());
        assertEquals(Optional.empty(), claim("w1"));
    }

    @Test
    final void theSameWorkIsOneJobForEver() {
        assertTrue(queue.enqueue(EVE, draw("cat")));
        assertFalse(queue.enqueue(EVE, draw("cat")));
        queue.complete(claim("w1").orElseThrow(), "cat.png");
        assertFalse(queue.enqueue(EVE, draw("cat").withPriority(9)));
        assertEquals(Optional.empty(), claim("w1"));
        assertEquals(1, queue.enqueueAll(EVE, List.of(draw("cat"), draw("dog"), draw("dog"))));
    }

    @Test
    final void urgentGoesFirstThenOldest() {
        queue.enqueue(EVE, draw("a"));
        queue.enqueue(EVE, draw("b"));
        queue.enqueue(EVE, draw("urgent").withPriority(5));
        assertEquals(draw("urgent").id(), claim("w").orElseThrow().spec().id());
        assertEquals(draw("a").id(), claim("w").orElseThrow().spec().id());
        assertEquals(draw("b").id(), claim("w").orElseThrow().spec().id());
    }

    @Test
    final void aWorkerGetsItsKindsWhenTheyAreDue() {
        queue.enqueue(EVE, draw("later").notBefore(clock.now().plusSeconds(5)));
        queue.enqueue(EVE, JobSpec.of(JobId.of("sing", "la"), "sing", "la"));
        assertEquals(Optional.empty(), claim("w"));
        clock.advance(Duration.ofSeconds(5));
        assertEquals(draw("later").id(), claim("w").orElseThrow().spec().id());
    }

    @Test
    final void aFailedJobRestsAndIsTriedAgainUntilItStaysFailed() {
        JobSpec cat = draw("cat").withRetry(new JobRetry(2, Duration.ofSeconds(3), 2, Duration.ofMinutes(1)));
        queue.enqueue(EVE, cat);
        assertEquals(JobStatus.WAITING, queue.fail(claim("w").orElseThrow(), "no paint", true));
        assertEquals(Optional.of("no paint"), view(cat).failure());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), claim("w"));
        clock.advance(Duration.ofSeconds(1));
        JobClaim second = claim("w").orElseThrow();
        assertEquals(2, second.attempt());
        assertEquals(JobStatus.FAILED, queue.fail(second, "no brush", true));
        assertEquals(Optional.empty(), claim("w"));
        queue.enqueue(EVE, draw("dog"));
        assertEquals(JobStatus.FAILED, queue.fail(claim("w").orElseThrow(), "never", false));
    }

    @Test
    final void aDeadWorkersJobGoesToAnotherAndTheDeadCannotWrite() {
        JobSpec cat = draw("cat");
        queue.enqueue(EVE, cat);
        JobClaim dead = claim("dead").orElseThrow();
        clock.advance(LEASE.plus(cat.retry().rest(1)));
        JobClaim heir = claim("heir").orElseThrow();
        assertEquals(2, heir.attempt());
        assertTrue(heir.token() > dead.token());
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.complete(dead, "late.png"));
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.heartbeat(dead, LEASE, 1, ""));
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.fail(dead, "late", true));
        queue.complete(heir, "cat.png");
        assertEquals(Optional.of("cat.png"), view(cat).result());
    }

    @Test
    final void aHeartbeatKeepsTheJob() {
        queue.enqueue(EVE, draw("cat"));
        JobClaim claim = claim("w").orElseThrow();
        for (int i = 0; i < 5; i++) {
            clock.advance(LEASE.minusSeconds(1));
            assertTrue(queue.heartbeat(claim, LEASE, 0.1 * i, ""));
            assertEquals(Optional.empty(), claim("other"));
        }
        queue.complete(claim, "cat.png");
    }

    @Test
    final void deathsCountAsAttempts() {
        JobSpec cat = draw("cat").withRetry(JobRetry.NEVER);
        queue.enqueue(EVE, cat);
        assertTrue(claim("dead").isPresent());
        clock.advance(LEASE.plusMinutes(1));
        assertEquals(Optional.empty(), claim("heir"));
        assertEquals(JobStatus.FAILED, view(cat).status());
    }

    @Test
    final void aResultIsWrittenOnce() {
        queue.enqueue(EVE, draw("cat"));
        JobClaim claim = claim("w").orElseThrow();
        queue.complete(claim, "cat.png");
        queue.complete(claim, "cat.png");
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.complete(claim, "other.png"));
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.fail(claim, "oops", true));
        assertEquals(Optional.of("cat.png"), view(draw("cat")).result());
    }

    @Test
    final void aCancelledJobStops() {
        queue.enqueue(EVE, draw("waiting"));
        assertTrue(queue.cancel(EVE, draw("waiting").id()));
        assertEquals(Optional.empty(), claim("w"));
        queue.enqueue(EVE, draw("running"));
        JobClaim claim = claim("w").orElseThrow();
        assertTrue(queue.cancel(EVE, draw("running").id()));
        assertFalse(queue.heartbeat(claim, LEASE, 0.5, ""));
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.complete(claim, "too late"));
        assertEquals(JobStatus.CANCELLED, view(draw("running")).status());
        assertFalse(queue.cancel(EVE, draw("running").id()));
        assertFalse(queue.cancel(EVE, draw("unknown").id()));
    }

    @Test
    final void aBatchIsCounted() {
        List<JobSpec> all = IntStream.range(0, 6)
                .mapToObj(i -> draw("b" + i).inBatch("b").withRetry(JobRetry.NEVER))
                .toList();
        assertEquals(6, queue.enqueueAll(EVE, all));
        queue.complete(claim("w").orElseThrow(), "done");
        queue.fail(claim("w").orElseThrow(), "no", true);
        assertTrue(claim("w").isPresent());
        queue.cancel(EVE, all.get(5).id());
        BatchProgress progress = queue.batch(EVE, "b");
        assertEquals(new BatchProgress(2, 1, 1, 1, 1), progress);
        assertEquals(6, progress.total());
        assertFalse(progress.isOver());
        List<String> ids = new ArrayList<>();
        queue.jobs(EVE, "b", PageRequest.first(4))
                .items()
                .forEach(v -> ids.add(v.spec().id().value()));
        assertEquals(4, ids.size());
        assertEquals(ids.stream().sorted().toList(), ids);
        assertEquals(0, queue.batch(EVE, "other").total());
    }

    @Test
    final void ownersDoNotSeeEachOther() {
        queue.enqueue(EVE, draw("cat").inBatch("b"));
        for (Owner other : List.of(Owner.of("rival", "eve"), Owner.of("acme", "bob"), Owner.tenant("acme"))) {
            assertEquals(Optional.empty(), queue.find(other, draw("cat").id()));
            assertFalse(queue.cancel(other, draw("cat").id()));
            assertEquals(0, queue.batch(other, "b").total());
            assertEquals(List.of(), queue.jobs(other, "b", PageRequest.first(9)).items());
            assertTrue(queue.enqueue(other, draw("cat").inBatch("b")), "the same id is free for another owner");
        }
        assertEquals(1, queue.batch(EVE, "b").total());
        JobClaim mine = claim("w").orElseThrow();
        JobClaim forged =
                new JobClaim(Owner.of("rival", "eve"), mine.spec(), mine.attempt(), mine.worker(), mine.token());
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.complete(forged, "stolen"));
    }

    @Test
    final void erasingCoversAUserOrAWholeTenantAndEndsLeases() {
        List.of(EVE, Owner.of("acme", "bob"), Owner.tenant("acme"), Owner.of("rival", "eve"))
                .forEach(owner -> queue.enqueue(owner, draw("cat")));
        JobClaim claim = claim("w").orElseThrow();
        assertEquals(1, queue.erase(EVE));
        Refusals.assertRefused(StoreError.LEASE_LOST, () -> queue.complete(claim, "ghost"));
        assertEquals(2, queue.erase(Owner.tenant("acme")));
        assertTrue(queue.find(Owner.of("rival", "eve"), draw("cat").id()).isPresent());
    }

    @Test
    final void manyWorkersShareTheWorkWithoutOverlap() {
        queue.enqueueAll(
                EVE,
                IntStream.range(0, 100)
                        .mapToObj(i -> draw("j" + i).inBatch("b"))
                        .toList());
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger twice = new AtomicInteger();
        Crowd.of(6).each(worker -> {
            Optional<JobClaim> claim = claim("w" + worker);
            while (claim.isPresent()) {
                if (!seen.add(claim.get().spec().id().value())) {
                    twice.incrementAndGet();
                }
                queue.complete(claim.get(), "done");
                claim = claim("w" + worker);
            }
        });
        assertEquals(0, twice.get());
        assertEquals(100, queue.batch(EVE, "b").done());
    }

    @Test
    final void badValuesAreRefused() {
        queue.enqueue(EVE, draw("cat"));
        Refusals.assertRefused(CallError.BAD_ARGUMENT, () -> queue.claim(" ", DRAW, LEASE));
        Refusals.assertRefused(CallError.BAD_ARGUMENT, () -> queue.claim("w", DRAW, Duration.ZERO));
        JobClaim claim = claim("w").orElseThrow();
        Refusals.assertRefused(CallError.BAD_ARGUMENT, () -> queue.heartbeat(claim, LEASE, 2, ""));
    }

    @Test
    final void aClosedQueueRefusesAndADurableOneRemembers() {
        queue.enqueue(EVE, draw("cat"));
        queue.complete(claim("w").orElseThrow(), "cat.png");
        queue.close();
        queue.close();
        Refusals.assertRefused(
                CallError.CLOSED, () -> queue.find(EVE, draw("cat").id()));
        queue = open(clock);
        assertEquals(isDurable(), queue.find(EVE, draw("cat").id()).isPresent());
    }

    private Optional<JobClaim> claim(String worker) {
        return queue.claim(worker, DRAW, LEASE);
    }

    private JobView view(JobSpec job) {
        return queue.find(EVE, job.id()).orElseThrow();
    }

    private static JobSpec draw(String what) {
        return JobSpec.of(JobId.of("draw", what), "draw", what);
    }
}
