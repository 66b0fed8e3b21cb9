package dev.gator.rag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.chat.ModelCard;
import dev.gator.rag.learn.Learning;
import dev.gator.rag.learn.Outcome;
import dev.gator.rag.reel.ReelEvent;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.reel.ScriptCache;
import dev.gator.rag.reel.UsedExample;
import dev.gator.rag.reel.Variations;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.rag.studio.GenerationMetrics;
import dev.gator.rag.studio.document.ScriptDocument;
import dev.gator.rag.studio.shot.ShotPlan;
import dev.gator.rag.validate.Score;
import dev.gator.store.KeyValueStore;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReelsTest {

    private static final BrandProfile BRAND = BrandProfile.builder("Casa Lenta")
            .sector(Sector.FOOD)
            .offer("weekly menus")
            .build();

    @Test
    void aStudioWritesRanksAndStreams() {
        ScriptedModel offline =
                ScriptedModel.create().card(ModelCard.of("offline").build());
        try (Gator gator =
                Gator.builder().model(offline).defaultModel("offline").build()) {
            Reels reels = Reels.of(gator)
                    .withRules(ReelRules.standard())
                    .withExamples(ExampleStore.shipped())
                    .withCompetitors("Another brand says something else.")
                    .withModel("offline");
            ScriptRequest request = ScriptRequest.goal(Goal.AWARENESS);
            List<ReelEvent> events = new ArrayList<>();

            ReelResult result = reels.generate(BRAND, request, events::add);

            assertTrue(result.report().isValid(), result.report().text());
            assertEquals(result.script(), reels.generate(BRAND, request).script());
            assertEquals(6, events.size());
            assertEquals(3, reels.variations(BRAND, request, 3).ranked().size());
        }
    }

    @Test
    void whatHappenedToAScriptShapesTheNext() {
        ManualTime time = ManualTime.create();
        KeyValueStore store = KeyValueStore.inMemory(time);
        Learning learning = Learning.in(store, time);
        Owner ann = Owner.of("acme", "ann");
        GenerationMetrics metrics = GenerationMetrics.create();
        ScriptCache cache = ScriptCache.of(100);
        try (Gator gator = offline()) {
            Reels reels = Reels.of(gator)
                    .forOwner(ann)
                    .withLearning(learning)
                    .withCache(cache)
                    .withWatch(metrics)
                    .withMeasure((script, brand, request) -> new Score("length", 50, List.of()));
            ScriptRequest open = ScriptRequest.goal(Goal.AWARENESS).hook(HookType.ANY);

            ReelResult reel = reels.generate(BRAND, open);
            learning.record(ann, BRAND, reel, Outcome.views(1_000).likes(400));
            learning.record(ann, BRAND, reel, Outcome.views(1_000).likes(400));

            HookType hook = reel.request().hook();
            assertEquals(1, learning.hooks().known(ann, Sector.FOOD, hook).count(), 1e-9);
            assertEquals(
                    800,
                    learning.outcomes()
                            .find(ann, reel.script().id())
                            .orElseThrow()
                            .likes());
            UsedExample shown = reel.examples().stream()
                    .filter(used -> used.sentence().isPresent())
                    .findFirst()
                    .orElseThrow();
            assertTrue(learning.outcomes().find(ann, shown.found().id()).isPresent());
            assertTrue(learning.outcomes()
                    .find(Owner.of("acme", "bob"), shown.found().id())
                    .isEmpty());
            assertEquals(50, reel.report().card().score("length").orElseThrow().value());
            assertEquals(1, metrics.of("offline").orElseThrow().total());

            Variations three = reels.variations(BRAND, ScriptRequest.goal(Goal.AWARENESS), 3);
            learning.chosen(ann, three, three.ranked().get(2));
            assertEquals(1, learning.preferences().taste(ann).choices());
        }
    }

    @Test
    void aScriptBecomesPicturesAndADocument() {
        KeyValueStore store = KeyValueStore.inMemory(ManualTime.create());
        try (Gator gator = offline()) {
            Reels reels = Reels.of(gator).forOwner(Owner.of("acme", "ann"));
            ReelResult reel = reels.generate(BRAND, ScriptRequest.goal(Goal.AWARENESS));

            ShotPlan plan = reels.shotPlan(BRAND, reel);
            ScriptDocument document =
                    reels.documents(store).create("Launch", reel.request().language(), reel.script());

            assertEquals(30, plan.seconds());
            assertEquals("ann", document.author());
            assertEquals(document, reels.documents(store).find(document.id()).orElseThrow());
            assertTrue(Reels.of(gator).documents(store).find(document.id()).isEmpty());
        }
    }

    private static Gator offline() {
        ScriptedModel offline =
                ScriptedModel.create().card(ModelCard.of("offline").build());
        return Gator.builder().model(offline).defaultModel("offline").build();
    }
}
