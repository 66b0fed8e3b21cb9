package dev.gator.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void theReadmeShowsTheProgramThatIsCompiled() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/gator/readme/ReadmeProgram.java"));
        String program = source.substring(source.indexOf("// begin") + 8, source.indexOf("// end"));
        String readme = Files.readString(ROOT.resolve("README.md"));
        String shown =
                readme.substring(readme.indexOf("```java") + 7, readme.indexOf("```", readme.indexOf("```java") + 7));

        assertEquals(normalised(program), normalised(shown));
    }

    @Test
    void theProgramAnswers() {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            ReadmeProgram.run();
        } finally {
            System.setOut(before);
        }
        assertFalse(bytes.toString(StandardCharsets.UTF_8).isBlank());
    }

    @Test
    void everyLinkInTheDocumentationLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        try (var files = Files.walk(ROOT, 4)) {
            for (Path page : files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f -> !f.toString().contains("target"))
                    .toList()) {
                Matcher links = LINK.matcher(Files.readString(page));
                while (links.find()) {
                    Path parent = page.getParent() == null ? ROOT : page.getParent();
                    if (!Files.exists(parent.resolve(links.group(1)))) {
                        dead.add(page + " -> " + links.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(Files.exists(ROOT.resolve("docs/errors.md")));
    }

    private static List<String> normalised(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
    }
}
