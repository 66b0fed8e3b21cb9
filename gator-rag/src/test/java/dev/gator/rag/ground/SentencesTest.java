package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gator.content.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void wrappedLinesStayTogetherAndItemsRowsAndHeadingsStandAlone() {
        String text =
                """
                # Prices and times
                Dr. Holm opens the shop, e.g. on
                Mondays, at 9.30 sharp. Really? Yes!
                - tea
                - coffee
                Plan | Price
                Basic | 10 euros
                After the table.

                The end""";
        assertEquals(
                List.of(
                        "# Prices and times",
                        "Dr. Holm opens the shop, e.g. on\nMondays, at 9.30 sharp.",
                        "Really?",
                        "Yes!",
                        "- tea",
                        "- coffee",
                        "Plan | Price",
                        "Basic | 10 euros",
                        "After the table.",
                        "The end"),
                told(text, Language.EN));
    }

    @Test
    void otherScriptsEndSentencesTheirWay() {
        assertEquals(List.of("お茶は熱い。", "氷は冷たい。"), told("お茶は熱い。氷は冷たい。", Language.JA));
        assertEquals(List.of("चाय गरम है।", "बर्फ ठंडी है।"), told("चाय गरम है। बर्फ ठंडी है।", Language.HI));
        assertEquals(List.of(), told(" \n\n ", Language.EN));
    }

    private static List<String> told(String text, Language language) {
        return Sentences.in(text, language).stream().map(span -> span.of(text)).toList();
    }
}
