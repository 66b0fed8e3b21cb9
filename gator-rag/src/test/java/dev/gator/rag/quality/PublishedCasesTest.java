package dev.gator.rag.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.error.GatorException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The small cases of the papers and of the implementations that everybody compares with. */
class PublishedCasesTest {

    private static final List<List<String>> PAPINENI_REFERENCES = List.of(
            words("It is a guide to action that ensures that the military will forever heed Party commands"),
            words("It is the guiding principle which guarantees the military forces always being under the command of"
                    + " the Party"),
            words("It is the practical guide for the army always to heed the directions of the party"));
    private static final List<String> FIRST = words(
            "It is a guide to action which ensures that the military always" + " obeys the commands of the party");
    private static final List<String> SECOND =
            words("It is to insure the troops forever hearing the activity guidebook that party direct");

    @Test
    void papinenisFirstExamples() {
        List<String> the = words("the the the the the the the");
        List<List<String>> cat = List.of(
                words("The cat is on the mat".toLowerCase(Locale.ROOT)),
                words("There is a cat on the mat".toLowerCase(Locale.ROOT)));

        assertEquals(2 / 7.0, Bleu.precision(the, cat, 1), 1e-12);
        assertEquals(0, Bleu.precision(the, cat, 2), 1e-12);
        assertEquals(17 / 18.0, Bleu.precision(FIRST, PAPINENI_REFERENCES, 1), 1e-12);
        assertEquals(10 / 17.0, Bleu.precision(FIRST, PAPINENI_REFERENCES, 2), 1e-12);
        assertEquals(8 / 14.0, Bleu.precision(SECOND, PAPINENI_REFERENCES, 1), 1e-12);
        assertEquals(1 / 13.0, Bleu.precision(SECOND, PAPINENI_REFERENCES, 2), 1e-12);
    }

    @Test
    void theSentenceAndTheCorpusOfNltk() {
        Bleu.Pair history = new Bleu.Pair(
                words("he read the book because he was interested in world history"),
                List.of(words("he was interested in world history because he read the book")));

        assertEquals(0.5045666840058485, Bleu.sentence(FIRST, PAPINENI_REFERENCES), 1e-12);
        assertEquals(
                0.5920778868801042, Bleu.corpus(List.of(new Bleu.Pair(FIRST, PAPINENI_REFERENCES), history)), 1e-12);
    }

    @Test
    void shortTextsAreHeldAgainstTheNearestLength() {
        List<String> candidate = words("a b c d e f");
        List<List<String>> references = List.of(words("a b c d e f g h"), words("a b c d e f g h i j k l m n"));

        assertEquals(Math.exp(1 - 8 / 6.0), Bleu.sentence(candidate, references), 1e-12);
        assertEquals(1, Bleu.sentence(candidate, List.of(candidate)), 1e-12);
        assertEquals(0, Bleu.sentence(words("a b c"), List.of(words("a b c"))), "no run of four words");
        assertEquals(0, Bleu.sentence(List.of(), List.of(candidate)));
        assertThrows(GatorException.class, () -> Bleu.sentence(candidate, List.of()));
    }

    @Test
    void linsPoliceAndGunman() {
        List<String> reference = words("police killed the gunman");

        assertEquals(
                3 / 4.0,
                Rouge.sequence(words("police kill the gunman"), reference).f1(),
                1e-12);
        assertEquals(
                2 / 4.0,
                Rouge.sequence(words("the gunman kill police"), reference).f1(),
                1e-12);
        assertEquals(
                2 / 4.0,
                Rouge.sequence(words("the gunman police killed"), reference).f1(),
                1e-12);
        assertEquals(
                1 / 3.0,
                Rouge.runs(words("police kill the gunman"), reference, 2).recall(),
                1e-12);
        assertEquals(
                1 / 3.0,
                Rouge.runs(words("the gunman kill police"), reference, 2).recall(),
                1e-12);
        assertEquals(
                2 / 3.0,
                Rouge.runs(words("the gunman police killed"), reference, 2).recall(),
                1e-12);
    }

    @Test
    void theFoxOfTheUsualScorer() {
        List<String> target = words("the quick brown fox jumps over the lazy dog");
        List<String> prediction = words("the quick brown dog jumps on the log");

        Rouge words = Rouge.runs(prediction, target, 1);
        Rouge sequence = Rouge.sequence(prediction, target);

        assertEquals(0.75, words.precision(), 1e-12);
        assertEquals(6 / 9.0, words.recall(), 1e-12);
        assertEquals(0.7058823529411765, words.f1(), 1e-12);
        assertEquals(0.625, sequence.precision(), 1e-12);
        assertEquals(5 / 9.0, sequence.recall(), 1e-12);
        assertEquals(0, Rouge.runs(List.of(), target, 2).f1());
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
