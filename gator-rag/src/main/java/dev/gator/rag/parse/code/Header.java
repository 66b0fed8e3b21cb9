package dev.gator.rag.parse.code;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before an opening brace, if it declares something.
 *
 * @param kind what it declares
 * @param name its name
 * @param start where the declaration begins in the text before the brace
 */
record Header(SymbolKind kind, String name, int start) {

    private static final Pattern TYPE = Pattern.compile(
            "\\b(?:class|interface|enum|record|struct|union|trait|namespace|module|mod|object|type)\\s{1,9}"
                    + "(?:class\\s{1,9})?([\\p{L}_$][\\w$.:]{0,199})");
    private static final Pattern IMPLEMENTATION = Pattern.compile("\\bimpl\\b(?:<[^{]{0,99}>)?\\s{1,9}([^{]{1,199})$");
    private static final Pattern KEYWORD_FUNCTION = Pattern.compile(
            "\\b(?:fun|func|function|fn)\\b[\\s*]{0,9}(?:<[^(]{0,99}>\\s{0,9})?(?:\\(([^()]{0,99})\\)\\s{0,9})?"
                    + "([\\p{L}_$](?:[\\w$.]|<[^<>()]{0,40}>\\.){0,199})\\s{0,9}[(<\\[]");
    private static final Pattern ARROW = Pattern.compile(
            "\\b(?:const|let|var)\\s{1,9}([\\p{L}_$][\\w$]{0,199})[^=]{0,99}=.{0,999}=>\\s{0,9}$", Pattern.DOTALL);
    private static final Pattern PLAIN_FUNCTION = Pattern.compile(
            "(~?[\\p{L}_$#][\\w$]{0,199}(?:::~?[\\p{L}_$][\\w$]{0,99}){0,9}|operator\\S{1,3})\\s{0,9}$");
    private static final Set<String> CONTROL = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "catch",
            "synchronized",
            "return",
            "else",
            "do",
            "try",
            "when",
            "match",
            "with",
            "super",
            "this",
            "new",
            "static",
            "init",
            "using",
            "lock",
            "defer",
            "go",
            "select",
            "loop",
            "unsafe");
    private static final Set<CodeLanguage> FUNCTIONS_FIRST = Set.of(CodeLanguage.C, CodeLanguage.CPP);
    private static final Set<CodeLanguage> KEYWORDS_ONLY =
            Set.of(CodeLanguage.GO, CodeLanguage.RUST, CodeLanguage.KOTLIN, CodeLanguage.OTHER);

    static Optional<Header> of(String before, CodeLanguage language) {
        Optional<Header> function = function(before, language);
        if (function.isPresent() && (FUNCTIONS_FIRST.contains(language) || isKeyword(before))) {
            return function;
        }
        return type(before, language).or(() -> function);
    }

    private static boolean isKeyword(String before) {
        return KEYWORD_FUNCTION.matcher(before).find();
    }

    private static Optional<Header> type(String before, CodeLanguage language) {
        if (language == CodeLanguage.RUST) {
            Matcher impl = IMPLEMENTATION.matcher(before);
            if (impl.find()) {
                String name = impl.group(1).strip().replaceAll("\\s+", " ");
                return Optional.of(new Header(SymbolKind.TYPE, name, impl.start()));
            }
        }
        Matcher type = TYPE.matcher(before);
        return type.find() ? Optional.of(new Header(SymbolKind.TYPE, type.group(1), type.start())) : Optional.empty();
    }

    private static Optional<Header> function(String before, CodeLanguage language) {
        Matcher keyword = KEYWORD_FUNCTION.matcher(before);
        if (keyword.find() && !FUNCTIONS_FIRST.contains(language)) {
            String receiver = keyword.group(1) == null ? "" : receiver(keyword.group(1));
            return Optional.of(new Header(
                    SymbolKind.FUNCTION, receiver + keyword.group(2).replaceAll("<[^>]*>", ""), keyword.start()));
        }
        Matcher arrow = ARROW.matcher(before);
        if (arrow.find()) {
            return Optional.of(new Header(SymbolKind.FUNCTION, arrow.group(1), arrow.start()));
        }
        return KEYWORDS_ONLY.contains(language) ? Optional.empty() : plain(before);
    }

    /** Go names the type that a function belongs to before its name: {@code (s *Server)}. */
    private static String receiver(String declared) {
        String type = declared.strip().replaceAll(".*[\\s*]", "");
        return type.isEmpty() ? "" : type + ".";
    }

    /** A name, a list of parameters, and perhaps a few words: methods in most languages have no keyword. */
    private static Optional<Header> plain(String before) {
        int open = firstParenthesis(before);
        boolean assigns = before.indexOf('=') >= 0 && before.indexOf('=') < open;
        if (open < 0 || (assigns && !before.contains("operator"))) {
            return Optional.empty();
        }
        Matcher name = PLAIN_FUNCTION.matcher(before.substring(Math.max(0, open - 220), open));
        if (!name.find() || CONTROL.contains(name.group(1))) {
            return Optional.empty();
        }
        int start = Math.max(0, open - 220) + name.start();
        return Optional.of(new Header(SymbolKind.FUNCTION, name.group(1), start));
    }

    /** Returns where the parameters begin; the parentheses of annotations come before. */
    private static int firstParenthesis(String before) {
        int open = before.indexOf('(');
        while (open >= 0 && isAnnotation(before, open)) {
            open = before.indexOf('(', open + 1);
        }
        return open;
    }

    private static boolean isAnnotation(String before, int open) {
        int at = open;
        while (at > 0 && (Character.isJavaIdentifierPart(before.charAt(at - 1)) || before.charAt(at - 1) == '.')) {
            at--;
        }
        return at > 0 && before.charAt(at - 1) == '@';
    }
}
