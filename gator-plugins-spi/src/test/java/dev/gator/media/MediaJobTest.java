package dev.gator.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Owner;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.media.seal.MediaOrigin;
import dev.gator.tck.store.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaJobTest {

    private static final MediaOrigin ORIGIN =
            MediaOrigin.of("test:film", "a prompt", Instant.EPOCH).forPersona("Emma");
    private static final JobTicket TICKET = new JobTicket("test:film", "job-7", Owner.of("acme", "eve"), ORIGIN);

    private final SteppedClock time = SteppedClock.at(Instant.EPOCH);
    private final CallContext context = CallContext.create().withTime(time).withOwner(Owner.of("acme", "eve"));

    @Test
    void waitingTellsEachChangeOnceAndReturnsTheResult() {
        JobState<String> half = new JobState.Running<>(0.5, "drawing");
        List<JobState<String>> seen = new ArrayList<>();
        String result = job(new JobState.Queued<>(), half, half, new JobState.Done<>("film"))
                .await(context, seen::add);
        assertEquals("film", result);
        assertEquals(List.of(new JobState.Queued<String>(), half, new JobState.Done<>("film")), seen);
        assertEquals(Duration.ofSeconds(6).toNanos(), time.nanos());
        assertEquals(
                List.of(0.0, 0.5, 1.0), seen.stream().map(JobState::progress).toList());
    }

    @Test
    void theJobsOwnErrorIsThrown() {
        GatorException own = new GatorException(MediaError.JOB_FAILED, "the service gave up");
        GatorException thrown = assertThrows(
                GatorException.class, () -> job(new JobState.Failed<>(own)).await(context));
        assertSame(own, thrown);
        assertRefused(CallError.CANCELLED, () -> job(new JobState.Cancelled<>()).await(context));
    }

    @Test
    void deadlineAndCancellationEndTheWaiting() {
        CallContext hurried = context.withTimeout(Duration.ofSeconds(3));
        assertRefused(CallError.DEADLINE, () -> job(new JobState.Running<>(0, ""), new JobState.Running<>(0.1, ""))
                .await(hurried));
        assertEquals(Duration.ofSeconds(3).toNanos(), time.nanos());
        Cancellation cancellation = Cancellation.create();
        CallContext stopped = context.withCancellation(cancellation);
        assertRefused(CallError.CANCELLED, () -> job(new JobState.Queued<>(), new JobState.Queued<>())
                .await(stopped, state -> cancellation.cancel()));
    }

    @Test
    void aFinishedJobIsDoneAtOnce() {
        MediaJob<String> job = MediaJob.finished(TICKET, "film");
        job.cancel(context);
        assertEquals("film", job.await(context));
        assertEquals(TICKET, job.ticket());
        assertEquals(0, time.nanos());
    }

    @Test
    void aTicketSurvivesAsText() {
        assertEquals(TICKET, JobTicket.parse(TICKET.text()));
        JobTicket tenants = new JobTicket("m", "1", Owner.tenant("t"), MediaOrigin.of("m", "p", Instant.EPOCH));
        assertEquals(tenants, JobTicket.parse(tenants.text()));
        assertFalse(TICKET.text().contains("prompt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "e30", "bm90IGpzb24", "W10"})
    void anythingElseIsNoTicket(String text) {
        assertRefused(MediaError.BAD_TICKET, () -> JobTicket.parse(text));
    }

    @Test
    void aTicketIsForItsOwnerAndModelOnly() {
        TICKET.requireFor("test:film", context);
        assertRefused(
                MediaError.OTHER_OWNER,
                () -> TICKET.requireFor("test:film", context.withOwner(Owner.of("rival", "eve"))));
        assertRefused(
                MediaError.OTHER_OWNER,
                () -> TICKET.requireFor("test:film", context.withOwner(Owner.of("acme", "bob"))));
        assertRefused(MediaError.OTHER_MODEL, () -> TICKET.requireFor("test:other", context));
    }

    @SafeVarargs
    private static MediaJob<String> job(JobState<String>... states) {
        Deque<JobState<String>> left = new ArrayDeque<>(List.of(states));
        return new MediaJob<>() {
            @Override
            public JobTicket ticket() {
                return TICKET;
            }

            @Override
            public JobState<String> poll(CallContext context) {
                return left.removeFirst();
            }

            @Override
            public void cancel(CallContext context) {
                left.clear();
            }
        };
    }

    private static void assertRefused(ErrorCode code, Executable action) {
        assertEquals(code, assertThrows(GatorException.class, action).code());
    }
}
