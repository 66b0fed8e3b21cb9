package dev.gator.rag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.call.Owner;
import dev.gator.call.TimeSource;
import dev.gator.chat.ModelCard;
import dev.gator.content.Language;
import dev.gator.rag.learn.Learning;
import dev.gator.rag.learn.Outcome;
import dev.gator.rag.learn.trend.FeedTrends;
import dev.gator.rag.learn.trend.TrendWatch;
import dev.gator.rag.learn.voice.VoiceProfile;
import dev.gator.rag.learn.voice.VoiceProfiler;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.reel.ScriptCache;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.rag.studio.GenerationMetrics;
import dev.gator.rag.studio.document.ScriptDocument;
import dev.gator.rag.studio.shot.ShotPlan;
import dev.gator.store.KeyValueStore;
import dev.gator.store.VectorStore;
import dev.gator.testing.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program at the head of the guide to the studio. */
class ReelStudioGuideTest {

    @Test
    void theProgramOfTheGuide(@TempDir Path folder) throws IOException {
        Path feedFile = Files.writeString(folder.resolve("feed.xml"), "<rss><channel></channel></rss>");
        List<String> ownTexts = List.of("Dinner is decided on Sunday. The week cooks itself.");
        BrandProfile brand = BrandProfile.builder("Casa Lenta")
                .sector(Sector.FOOD)
                .offer("weekly menus")
                .build();
        ScriptedModel offline =
                ScriptedModel.create().card(ModelCard.of("offline").build());
        try (Gator gator =
                        Gator.builder().model(offline).defaultModel("offline").build();
                KeyValueStore store = KeyValueStore.inMemory(TimeSource.system());
                VectorStore vectors = VectorStore.inMemory()) {
            Owner ann = Owner.of("acme", "ann");
            Learning learning = Learning.in(store, TimeSource.system());
            VoiceProfiler profiler = VoiceProfiler.ofWords();
            VoiceProfile voice = profiler.learn(Language.EN, ownTexts);
            TrendWatch trends = TrendWatch.of(FeedTrends.of(feedFile), Language.EN, TimeSource.system());
            GenerationMetrics metrics = GenerationMetrics.create();

            Reels reels = Reels.of(gator)
                    .forOwner(ann)
                    .withExamples(ExampleStore.over(vectors))
                    .withLearning(learning)
                    .withMeasure(profiler.measure(voice))
                    .withMeasure(trends.measure())
                    .withCache(ScriptCache.of(10_000))
                    .withWatch(metrics);

            ReelResult reel =
                    reels.generate(brand, ScriptRequest.goal(Goal.CONVERSION).hook(HookType.ANY));
            ShotPlan plan = reels.shotPlan(brand, reel);
            ScriptDocument document = reels.documents(store).create("Spring", Language.EN, reel.script());
            learning.record(
                    ann,
                    brand,
                    reel,
                    Outcome.views(12_000).likes(640).shares(80).conversions(31));

            assertTrue(reel.report().card().score("voice").orElseThrow().value() > 0);
            assertEquals(0, reel.report().card().score("trends").orElseThrow().value());
            assertEquals(30, plan.seconds());
            assertEquals(reel.script(), document.script());
            assertEquals(
                    751,
                    learning.outcomes()
                            .find(ann, reel.script().id())
                            .orElseThrow()
                            .engagements());
        }
    }
}
