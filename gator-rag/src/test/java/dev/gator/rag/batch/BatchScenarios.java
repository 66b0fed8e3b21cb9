package dev.gator.rag.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.rag.reel.ReelGenerator;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.store.BatchProgress;
import dev.gator.store.JobRetry;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.testing.Gate;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What batches promise, on every database. */
abstract class BatchScenarios {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final ExampleStore EXAMPLES = ExampleStore.shipped();
    private static final BrandProfile BRAND = BrandProfile.builder("FitLife Pro")
            .sector(Sector.FITNESS)
            .offer("home workout plans")
            .facts("Every plan fits into twenty minutes.")
            .doNotUse("lazy")
            .build();
    private static final JobRetry AT_ONCE = new JobRetry(3, Duration.ofMillis(1), 1, Duration.ofMillis(1));
    private static final BatchSettings QUICK =
            BatchSettings.standard().withRetry(AT_ONCE).withHeartbeat(Duration.ofMillis(500));

    /** Opens a database that no other test sees; opening it again finds what is there. */
    abstract ReelBatches open(ReelGenerator generator, BatchSettings settings);

    @Test
    void everyItemHasOneResult() {
        try (ReelBatches batches = open(offline(), QUICK)) {
            List<BatchProgress> seen = new ArrayList<>();
            ReelBatch batch = batches.submit("autumn", items(12));
            BatchReport report = batch.await(CallContext.create().withTimeout(PATIENCE), seen::add);

            assertEquals(new BatchProgress(0, 0, 12, 0, 0), report.progress());
            assertEquals(report.progress(), seen.get(seen.size() - 1));
            assertEquals(12, report.valid());
            assertTrue(report.meanScore() > 50, report.toString());
            List<BatchResult> results = results(batch);
            assertEquals(keys(12), results.stream().map(BatchResult::key).toList());
            assertFalse(results.get(0).examples().isEmpty());
        }
    }

    @Test
    void orderingTheSameAgainIsTheSameBatch() {
        ScriptedModel model = answering();
        try (ReelBatches batches = open(writing(model), QUICK)) {
            batches.submit("autumn", items(3)).await(PATIENCE);
            BatchReport report = batches.submit("autumn", items(5)).await(PATIENCE);

            assertEquals(5, report.progress().done());
            assertEquals(5, model.calls());
        }
    }

    @Test
    void anotherBriefUnderAKnownKeyIsRefusedAndNothingOfItsPageIsOrdered() {
        try (ReelBatches batches = open(offline(), QUICK.withParallel(0))) {
            ReelBatch batch = batches.submit("autumn", items(2));
            BatchItem changed = new BatchItem(
                    "item-001", BRAND, ScriptRequest.goal(Goal.CONVERSION).seed(99));
            List<BatchItem> order = List.of(new BatchItem("new", BRAND, request(7)), changed);

            GatorException e = assertThrows(GatorException.class, () -> batches.submit("autumn", order));
            assertEquals(BatchError.OTHER_BRIEF, e.code());
            assertTrue(e.getMessage().contains("item-001"), e.getMessage());
            assertEquals(2, batch.progress().total());
        }
    }

    @Test
    void aFailureThatMayPassIsTriedAgainAndOneThatMayNotIsReported() {
        ScriptedModel model = ScriptedModel.create()
                .fail(ProviderError.OVERLOADED)
                .fail(ProviderError.OVERLOADED)
                .otherwise(request -> SCRIPT);
        try (ReelBatches batches = open(writing(model), QUICK.withParallel(1))) {
            assertEquals(
                    1,
                    batches.submit("passes", items(1))
                            .await(PATIENCE)
                            .progress()
                            .done());
            assertEquals(3, model.calls());

            model.fail(ProviderError.BAD_KEY);
            BatchReport report = batches.submit("fails", items(3)).await(PATIENCE);
            assertEquals(2, report.progress().done());
            FailedItem failed = report.failures().get(0);
            assertEquals(1, failed.attempts());
            assertTrue(failed.reason().startsWith(ProviderError.BAD_KEY.id()), failed.reason());

            assertEquals(1, batches.find("fails").orElseThrow().retryFailed());
            assertEquals(
                    3,
                    batches.submit("fails", items(3)).await(PATIENCE).progress().done());
        }
    }

    @Test
    void anItemThatKeepsFailingIsGivenUp() {
        ScriptedModel model = ScriptedModel.create().otherwiseWith(request -> {
            throw new GatorException(ProviderError.OVERLOADED, "busy");
        });
        try (ReelBatches batches = open(writing(model), QUICK)) {
            BatchReport report = batches.submit("autumn", items(1)).await(PATIENCE);
            assertEquals(1, report.progress().failed());
            assertEquals(3, report.failures().get(0).attempts());
            assertEquals(3, model.calls());
            assertTrue(report.toString().contains("item-000 after 3 attempts"), report.toString());
        }
    }

    @Test
    void whatIsNotDoneIsStillThereAfterClosing() {
        try (ReelBatches orders = open(offline(), QUICK.withParallel(0))) {
            assertEquals(8, orders.submit("autumn", items(8)).progress().waiting());
        }
        try (ReelBatches works = open(offline(), QUICK)) {
            assertEquals(List.of("autumn"), works.names());
            assertEquals(
                    8,
                    works.find("autumn")
                            .orElseThrow()
                            .await(PATIENCE)
                            .progress()
                            .done());
        }
    }

    @Test
    void cancellingEndsTheCallsUnderWayAndTheWaiting() {
        Gate gate = Gate.closed();
        ScriptedModel model = answering().behind(gate);
        try (ReelBatches batches = open(writing(model), QUICK.withParallel(2))) {
            ReelBatch batch = batches.submit("autumn", items(6));
            gate.awaitArrivals(2);

            assertEquals(6, batch.cancel());
            assertEquals(new BatchProgress(0, 0, 0, 0, 6), batch.await(PATIENCE).progress());
            gate.open();
        }
        assertEquals(2, model.calls());
    }

    @Test
    void ownersDoNotSeeEachOther() {
        try (ReelBatches batches = open(offline(), QUICK)) {
            Owner ann = Owner.of("acme", "ann");
            Owner bob = Owner.of("acme", "bob");
            batches.of(ann).submit("autumn", items(2)).await(PATIENCE);
            batches.of(bob).submit("autumn", items(3)).await(PATIENCE);

            assertEquals(Optional.empty(), batches.find("autumn"));
            assertEquals(
                    2, batches.of(ann).find("autumn").orElseThrow().progress().done());
            assertEquals(List.of(), batches.of(Owner.tenant("acme")).names());
            assertEquals(3, batches.of(bob).erase());
            assertEquals(List.of("autumn"), batches.of(ann).names());
            assertEquals(2, batches.of(Owner.tenant("acme")).erase());
            assertEquals(List.of(), batches.of(ann).names());
        }
    }

    @Test
    void theWorkerCallsOnBehalfOfTheOwner() {
        ScriptedModel model = answering();
        try (ReelBatches batches = open(writing(model), QUICK)) {
            batches.of(Owner.of("acme", "ann")).submit("autumn", items(1)).await(PATIENCE);
            assertEquals(Owner.of("acme", "ann"), model.lastRequest().context().owner());
        }
    }

    @Test
    void resultsComeInPagesThatMissNothing() {
        try (ReelBatches batches = open(offline(), QUICK)) {
            ReelBatch batch = batches.submit("autumn", items(7));
            batch.await(PATIENCE);
            List<String> keys = new ArrayList<>();
            Optional<PageRequest> next = Optional.of(PageRequest.first(3));
            while (next.isPresent()) {
                Page<BatchResult> page = batch.results(next.get());
                page.items().forEach(result -> keys.add(result.key()));
                next = page.next(3);
            }
            assertEquals(keys(7), keys);
        }
    }

    @Test
    void higherPriorityGoesFirst() {
        ScriptedModel model = answering();
        try (ReelBatches orders = open(offline(), QUICK.withParallel(0))) {
            orders.submit("later", items(2));
            orders.submit("first", List.of(new BatchItem("urgent", named("Urgent Co"), request(1))), 50);
        }
        try (ReelBatches works = open(writing(model), QUICK.withParallel(1))) {
            works.find("later").orElseThrow().await(PATIENCE);
            assertTrue(said(model.requests().get(0)).contains("Urgent Co"));
        }
    }

    @Test
    void closedBatchesSaySo() {
        ReelBatches batches = open(offline(), QUICK);
        batches.close();
        batches.close();
        GatorException e = assertThrows(GatorException.class, () -> batches.submit("autumn", items(1)));
        assertEquals(BatchError.CLOSED, e.code());
    }

    @Test
    void waitingObeysItsDeadline() {
        try (ReelBatches batches = open(offline(), QUICK.withParallel(0))) {
            ReelBatch batch = batches.submit("autumn", items(1));
            GatorException e = assertThrows(GatorException.class, () -> batch.await(Duration.ofMillis(300)));
            assertEquals(CallError.DEADLINE, e.code());
        }
    }

    static final String SCRIPT =
            """
            {"hook": "What if your gym was twenty minutes long?",
             "body": "Most plans ask for an hour you do not have. Ours start where you are and fit between two meetings. \
            Roll out the mat, press play, and follow along. Small steps, every day.",
             "cta": "Start with FitLife Pro today.",
             "caption": "Twenty minutes, one mat, no excuses needed. Save this for tomorrow morning.",
             "hashtags": ["#HomeWorkout", "#MoveDaily", "#StrongerEveryDay"]}
            """;

    private static String said(ChatRequest request) {
        return request.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    static ScriptedModel answering() {
        return ScriptedModel.create().otherwise(request -> SCRIPT);
    }

    static ReelGenerator writing(ScriptedModel model) {
        return ReelGenerator.of(model, EXAMPLES);
    }

    static ReelGenerator offline() {
        return ReelGenerator.of(ScriptedModel.named("offline"), EXAMPLES);
    }

    static List<BatchItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new BatchItem(String.format("item-%03d", i), BRAND, request(i)))
                .toList();
    }

    private static ScriptRequest request(int seed) {
        return ScriptRequest.goal(Goal.CONVERSION).seed(seed);
    }

    private static BrandProfile named(String brand) {
        return BrandProfile.builder(brand)
                .sector(Sector.FITNESS)
                .offer("home workout plans")
                .build();
    }

    private static List<String> keys(int count) {
        return items(count).stream().map(BatchItem::key).toList();
    }

    static List<BatchResult> results(ReelBatch batch) {
        List<BatchResult> all = new ArrayList<>();
        batch.forEachResult(all::add);
        return all;
    }
}
