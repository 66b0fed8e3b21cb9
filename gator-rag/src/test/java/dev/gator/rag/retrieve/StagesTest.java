package dev.gator.rag.retrieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.embed.Embedding;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.GatorException;
import dev.gator.rag.document.Chunk;
import dev.gator.store.Attributes;
import dev.gator.store.VectorRecord;
import dev.gator.testing.ManualTime;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StagesTest {

    private final Shelf shelf = new Shelf();

    @Test
    void diverseChoosesByTheFormulaAndKeepsTheOrder() {
        Candidate best = at("best", 0.90, 1, 0);
        Candidate twin = at("twin", 0.89, 1, 0.01f);
        Candidate other = at("other", 0.60, 0, 1);

        // twin: 0.7 * 0.89 - 0.3 * 1 = 0.32; other: 0.7 * 0.6 - 0.3 * 0 = 0.42
        assertEquals(
                List.of("best", "other"),
                Shelf.ids(shelf.apply(Stages.diverse(0.7, 2), "q", best, twin, other)
                        .found()));
        assertEquals(
                List.of("best", "twin"),
                Shelf.ids(shelf.apply(Stages.diverse(1, 2), "q", best, twin, other)
                        .found()));
    }

    @Test
    void diverseComparesWordsWhereMeaningsAreUnknown() {
        Candidate best = words("best", 0.9, "the pump is quiet and lasts for years");
        Candidate twin = words("twin", 0.89, "the pump is quiet and lasts for years indeed");
        Candidate other = words("other", 0.6, "delivery takes two days");

        assertEquals(
                List.of("best", "other"),
                Shelf.ids(shelf.apply(Stages.diverse(0.7, 2), "q", best, twin, other)
                        .found()));
    }

    @Test
    void distinctDropsWhatRepeatsABetterOne() {
        Candidate best = words("best", 0.9, "The pump is quiet: 38 decibels at one metre.");
        Candidate copy = words("copy", 0.8, "the pump is quiet, 38 decibels at one metre");
        Candidate other = words("other", 0.7, "The pump is loud: 80 decibels at two metres.");

        assertEquals(
                List.of("best", "other"),
                Shelf.ids(
                        shelf.apply(Stages.distinct(5), "q", best, copy, other).found()));
    }

    @Test
    void closenessRaisesWordsThatStandTogether() {
        Candidate apart = words("apart", 0.5, "Heat makes a loud noise. There is a pump with a good deal of dust.");
        Candidate sentence = words("sentence", 0.5, "Heat makes this kind of pump dusty.");
        Candidate together = words("together", 0.5, "A heat pump with dust.");
        Candidate without = words("without", 0.5, "Flour and water.");

        Search ordered = shelf.apply(Stages.closeness(5), "heat pump", without, apart, sentence, together);

        assertEquals(List.of("together", "sentence", "apart", "without"), Shelf.ids(ordered.found()));
        assertTrue(ordered.found().get(3).score() < 0.5);
    }

    @Test
    void sentencesFindTheOneThatAnswersInALongText() {
        String filler =
                "Our company was founded by two sisters in the north. They liked bicycles and gardens very much. ";
        shelf.put("long", filler.repeat(3) + "The warranty of the pump lasts three years. " + filler.repeat(3));
        shelf.put("short", "The pump has a warranty card in the box and a manual for the gardens of sisters.");
        Search found = shelf.apply(Stages.search(5), "warranty pump lasts three years");

        Search read = new SentenceStage(5).apply(found, new StageRun(new Lookup(shelf.corpus()), CallContext.create()));

        assertTrue(score(read, "long") > score(found, "long"));
        assertEquals("long", read.found().get(0).id());
    }

    @Test
    void sentencesWithoutAModelChangeNothing() {
        StageRun run = new StageRun(new Lookup(shelf.wordsOnly()), CallContext.create());
        Search found = Search.of("q", shelf.corpus().filter()).withFound(List.of(words("a", 0.4, "text")));

        assertEquals(found, new SentenceStage(5).apply(found, run));
        assertEquals(1, run.notes().size());
    }

    @Test
    void feedbackFindsWhatSharesNoWordWithTheQuestion() {
        shelf.put("a", "feline whiskers").put("b", "feline whiskers").put("c", "feline whiskers");
        shelf.put("unasked", "whiskers of a stranger").put("bread", "flour and water");
        for (int i = 0; i < 6; i++) {
            shelf.put("other" + i, "feline number" + i);
        }
        RetrievalPipeline plain = RetrievalPipeline.over(shelf.wordsOnly()).withStages(Stages.search(20));

        List<String> without = Shelf.names(plain.find("feline", CallContext.create()));
        List<String> with = Shelf.names(plain.withFirst(Stages.feedback()).find("feline", CallContext.create()));

        assertFalse(without.contains("unasked"));
        assertTrue(with.contains("unasked"));
        assertFalse(with.contains("bread"));
    }

    @Test
    void feedbackMovesTheQuestionTowardsItsAnswers() {
        for (int i = 0; i < 5; i++) {
            shelf.put("cat" + i, "feline whiskers number" + i);
            shelf.put("bike" + i, "bicycle wheels number" + i);
        }

        Search search = shelf.apply(Stages.feedback(), "feline");

        assertTrue(search.probes().size() >= 2);
        Embedding learned =
                search.probes().get(search.probes().size() - 1).embedding().orElseThrow();
        Embedding asked = shelf.embeddings.embed("feline");
        Embedding whiskers = shelf.embeddings.embed("whiskers");
        assertTrue(learned.cosine(whiskers) > asked.cosine(whiskers));
    }

    @Test
    void rerankersReplaceOrBlendScores() {
        Reranker reversing = reranker((index, count) -> (index + 1.0) / count);
        Candidate first = words("first", 0.9, "one");
        Candidate second = words("second", 0.1, "two");

        assertEquals(
                List.of("second", "first"),
                Shelf.ids(shelf.apply(Stages.rerank(reversing, 5), "q", first, second)
                        .found()));
        Search blended = shelf.apply(Stages.rerank(reversing, 0.5, 5), "q", first, second);
        assertEquals(0.5 * 0.5 + 0.5 * 0.9, blended.found().get(0).score(), 1e-9);
    }

    @Test
    void freshnessHalvesWithTheHalfLife() {
        ManualTime time = ManualTime.at(Instant.parse("2026-03-01T00:00:00Z"));
        Candidate now = dated("now", Attributes.none().with("published", Instant.parse("2026-03-01T00:00:00Z")));
        Candidate month = dated("month", Attributes.none().with("published", "2026-01-30"));
        Candidate never = dated("never", Attributes.none());
        Stage fresh = Stages.fresh("published", Duration.ofDays(30), 0.4);

        Search ordered = shelf.apply(fresh, "q", time.context(), month, never, now);

        assertEquals(0.8, score(ordered, "now"), 1e-9);
        assertEquals(0.8 * (0.6 + 0.4 * 0.5), score(ordered, "month"), 1e-9);
        assertEquals(0.8 * (0.6 + 0.4 * 0.5), score(ordered, "never"), 1e-9);
        assertEquals("now", ordered.found().get(0).id());
    }

    @Test
    void credibilityIsAWeightedMeanWithReasons() {
        SourceRating.Credibility good = SourceRating.builtIn()
                .rate(chunk(
                        "https://health.gov/a",
                        Attributes.none().with("author", "A").with("published", 1)));
        SourceRating.Credibility bad = SourceRating.builtIn().rate(chunk("http://pills.example", Attributes.none()));

        assertEquals(0.5 * 0.9 + 0.2 + 0.2 + 0.1, good.score(), 1e-9);
        assertEquals(0.5 * 0.5 + 0.2 * 0.3 + 0.2 * 0.4, bad.score(), 1e-9);
        assertTrue(bad.toString().contains("sent in the clear"), bad.toString());
    }

    @Test
    void theApplicationsOwnRatingCounts() {
        SourceRating own = piece -> new SourceRating.Credibility(
                List.of(new SourceRating.Reason("list", piece.source().equals("b") ? 1 : 0, 1)));
        Candidate a = new Candidate(chunk("a", Attributes.none()).toRecord(null), 0.9);
        Candidate b = new Candidate(chunk("b", Attributes.none()).toRecord(null), 0.8);

        Search ordered = shelf.apply(Stages.credible(own, 0.5), "q", a, b);

        assertEquals("b", Chunk.of(ordered.found().get(0).record()).source());
        assertEquals(0.45, ordered.found().get(1).score(), 1e-9);
    }

    @Test
    void surroundingsJoinNeighboursOfOneDocument() {
        String text = "Alpha beta one. Gamma delta two. Epsilon zeta three.";
        keep("d", "p1", text, 0, 15);
        keep("d", "p2", text, 10, 32); // overlaps the first
        keep("d", "p3", text, 33, text.length());
        keep("other", "q1", text, 0, 15);
        Search found = shelf.apply(Stages.search(1), "gamma delta");

        Search grown =
                new SurroundingsStage(20).apply(found, new StageRun(new Lookup(shelf.corpus()), CallContext.create()));

        Chunk whole = Chunk.of(grown.found().get(0).record());
        assertEquals("p2", whole.id());
        assertEquals("Alpha beta one. Gamma delta two.\nEpsilon zeta three.", whole.text());
        assertEquals(0, whole.start());
        assertEquals(text.length(), whole.end());
    }

    @Test
    void surroundingsDropWhatBecamePartOfABetterOne() {
        String text = "Alpha beta one. Gamma delta two.";
        keep("d", "p1", text, 0, 16);
        keep("d", "p2", text, 16, text.length());
        Search found = shelf.apply(Stages.search(5), "gamma delta");

        Search grown =
                new SurroundingsStage(5).apply(found, new StageRun(new Lookup(shelf.corpus()), CallContext.create()));

        assertEquals(List.of("p2"), Shelf.ids(grown.found()));
        assertEquals(text, grown.found().get(0).text());
    }

    @Test
    void thresholdAndTopCut() {
        Candidate a = words("a", 0.8, "one");
        Candidate b = words("b", 0.4, "two");

        assertEquals(
                List.of("a"),
                Shelf.ids(shelf.apply(Stages.atLeast(0.5), "q", a, b).found()));
        assertEquals(
                List.of("a"), Shelf.ids(shelf.apply(Stages.top(1), "q", a, b).found()));
        assertThrows(GatorException.class, () -> Stages.top(0));
        assertThrows(GatorException.class, () -> Stages.atLeast(1.5));
    }

    @Test
    void theWebIsSearchedOnlyThroughTheGivenBackendAndScoredAlike() {
        shelf.put("own", "The pump is quiet.");
        List<String> asked = new ArrayList<>();
        SearchBackend backend = (question, most, context) -> {
            asked.add(question + " " + most);
            return List.of(
                    new SearchBackend.WebPage("Prices", "https://shop.example/p", "The price of the pump is 90 euros."),
                    new SearchBackend.WebPage("Empty", "https://empty.example", " "));
        };

        List<Evidence> found = RetrievalPipeline.over(shelf.corpus())
                .withStages(Stages.search(5), Stages.web(backend, 3), Stages.top(1))
                .find("price of the pump", CallContext.create());

        assertEquals(List.of("price of the pump 3"), asked);
        assertEquals("https://shop.example/p", found.get(0).chunk().source());
        assertThrows(GatorException.class, () -> new SearchBackend.WebPage("x", "file:///etc/passwd", "x"));
    }

    private void keep(String document, String id, String text, int start, int end) {
        Chunk chunk = new Chunk(
                id,
                document,
                document,
                document,
                text.substring(start, end),
                start,
                end,
                List.of(),
                0,
                Attributes.none());
        VectorRecord record = chunk.toRecord(null);
        shelf.put(id, record.text(), record.attributes());
    }

    private static Chunk chunk(String source, Attributes facts) {
        return new Chunk("id of " + source, source, source, source, "text", 0, 4, List.of(), 0, facts);
    }

    private static Candidate dated(String id, Attributes facts) {
        return new Candidate(VectorRecord.ofText(id, "text").with(facts), 0.8);
    }

    private static Candidate words(String id, double score, String text) {
        return new Candidate(VectorRecord.ofText(id, text), score);
    }

    private static Candidate at(String id, double score, float... vector) {
        return new Candidate(VectorRecord.of(id, Embedding.of(vector), id), score);
    }

    private static double score(Search search, String id) {
        return search.found().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private interface Scoring {
        double of(int index, int count);
    }

    private static Reranker reranker(Scoring scoring) {
        return new Reranker() {
            @Override
            public String id() {
                return "test:reranker";
            }

            @Override
            public RerankReply rerank(RerankRequest request) {
                List<RerankReply.Ranked> ranked = new ArrayList<>();
                for (int i = 0; i < request.documents().size(); i++) {
                    ranked.add(new RerankReply.Ranked(
                            i, scoring.of(i, request.documents().size())));
                }
                return new RerankReply(ranked, id(), Usage.NONE, Optional.empty());
            }
        };
    }
}
