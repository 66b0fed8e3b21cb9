package dev.gator.rag.parse.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gator.rag.parse.Source;
import dev.gator.rag.parse.Types;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeOutlineTest {

    private static final String JAVA =
            """
            package tea;

            import java.util.List;

            /** A pot { with a brace in a comment. */
            @Deprecated(since = "1")
            public final class Pot<T> implements Cup {
                private static final String TEXT = "class No { void no() {} }";
                static final int[] SIZES = {1, 2};

                Pot(int size) {
                    this.size = size;
                }

                @Override
                public <R> List<R> pour(List<R> into) throws Spill {
                    if (into.isEmpty()) { return List.of(); }
                    return into.stream().filter(x -> { return true; }).toList();
                }

                enum Size { SMALL, LARGE; int ml() { return 100; } }

                record Lid(int width) {}
            }
            """;

    private static final String PYTHON =
            """
            #!/usr/bin/env python3
            import os

            class Pot:
                \"""A pot.

            def not_this(): pass
                \"""
                size = {
            "a": 1,
                }

                @property
                def full(self):
                    # a comment
                    def inner():
                        pass
                    return True

                async def pour(self,
                               into):
                    \"""Pour.\"""
            def main():
                Pot()

            if __name__ == "__main__":
                main()
            """;

    static Stream<Arguments> programs() {
        return Stream.of(
                Arguments.of(
                        "Pot.java",
                        JAVA,
                        List.of(
                                "type Pot",
                                "function Pot.Pot",
                                "function Pot.pour",
                                "type Pot.Size",
                                "function Pot.Size.ml",
                                "type Pot.Lid")),
                Arguments.of(
                        "pot.py",
                        PYTHON,
                        List.of("type Pot", "function Pot.full", "function Pot.pour", "function main")),
                Arguments.of(
                        "pot.kt",
                        """
                        package tea
                        data class Lid(val width: Int = 3) : Cup { fun wide() = width > 3 }
                        object Shop { suspend fun <T> List<T>.sell(price: Int): Int { return price } }
                        fun String.brew(): String { return "${this.map { it }}" }
                        """,
                        List.of("type Lid", "type Shop", "function Shop.List.sell", "function String.brew")),
                Arguments.of(
                        "pot.js",
                        """
                        import x from 'y';
                        export class Pot extends Cup {
                          #size = 3;
                          constructor(size) { super(); }
                          static async *pour({a, b} = {}) { return /[/}]{2}"/.test(a) ? `}${b}` : 1; }
                          get full() { return true; }
                        }
                        export default async function brew(water) { if (water) { } }
                        const wait = async (ms) => { await ms; };
                        if (wait) { brew(); }
                        """,
                        List.of(
                                "type Pot",
                                "function Pot.constructor",
                                "function Pot.pour",
                                "function Pot.full",
                                "function brew",
                                "function wait")),
                Arguments.of(
                        "pot.ts",
                        """
                        interface Cup<T> { size: number; pour(into: T): void }
                        export namespace Tea { export function brew<T>(water: T): T { return water; } }
                        abstract class Pot implements Cup<string> { public pour(into: string): void { } }
                        """,
                        List.of("type Cup", "type Tea", "function Tea.brew", "type Pot", "function Pot.pour")),
                Arguments.of(
                        "pot.go",
                        """
                        package tea

                        // Pot holds tea.
                        type Pot struct {
                        	size int
                        }

                        func (p *Pot) Pour(into []string) (int, error) {
                        	return len(`}`), nil
                        }

                        func main() { go func() { }() }
                        """,
                        List.of("type Pot", "function Pot.Pour", "function main")),
                Arguments.of(
                        "pot.c",
                        """
                        #include <stdio.h>
                        #define OPEN {
                        typedef struct pot { int size; } pot_t;
                        static struct pot *make(int size)
                        {
                            if (size) { return 0; }
                        }
                        int main(void) { char c = '{'; return 0; }
                        """,
                        List.of("type pot", "function make", "function main")),
                Arguments.of(
                        "pot.cpp",
                        """
                        namespace tea {
                        template <typename T>
                        class Pot : public Cup {
                          public:
                            explicit Pot(int size) : size_(size) {}
                            int size() const noexcept { return size_; }
                            ~Pot() {}
                        };
                        }
                        int tea::Pot::pour(int into) { const char* s = R"x(} ")" )x"; return into; }
                        """,
                        List.of(
                                "type tea",
                                "type tea.Pot",
                                "function tea.Pot.Pot",
                                "function tea.Pot.size",
                                "function tea.Pot.~Pot",
                                "function tea::Pot::pour")),
                Arguments.of(
                        "pot.rs",
                        """
                        use std::fmt;
                        #[derive(Debug)]
                        pub struct Pot<'a> { name: &'a str }
                        impl<'a> fmt::Display for Pot<'a> {
                            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { let c = '{'; write!(f, r#"}"#) }
                        }
                        mod tests { pub fn brew<T: Copy>(t: T) -> T { t } }
                        """,
                        List.of(
                                "type Pot",
                                "type fmt::Display for Pot<'a>",
                                "function fmt::Display for Pot<'a>.fmt",
                                "type tests",
                                "function tests.brew")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void findsTypesAndFunctions(String name, String text, List<String> expected) {
        CodeOutline outline = CodeOutline.of(name, text);

        assertEquals(
                expected,
                outline.symbols().stream()
                        .map(symbol ->
                                symbol.kind().name().toLowerCase(Locale.ROOT) + " " + String.join(".", symbol.path()))
                        .toList());
        assertEquals(outline.language(), CodeOutline.of("unnamed", text).language());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void symbolsLieInsideEachOtherOrApart(String name, String text, List<String> expected) {
        List<Symbol> symbols = CodeOutline.of(name, text).symbols();

        for (Symbol a : symbols) {
            for (Symbol b : symbols) {
                boolean inside = a.start() >= b.start() && a.end() <= b.end();
                boolean apart = a.end() <= b.start() || b.end() <= a.start();
                assertEquals(true, inside || apart || (b.start() >= a.start() && b.end() <= a.end()), a + " and " + b);
            }
        }
    }

    @Test
    void aSymbolBeginsWithItsCommentAndEndsWithItsBody() {
        Symbol pot = CodeOutline.of("Pot.java", JAVA).symbols().get(0);
        Symbol pour = CodeOutline.of("Pot.java", JAVA).symbols().get(2);

        assertEquals("/** A pot", JAVA.substring(pot.start(), pot.start() + 9));
        assertEquals("    @Override\n", JAVA.substring(pour.start(), pour.start() + 14));
        assertEquals(".toList();\n    }", JAVA.substring(pour.end() - 16, pour.end()));
    }

    @Test
    void everyExtensionOfALanguageIsCode() {
        Arrays.stream(CodeLanguage.values())
                .flatMap(language -> language.extensions().stream())
                .forEach(extension -> assertEquals(
                        Types.CODE,
                        Source.of("a." + extension, "x = 1\n".getBytes(StandardCharsets.UTF_8))
                                .type()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "class A {",
                "function f() {",
                "(",
                "f(){}",
                "`",
                "\"",
                "'",
                "/*",
                "//\n",
                "@a(",
                "=> {",
                "a = (",
                "x(a) ",
                "def f():\n ",
                "class A:\n\t",
                "impl ",
                "fn f<",
                "const a",
                "#define x \\\n",
                "R\"(",
                "r#",
                "/[",
                "@a\n"
            })
    void patternsThatHurtScannersAreSurvived(String pattern) {
        String text = pattern.repeat(500_000 / pattern.length());

        for (String name : List.of("a.java", "a.py", "a.js", "a.cpp", "a.rs", "a.go")) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> CodeOutline.of(name, text), name);
        }
    }
}
