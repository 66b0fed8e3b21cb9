package dev.gator.rag.retrieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final Calibration CALIBRATION = Calibration.DEFAULT;

    private final Tally tally = new Tally(CALIBRATION, 0.5);

    @Test
    void reciprocalRanksAddUp() {
        Probe probe = Probe.of("q");
        // 1/61 + 1/63 for a, 1/62 + 1/62 for b, 1/63 + 1/61 for c, one list only for d
        tally.addWords(probe, hits("a", "b", "c"));
        tally.addWords(probe.alternative("r", Probe.How.WORDS, 1), hits("c", "b", "a", "d"));

        assertEquals(List.of("a", "c", "b", "d"), Shelf.ids(tally.byRank(60)));
    }

    @Test
    void theWeightOfAProbeWeighsItsRanks() {
        tally.addWords(Probe.of("q"), hits("a", "b"));
        tally.addWords(Probe.of("q").alternative("r", Probe.How.WORDS, 3), hits("b", "a"));

        assertEquals(List.of("b", "a"), Shelf.ids(tally.byRank(60)));
    }

    @Test
    void aSmallConstantTrustsTheFirstPlaceMore() {
        tally.addWords(Probe.of("q"), hits("a", "b", "c", "d"));
        tally.addWords(Probe.of("q").alternative("r", Probe.How.WORDS, 1), hits("e", "b", "f", "g", "a"));

        assertEquals("b", tally.byRank(60).get(0).id());
        assertEquals("a", tally.byRank(1).get(0).id());
    }

    @Test
    void scoresFollowThePublishedFormula() {
        Embedding asked = Embedding.of(1, 0);
        VectorRecord record = VectorRecord.of("a", Embedding.of(0.6f, 0.8f), "text");
        tally.addWords(Probe.of("q"), List.of(new VectorHit(record, 0.4)));
        tally.addMeaning(Probe.of("q"), asked, List.of(new VectorHit(record, 0.8)));

        double x = 0.5 * 0.6 + 0.5 * 0.4;
        double expected = 1 / (1 + Math.exp(-CALIBRATION.steepness() * (x - CALIBRATION.middle())));
        assertEquals(expected, tally.byScore().get(0).score(), 1e-6);
    }

    @Test
    void wordsAloneHaveAMiddleOfTheirOwn() {
        tally.addWords(
                Probe.of("q"), List.of(new VectorHit(VectorRecord.ofText("a", "text"), CALIBRATION.wordsMiddle())));

        assertEquals(0.5, tally.byScore().get(0).score(), 1e-9);
    }

    @Test
    void aPieceThatAnswersOnePartNeedNotAnswerTheOther() {
        VectorRecord record = VectorRecord.ofText("a", "text");
        tally.addWords(Probe.of("first part"), List.of(new VectorHit(record, 0.9)));
        tally.addWords(Probe.of("second part"), List.of());
        double alone = CALIBRATION.wordsScore(0.9);

        assertEquals(alone, tally.byScore().get(0).score(), 1e-9);
    }

    @Test
    void aRecordThatOnlyWordsFoundKeepsItsCosine() {
        VectorRecord near = VectorRecord.of("near", Embedding.of(1, 0), "text");
        VectorRecord far = VectorRecord.of("far", Embedding.of(0, 1), "text");
        tally.addWords(Probe.of("q"), List.of(new VectorHit(far, 0.5), new VectorHit(near, 0.5)));
        tally.addMeaning(Probe.of("q"), Embedding.of(1, 0), List.of());

        assertEquals(List.of("near", "far"), Shelf.ids(tally.byScore()));
    }

    @Test
    void eachSourceCanBeLeftOut() {
        Shelf shelf = new Shelf().put("a", "green apples").put("b", "red cherries");

        Search meaning = shelf.apply(Stages.search(Fusion.weighted(1), 5), "apples");
        Search words = shelf.apply(Stages.search(Fusion.weighted(0), 5), "apples");

        assertEquals(List.of("a", "b"), Shelf.ids(meaning.found()));
        assertEquals(List.of("a"), Shelf.ids(words.found()));
    }

    @Test
    void reciprocalRankKeepsCalibratedScores() {
        Shelf shelf = new Shelf().put("a", "green apples").put("b", "red cherries");

        Search byRank = shelf.apply(Stages.search(Fusion.reciprocalRank(), 5), "green apples");
        Search byScore = shelf.apply(Stages.search(5), "green apples");

        assertEquals(byScore.found().get(0).score(), byRank.found().get(0).score(), 1e-9);
    }

    @Test
    void numbersOutsideTheirBoundsAreRefused() {
        assertThrows(GatorException.class, () -> Fusion.weighted(1.1));
        assertThrows(GatorException.class, () -> new Fusion.ReciprocalRank(0));
        assertThrows(GatorException.class, () -> new Calibration(0.5, 0.5, 0.4, 0.4, 10));
        assertTrue(CALIBRATION.withCosines(0.7, 0.9).meaning(0.7) == 0);
    }

    private static List<VectorHit> hits(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new VectorHit(VectorRecord.ofText(id, "text of " + id), 0.5))
                .toList();
    }
}
