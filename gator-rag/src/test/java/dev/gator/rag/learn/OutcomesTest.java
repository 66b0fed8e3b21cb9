package dev.gator.rag.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Emotion;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelExample;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.store.KeyValueStore;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import dev.gator.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final Owner ANN = Owner.of("acme", "ann");

    private final ManualTime time = ManualTime.create();
    private final KeyValueStore store = KeyValueStore.inMemory(time);
    private final Outcomes outcomes = Outcomes.over(store, time);

    @Test
    void outcomesAddUpAndOutliveTheRecorder() {
        outcomes.record(
                ANN,
                "reel-1",
                Outcome.views(100).likes(4).shares(1).conversions(1).watched(Duration.ofMinutes(15)));
        outcomes.record(ANN, "reel-1", Outcome.views(100).likes(2));

        Outcome all = Outcomes.over(store, time).find(ANN, "reel-1").orElseThrow();

        assertEquals(200, all.views());
        assertEquals(8, all.engagements());
        assertEquals(0.04, all.rate(), 1e-12);
        assertEquals(Duration.ofMillis(4_500), all.watchedEach());
        assertEquals(List.of("reel-1"), outcomes.ids(ANN, PageRequest.first(10)).items());
        assertTrue(outcomes.find(Owner.of("acme", "bob"), "reel-1").isEmpty());
    }

    @Test
    void nobodyActsWithoutSeeing() {
        assertThrows(GatorException.class, () -> Outcome.views(0).likes(1));
        assertThrows(GatorException.class, () -> Outcome.views(-1));
        assertEquals(10, Outcome.views(10).likes(9).shares(9).engagements());
    }

    @Test
    void aFewViewsSayLittleAndManySayAlmostEverything() {
        RatePrior usual = new RatePrior(0.05, 200);

        assertEquals((1 + 10.0) / 201, usual.shrink(Outcome.views(1).likes(1)), 1e-12);
        assertEquals(0.0995, usual.shrink(Outcome.views(20_000).likes(2_000)), 1e-4);
        assertEquals(0.05, usual.shrink(Outcome.NONE), 1e-12);
    }

    @Test
    void theStrengthOfThePriorComesFromHowMuchRatesDiffer() {
        List<Outcome> different = new ArrayList<>();
        List<Outcome> alike = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            different.add(Outcome.views(1_000).likes(i % 2 == 0 ? 20 : 180));
            alike.add(Outcome.views(1_000).likes(100));
        }

        RatePrior loose = RatePrior.of(different);
        RatePrior tight = RatePrior.of(alike);

        assertEquals(0.1, loose.mean(), 1e-12);
        // rates of 0.02 and 0.18 are those of a beta distribution worth about 13 views; the floor is 20
        assertEquals(20, loose.strength(), 1e-9);
        assertEquals(10_000, tight.strength(), 1e-9);
        assertEquals(RatePrior.UNMEASURED, RatePrior.of(List.of(Outcome.NONE)));
        assertEquals(200, RatePrior.of(alike.subList(0, 3)).strength(), 1e-9);
    }

    @Test
    void whatIsUsualIsLearnedAnewAfterEachRecordAndAfterAMinute() {
        outcomes.record(ANN, "a", Outcome.views(1_000).likes(100));
        assertEquals(0.1, outcomes.prior(ANN).mean(), 1e-12);
        outcomes.record(ANN, "b", Outcome.views(1_000).likes(300));
        assertEquals(0.2, outcomes.prior(ANN).mean(), 1e-12);

        Outcomes.over(store, time).record(ANN, "c", Outcome.views(2_000).likes(0));

        assertEquals(0.2, outcomes.prior(ANN).mean(), 1e-12);
        time.advance(Duration.ofMinutes(1));
        assertEquals(0.1, outcomes.prior(ANN).mean(), 1e-12);
        assertEquals(RatePrior.UNMEASURED, outcomes.prior(Owner.of("other", "ann")));
    }

    @Test
    void anExampleThatDidWellIsFoundFirst() {
        ReelExample example = new ReelExample(
                "A script about something that matters.",
                Sector.PETS,
                HookType.QUESTION,
                Emotion.JOY,
                true,
                0,
                Language.EN);
        ExampleStore examples = ExampleStore.empty().forOwner(ANN).rankedBy(outcomes);
        examples.put(Map.of("a", example, "b", example, "c", example));
        BrandProfile brand = BrandProfile.builder("Zoo")
                .sector(Sector.PETS)
                .offer("day tickets")
                .build();
        outcomes.record(ANN, "b", Outcome.views(5_000).likes(900));
        outcomes.record(ANN, "a", Outcome.views(5_000).likes(5));

        List<String> ids = examples.find(brand, ScriptRequest.goal(Goal.AWARENESS), 3).stream()
                .map(found -> found.id())
                .toList();

        assertEquals(List.of("b", "c", "a"), ids);
    }

    @Test
    void twoThreadsLoseNoOutcome() throws InterruptedException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(2);
        for (int thread = 0; thread < 2; thread++) {
            two.execute(() -> {
                start.countDown();
                for (int i = 0; i < 200; i++) {
                    outcomes.record(ANN, "reel", Outcome.views(1));
                }
            });
        }
        two.shutdown();

        assertTrue(two.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(400, outcomes.find(ANN, "reel").orElseThrow().views());
    }

    @Test
    void aDamagedEntryIsNamed() {
        store.put(ANN, "reel-outcome/x", "{\"views\": \"many\"}");

        GatorException damaged = assertThrows(GatorException.class, () -> outcomes.find(ANN, "x"));

        assertEquals(StoreError.CORRUPT, damaged.code());
        assertTrue(damaged.getMessage().contains("reel-outcome/x"), damaged.getMessage());
    }
}
