package dev.gator.examples.deliberation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliberationTest {

    @Test
    void printsWhatTheJourneyPromises(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path page = folder.resolve("why.html");
        Deliberation.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), page);
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(printed.startsWith("routed to reasoning-model: query=maths (0.92), est. $0.00"), printed);
        assertTrue(printed.contains("p95 2.1 s; skipped cheap-model: complexity 0.80 > 0.6"), printed);
        assertTrue(printed.contains("agreed, agreement 0.75 (3 of 4)"), printed);
        assertTrue(printed.contains("dissent: adviser-3: \""), printed);
        assertTrue(printed.contains(", then GATOR-BUD-001"), printed);
        assertTrue(printed.contains("audience 0.38 weighing 0.30"), printed);
        String html = Files.readString(page);
        assertTrue(html.contains("consensus") && html.contains("0.75 [adviser-1, adviser-2, adviser-4]"), html);
    }
}
