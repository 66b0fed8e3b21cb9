package dev.gator.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatorCommandTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void answersOneQuestion() {
        assertEquals(0, run("", "chat", "--model", "offline", "What do I pack for Lisbon?"));
        assertTrue(shown().contains("AI persona"), shown());
        assertTrue(shown().contains("offline, "), shown());
    }

    @Test
    void talksUntilAnEmptyLine() {
        assertEquals(
                0, run("Hello there\nAnd again\n\nnever read", "chat", "--model", "offline", "--persona", "fitness"));
        assertEquals(3, shown().split("> ", -1).length - 1, shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de", "hi", "ja"})
    void writesAReelInEveryLanguage(String language) {
        assertEquals(0, run("", "reel", "--sector", "food", "--language", language, "--model", "offline"));
        assertTrue(shown().contains("HOOK     ") && shown().contains("overall "), shown());
        assertFalse(shown().contains("note "), shown());
    }

    @Test
    void whatIsNoNumberOfSecondsIsRefused() {
        assertEquals(1, run("", "reel", "--seconds", "many", "--model", "offline"));
        assertTrue(shown().contains("not a number of seconds: many"), shown());
    }

    @Test
    void answersFromDocumentsAndKeepsTheirIndex(@TempDir Path index) {
        String docs = "src/test/resources/handbook";
        String[] question = {"ask", "--docs", docs, "--index", index.toString(), "--model", "offline", "When", "open?"};
        assertEquals(2, run("", "ask", "--docs", docs));
        assertEquals(0, run("", "ask", "--docs", docs, "--model", "offline", "How many days of holiday?"));
        assertTrue(shown().contains("Employees get 25 days of holiday a year. [1]"), shown());
        assertEquals(0, run("", question));
        assertEquals(0, run("", question));
        assertEquals(1, run("", "ask", "--docs", "nowhere", "What?"));
        assertTrue(shown().contains("no such file or folder: nowhere"), shown());
    }

    @Test
    void listsModelsAndHealth() {
        assertEquals(0, run("", "models"));
        assertTrue(shown().contains("offline"), shown());
        assertEquals(0, run("", "health"));
        assertTrue(shown().contains("offline"), shown());
    }

    @Test
    void anUnknownModelIsAnErrorThatSaysWhatToDo() {
        assertEquals(1, run("", "chat", "--model", "opnai:gpt", "hi"));
        assertTrue(shown().contains("GATOR-PRV-001"), shown());
    }

    @Test
    void wrongWordsShowTheUsage() {
        assertEquals(2, run("", "fly"));
        assertEquals(2, run(""));
        assertTrue(shown().contains("gator chat"), shown());
        assertTrue(shown().contains("fitness"), shown());
    }

    private int run(String typed, String... words) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new GatorCommand(out, new BufferedReader(new StringReader(typed))).run(List.of(words));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
