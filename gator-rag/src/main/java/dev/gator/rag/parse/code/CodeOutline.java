package dev.gator.rag.parse.code;

import java.util.List;

/**
 * The symbols of a program.
 *
 * @param language its language
 * @param symbols its types and functions in the order of their beginnings; functions inside functions are left out
 */
public record CodeOutline(CodeLanguage language, List<Symbol> symbols) {

    /** Copies the symbols. */
    public CodeOutline {
        symbols = List.copyOf(symbols);
    }

    /** Finds the symbols of a program; whatever the text is, it takes time in proportion to its length. */
    public static CodeOutline of(String fileName, String text) {
        CodeLanguage language = CodeLanguage.of(fileName, text);
        String mask = CodeMask.of(text, language);
        return new CodeOutline(
                language,
                language == CodeLanguage.PYTHON
                        ? new IndentedSymbols(text, mask).find()
                        : new BracedSymbols(text, mask, language).find());
    }
}
