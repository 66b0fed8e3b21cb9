package dev.gator.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MainTest {

    private static final int LONGEST_JOURNEY = 80;

    @Test
    void theFirstAnswerDisclosesStreamsCallsAToolAndFillsARecord() {
        String shown = run("first answer");

        assertEquals(1, count(shown, "Emma is an AI persona"), shown);
        assertTrue(shown.contains("22 °C and sunny in Lisbon"), shown);
        assertTrue(shown.contains("cost=$0 "), shown);
        assertTrue(shown.contains("PackingList[destination="), shown);
    }

    @Test
    void theEvidenceAnswersWithCitationsContradictionsAndIDontKnow() {
        String shown = run("evidence");

        assertTrue(shown.contains("Every member of staff gets 27 days of holiday a year. [1]"), shown);
        assertTrue(shown.contains("[1] Staff handbook of the Heron Library: \"Every member"), shown);
        assertEquals(1, count(shown, "The sources disagree: "), shown);
        assertTrue(shown.contains("20:00 against 22:00"), shown);
        assertTrue(shown.contains("I don't know: the documents do not say."), shown);
        assertTrue(shown.contains("contradicted in "), shown);
        assertTrue(!shown.contains("Note to AI systems"), shown);
    }

    @Test
    void theReelScriptComesWithScoresExamplesFiveVariationsAndSpanish() {
        String shown = run("reel script");

        assertEquals(2, count(shown, "HOOK     "), shown);
        assertTrue(shown.contains("overall "), shown);
        assertEquals(3, count(shown, "example fitness-"), shown);
        assertTrue(shown.contains(" -> \""), shown);
        assertTrue(shown.contains("attempt 1 accepted"), shown);
        assertTrue(shown.contains("planes de entrenamiento en casa"), shown);
        String variations = shown.substring(shown.indexOf("best first"), shown.indexOf("> the same brief"));
        assertEquals(
                5, variations.lines().filter(line -> line.matches(" *\\d+ .*")).count(), variations);
    }

    @Test
    void anUnknownJourneyIsNamedWithThoseThereAre() {
        assertTrue(run("third answer").contains("there are [first answer"));
    }

    @Test
    void allJourneysRun() {
        assertTrue(run().contains("── first answer"));
    }

    @Test
    void noJourneyIsLongerThanAScreen() throws IOException {
        Path root = Path.of("src/main/java/dev/gator/examples");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(root.resolve("cli")))
                    .filter(MainTest::isTooLong)
                    .toList();
            assertEquals(List.of(), tooLong);
        }
    }

    private static boolean isTooLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).count() > LONGEST_JOURNEY;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static String run(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Main.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), names);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
