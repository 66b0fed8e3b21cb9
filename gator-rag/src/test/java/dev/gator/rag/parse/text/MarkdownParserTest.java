package dev.gator.rag.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Shown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownParserTest {

    @Test
    void keepsTheStructureAndDropsTheMarks() {
        Document read = Shown.read(
                "guide.md",
                """
                # The *guide*

                Some **strong** words
                and `code` with a [link](https://example.org "t").

                ## Steps

                1. First
                2. Second
                   - Inner

                     More of inner
                3. Third

                | A | B |
                |---|:-:|
                | 1 | x \\| y |

                ```java
                int a;
                ```

                > Quoted words.

                <div><b>html</b><script>evil()</script></div>

                # End
                """);

        assertEquals(
                List.of(
                        "heading The guide",
                        "paragraph [The guide] Some strong words and code with a link.",
                        "heading [The guide] Steps",
                        "list [The guide > Steps] 1. First\n2. Second\n  - Inner\n    More of inner\n3. Third",
                        "table [The guide > Steps] A | B\n1 | x \\| y",
                        "code [The guide > Steps] int a;",
                        "paragraph [The guide > Steps] Quoted words.",
                        "paragraph [The guide > Steps] html",
                        "heading End"),
                Shown.blocks(read));
        assertEquals("The guide", read.title());
    }

    @Test
    void linesAboveTheTextNameTheTitle() {
        Document read =
                Shown.read("a.md", "---\r\ntitle: \"Named\"\r\ndraft: true\r\n---\r\n# Other\r\n\r\nWords.\r\n");

        assertEquals("Named", read.title());
        assertEquals(List.of("heading Other", "paragraph [Other] Words."), Shown.blocks(read));
    }

    @Test
    void aRowOfDashesAloneIsNoFrontMatter() {
        assertEquals("Words.", Shown.read("a.md", "---\n\nWords.\n").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "*a ", "[", "![", "**", "`", "<a ", "_a", "(", "\\[", "1) ", "|", "&"})
    void patternsThatHurtParsersAreSurvived(String pattern) {
        String text = pattern.repeat(50_000) + "core\n\n" + "| a | b |\n|---|---|\n" + "core";

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Shown.read("bad.md", text));
    }
}
