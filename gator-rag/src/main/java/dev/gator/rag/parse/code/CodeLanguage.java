package dev.gator.rag.parse.code;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The programming languages whose symbols are found. */
public enum CodeLanguage {
    /** Java. */
    JAVA(List.of("java"), "^(?:package|import) [\\w.]{1,99};|\\bpublic (?:final )?(?:class|interface|record|enum) "),
    /** Kotlin. */
    KOTLIN(List.of("kt", "kts"), "^(?:data class|sealed interface|fun|val|object) "),
    /** Python. */
    PYTHON(List.of("py", "pyi"), "^#!.{0,40}python|^(?:async )?def \\w{1,99}\\(.{0,200}:$|^from [\\w.]{1,99} import "),
    /** TypeScript. */
    TYPESCRIPT(
            List.of("ts", "mts", "tsx"),
            "^(?:export )?(?:interface \\w{1,99}[ <]|type \\w{1,99}(?:<.{0,99}>)? =)|^import type "),
    /** JavaScript. */
    JAVASCRIPT(
            List.of("js", "mjs", "cjs", "jsx"),
            "^#!.{0,40}node|^(?:export )?(?:default )?(?:async )?function |^const \\w{1,99} = (?:require|async|\\()"),
    /** Go. */
    GO(List.of("go"), "^package \\w{1,99}$|^func "),
    /** Rust. */
    RUST(List.of("rs"), "^(?:pub )?(?:fn|impl|mod|trait) |^use (?:std|crate)::"),
    /** C++. */
    CPP(List.of("cc", "cpp", "cxx", "hh", "hpp"), "^(?:namespace|template ?<|class) ?|\\bstd::"),
    /** C. */
    C(List.of("c", "h"), "^#include "),
    /** Any other. */
    OTHER(List.of(), "(?!)");

    private static final int HEAD = 8_000;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, it never changes
    private final List<String> extensions;

    private final Pattern typical;

    CodeLanguage(List<String> extensions, String typical) {
        this.extensions = extensions;
        this.typical = Pattern.compile(typical, Pattern.MULTILINE);
    }

    /** Tells the language from the extension of a file name, or else from what the text begins with. */
    public static CodeLanguage of(String fileName, String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD)).replace("\r\n", "\n");
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("h") && CPP.isTypical(head)) {
            return CPP; // both languages call their headers so
        }
        return Arrays.stream(values())
                .filter(language -> language.extensions.contains(extension))
                .findFirst()
                .orElseGet(() -> Arrays.stream(values())
                        .filter(language -> language.isTypical(head))
                        .findFirst()
                        .orElse(OTHER));
    }

    private boolean isTypical(String head) {
        return typical.matcher(head).find();
    }

    /** Returns the usual extensions of its files, without dots. */
    public List<String> extensions() {
        return extensions;
    }

    /** Returns its name in lower case, such as {@code java}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
