package dev.gator.rag.parse.code;

import java.util.Arrays;
import java.util.Set;

/** Blanks out comments and the insides of strings, so that what remains can be scanned for marks. Keeps every position. */
final class CodeMask {

    private static final Set<CodeLanguage> SCRIPTS = Set.of(CodeLanguage.JAVASCRIPT, CodeLanguage.TYPESCRIPT);
    private static final Set<CodeLanguage> PREPROCESSED = Set.of(CodeLanguage.C, CodeLanguage.CPP);
    private static final int LONGEST_REGEX = 500;
    private static final String BEFORE_REGEX = "(,=:[!&|?{};\n";

    private final String text;
    private final char[] mask;
    private final CodeLanguage language;
    private int at;
    private char last = '\n';

    private CodeMask(String text, CodeLanguage language) {
        this.text = text;
        this.mask = text.toCharArray();
        this.language = language;
    }

    static String of(String text, CodeLanguage language) {
        CodeMask code = new CodeMask(text, language);
        while (code.at < text.length()) {
            code.step();
        }
        return new String(code.mask);
    }

    private void step() {
        char c = text.charAt(at);
        int end = language == CodeLanguage.PYTHON ? pythonEnd(c) : bracedEnd(c);
        if (end > at) {
            blank(end);
        } else {
            last = c == ' ' || c == '\t' ? last : c;
            at++;
        }
    }

    private int pythonEnd(char c) {
        if (c == '#') {
            return lineEnd(at);
        }
        if (text.startsWith("\"\"\"", at) || text.startsWith("'''", at)) {
            return after(text.substring(at, at + 3), at + 3);
        }
        return c == '"' || c == '\'' ? stringEnd(c) : at;
    }

    private int bracedEnd(char c) {
        if (text.startsWith("//", at) || (c == '#' && last == '\n' && PREPROCESSED.contains(language))) {
            return lineEnd(at);
        }
        if (text.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (c == '/' && SCRIPTS.contains(language) && mayBeRegex()) {
            return regexEnd();
        }
        if (c == '`') {
            return after("`", at + 1);
        }
        return c == '"' || c == '\'' || c == 'r' || c == 'R' ? literalEnd(c) : at;
    }

    private int literalEnd(char c) {
        if (text.startsWith("\"\"\"", at)) {
            return after("\"\"\"", at + 3);
        }
        if (c == 'r' || c == 'R') {
            return rawEnd();
        }
        return c == '\'' && language == CodeLanguage.RUST ? letterEnd() : stringEnd(c);
    }

    /** Raw strings: {@code R"x(…)x"} in C++, {@code r#"…"#} in Rust. */
    private int rawEnd() {
        boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
        if (starts && language == CodeLanguage.CPP && text.startsWith("R\"", at)) {
            int open = text.indexOf('(', at);
            return open < 0 || open > at + 18 ? at : after(")" + text.substring(at + 2, open) + "\"", open);
        }
        int quote = at + 1;
        while (quote < text.length() && text.charAt(quote) == '#' && quote < at + 20) {
            quote++;
        }
        boolean raw = starts && language == CodeLanguage.RUST && quote < text.length() && text.charAt(quote) == '"';
        return raw ? after("\"" + "#".repeat(quote - at - 1), quote + 1) : at;
    }

    /** In Rust a quote begins a letter, which ends soon, or names a lifetime, which does not end at all. */
    private int letterEnd() {
        int end = text.indexOf('\'', Math.min(at + 2, text.length()));
        boolean escaped = at + 1 < text.length() && text.charAt(at + 1) == '\\';
        return end > 0 && end <= at + (escaped ? 12 : 3) ? end + 1 : at;
    }

    private int stringEnd(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + 1);
    }

    /** After a value a slash divides. */
    private boolean mayBeRegex() {
        return BEFORE_REGEX.indexOf(last) >= 0
                || (last == 'n'
                        && text.substring(Math.max(0, at - 10), at)
                                .stripTrailing()
                                .endsWith("return"));
    }

    private int regexEnd() {
        boolean inClass = false;
        int limit = Math.min(text.length(), at + LONGEST_REGEX);
        for (int end = at + 1; end < limit && text.charAt(end) != '\n'; end++) {
            char c = text.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == '/' && !inClass) {
                return end + 1;
            } else {
                inClass = c == '[' || (inClass && c != ']');
            }
        }
        return at;
    }

    /** A line of a preprocessor goes on where it ends with a backslash. */
    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        while (end > 0 && text.charAt(end - 1) == '\\' && PREPROCESSED.contains(language)) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    private int after(String closing, int from) {
        int end = text.indexOf(closing, from);
        return end < 0 ? text.length() : end + closing.length();
    }

    private void blank(int end) {
        for (int i = at; i < end; i++) {
            mask[i] = mask[i] == '\n' ? '\n' : ' ';
        }
        last = Arrays.asList('\'', '"').contains(text.charAt(at)) ? '"' : last;
        at = end;
    }
}
