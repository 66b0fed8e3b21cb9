package dev.gator.offline;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a text that matches a simple regular expression: literals, classes, groups, alternatives and counts. */
final class PatternText {

    private final String pattern;
    private int at;

    private PatternText(String pattern) {
        this.pattern = pattern;
    }

    /** Returns a matching text, or empty where the expression is not simple. */
    static Optional<String> example(String pattern) {
        try {
            PatternText maker = new PatternText(pattern.replaceAll("^\\^|\\$$", ""));
            String text = maker.alternatives();
            return Pattern.compile(pattern).matcher(text).find() ? Optional.of(text) : Optional.empty();
        } catch (PatternSyntaxException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String alternatives() {
        String first = sequence();
        while (more() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String piece = piece();
            text.append(piece.repeat(count()));
        }
        return text.toString();
    }

    private String piece() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> oneOf();
            case '\\' -> escaped(pattern.charAt(at++));
            case '.' -> "a";
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        String inside = alternatives();
        at++;
        return inside;
    }

    private String oneOf() {
        int end = pattern.indexOf(']', at + 1);
        String members = pattern.substring(at, end);
        at = end + 1;
        if (members.startsWith("^")) {
            return members.indexOf('a') < 0 ? "a" : "7";
        }
        return members.startsWith("\\") ? escaped(members.charAt(1)) : String.valueOf(members.charAt(0));
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'd' -> "7";
            case 'w' -> "a";
            case 's' -> " ";
            case 'b' -> "";
            default -> String.valueOf(c);
        };
    }

    private int count() {
        if (!more()) {
            return 1;
        }
        char c = pattern.charAt(at);
        if (c == '*' || c == '?') {
            at++;
            return 0;
        }
        if (c == '+') {
            at++;
            return 1;
        }
        if (c == '{') {
            int end = pattern.indexOf('}', at);
            String least = pattern.substring(at + 1, end).split(",", -1)[0];
            at = end + 1;
            return Math.min(1_000, Integer.parseInt(least));
        }
        return 1;
    }

    private boolean more() {
        return at < pattern.length();
    }
}
