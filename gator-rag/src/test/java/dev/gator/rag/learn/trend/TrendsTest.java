package dev.gator.rag.learn.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.rag.parse.ParseError;
import dev.gator.rag.parse.Source;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.Words;
import dev.gator.rag.validate.Score;
import dev.gator.testing.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsTest {

    private static final CallContext CONTEXT = CallContext.create();

    private final ManualTime time = ManualTime.create();

    @Test
    void whatComesUpMoreOftenThanUsualIsATrendAndWhatAlwaysComesUpIsNone() {
        List<Trend> trends = TrendFinder.of(Language.EN).find(burst(), time.now());

        assertEquals("sourdough crackers", trends.get(0).topic());
        assertEquals("Sourdough crackers", trends.get(0).label());
        assertEquals(12, trends.get(0).count());
        assertTrue(trends.get(0).strength() > 3);
        assertTrue(
                trends.stream().noneMatch(trend -> trend.topic().equals("sourdough")),
                "the pair says it all: " + trends);
        assertTrue(trends.stream().noneMatch(trend -> trend.topic().contains("dinner")), trends.toString());
    }

    @Test
    void chanceAloneMakesNoTrend() {
        List<Mention> steady = new ArrayList<>();
        for (int hour = 1; hour < 8 * 24; hour++) {
            steady.add(mention(hour, hour % 3 == 0 ? "Soup for dinner" : hour % 3 == 1 ? "Bread again" : "Salad days"));
        }

        assertEquals(List.of(), TrendFinder.of(Language.EN).find(steady, time.now()));
    }

    @Test
    void withoutATimeBeforeThereIsNothingToCompareWith() {
        List<Mention> today = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            today.add(mention(2, "Sourdough crackers"));
        }

        assertEquals(List.of(), TrendFinder.of(Language.EN).find(today, time.now()));
    }

    @Test
    void aScriptThatTakesUpATrendScoresInEveryPart() {
        TrendWatch watch = TrendWatch.of(context -> burst(), Language.EN, time);
        ReelScript spoken = new ReelScript("Have you tried sourdough crackers?", "A body.", "", "", List.of());
        ReelScript tagged = new ReelScript("A hook.", "A body.", "", "", List.of("#SourdoughCrackers"));
        ReelScript none = new ReelScript("A hook.", "A body.", "", "", List.of("#Dinner"));

        assertEquals(new Score("trends", 100, List.of("Sourdough crackers")), watch.score(spoken, CONTEXT));
        assertEquals(100, watch.score(tagged, CONTEXT).value());
        assertEquals(new Score("trends", 0, List.of()), watch.score(none, CONTEXT));
    }

    @Test
    void theScoreCardShowsTrendsInTheirOwnLanguageOnly() {
        TrendWatch watch = TrendWatch.of(context -> burst(), Language.EN, time);
        ReelScript script = new ReelScript("Sourdough crackers?", "", "", "", List.of());
        BrandProfile brand = BrandProfile.builder("Casa").offer("bread").build();
        ScriptRequest english = ScriptRequest.goal(Goal.AWARENESS);

        assertEquals(100, watch.measure().of(script, brand, english).value());
        assertEquals(
                new Score("trends", 0, List.of("the trends are in en")),
                watch.measure().of(script, brand, english.language("es")));
    }

    @Test
    void theSourceIsAskedNowAndThenAndMayFail() {
        AtomicInteger asked = new AtomicInteger();
        TrendSource flaky = context -> {
            if (asked.incrementAndGet() == 2) {
                throw new GatorException(ParseError.BROKEN, "no feed");
            }
            return burst();
        };
        TrendWatch watch = TrendWatch.of(flaky, Language.EN, time).every(Duration.ofMinutes(5));
        ReelScript script = new ReelScript("Sourdough crackers?", "", "", "", List.of());

        assertEquals(1, watch.trends(CONTEXT).size());
        assertEquals(1, watch.trends(CONTEXT).size());
        assertEquals(1, asked.get());
        time.advance(Duration.ofMinutes(5));
        Score afterFailure = watch.score(script, CONTEXT);

        assertEquals(2, asked.get());
        assertEquals(100, afterFailure.value());
        assertEquals(List.of("the source of trends failed: " + ParseError.BROKEN.id()), afterFailure.reasons());
    }

    @Test
    void headlinesComeFromFeedsThatTheApplicationHandsIn(@TempDir Path folder) throws IOException {
        String feed =
                """
                <rss version="2.0"><channel><title>News</title>
                <item><title>Sourdough crackers everywhere</title><pubDate>Thu, 01 Jan 2026 08:00:00 GMT</pubDate></item>
                <item><title>Undated</title></item>
                <item><description>Only words</description><pubDate>Thu, 01 Jan 2026 09:00:00 GMT</pubDate></item>
                </channel></rss>
                """;
        Path file = Files.writeString(folder.resolve("news.xml"), feed);
        List<Mention> expected = List.of(
                new Mention("Sourdough crackers everywhere", Instant.parse("2026-01-01T08:00:00Z")),
                new Mention("Only words", Instant.parse("2026-01-01T09:00:00Z")));

        assertEquals(expected, FeedTrends.of(file).mentions(CONTEXT));
        assertEquals(
                expected,
                FeedTrends.from(() -> List.of(Source.of("news.xml", feed.getBytes(StandardCharsets.UTF_8))))
                        .mentions(CONTEXT));
    }

    @Test
    void ideasBeginWithTheTopicInEachLanguage() {
        Trend trend = new Trend("cafe frio", "café frío", 5, 1, 4);

        List<TrendIdea> ideas = TrendIdea.of(List.of(trend, trend, trend, trend, trend), Language.ES);

        assertEquals("Café frío: ¿ya lo has probado?", ideas.get(0).text());
        assertEquals(
                List.of(
                        HookType.QUESTION,
                        HookType.BOLD_CLAIM,
                        HookType.CURIOSITY,
                        HookType.RELATABLE,
                        HookType.QUESTION),
                ideas.stream().map(TrendIdea::hook).toList());
        for (String language : List.of("en", "es", "fr", "de", "hi", "ja")) {
            TrendIdea.of(List.of(trend, trend, trend, trend), Language.of(language))
                    .forEach(idea -> {
                        int words = Words.count(idea.text());
                        assertTrue(words >= 3 && words <= 15, words + " words: " + idea.text());
                    });
        }
        assertEquals(List.of(), TrendIdea.of(List.of(trend), Language.of("pt")));
    }

    /** Dinners every hour of eight days, and crackers every other hour of the last. */
    private List<Mention> burst() {
        List<Mention> all = new ArrayList<>();
        for (int hour = 1; hour < 8 * 24; hour++) {
            all.add(mention(hour, "Quick dinner number " + hour));
        }
        for (int hour = 1; hour < 24; hour += 2) {
            all.add(mention(hour, "Sourdough crackers " + hour));
        }
        return all;
    }

    private Mention mention(int hoursAgo, String text) {
        return new Mention(text, time.now().minus(Duration.ofHours(hoursAgo)));
    }
}
