package dev.gator.rag.parse.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gator.rag.document.Document;
import dev.gator.rag.parse.Facts;
import dev.gator.rag.parse.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeParserTest {

    @Test
    void aPartForEachFunctionBelowItsPath() {
        Document read = Shown.read(
                "Pot.java",
                """
                package tea;

                /** Holds tea. */
                class Pot {
                    int size;

                    /** Pours. */
                    void pour() {
                        size--;
                    }

                    int left = 3;
                }
                """);

        assertEquals(
                List.of(
                        "code package tea;",
                        "code [Pot] /** Holds tea. */\nclass Pot {\n    int size;",
                        "code [Pot > pour]     /** Pours. */\n    void pour() {\n        size--;\n    }",
                        "code [Pot]     int left = 3;\n}"),
                Shown.blocks(read));
        assertEquals("java", read.facts().text(Facts.LANGUAGE).orElseThrow());
    }

    @Test
    void aScriptWithoutSymbolsIsOnePart() {
        Document read = Shown.read("run", "#!/usr/bin/env python3\nprint('hello')\n");

        assertEquals(List.of("code #!/usr/bin/env python3\nprint('hello')"), Shown.blocks(read));
        assertEquals("python", read.facts().text(Facts.LANGUAGE).orElseThrow());
    }
}
