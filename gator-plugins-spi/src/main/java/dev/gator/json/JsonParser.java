package dev.gator.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one value by recursive descent; the depth limit keeps the recursion small. */
final class JsonParser {

    private final String text;
    private int at;
    private int depth;

    private JsonParser(String text, int start) {
        this.text = text;
        this.at = start;
    }

    static Json parse(String text) {
        try {
            return parseWhole(text);
        } catch (Malformed e) {
            throw e.within(text);
        }
    }

    /** Reads a text that is one value and nothing else; leaves with {@link Malformed}. */
    static Json parseWhole(String text) {
        JsonParser parser = new JsonParser(text, 0);
        Json value = parser.value();
        parser.space();
        if (parser.at < text.length()) {
            throw parser.unexpected("the end of the text");
        }
        return value;
    }

    /**
     * What was found at a place in a longer text.
     *
     * @param value the value
     * @param end the position after it
     */
    record Found(Json value, int end) {}

    /** Reads a value that starts somewhere in a longer text, whatever follows it. */
    static Found parseAt(String text, int start) {
        JsonParser parser = new JsonParser(text, start);
        return new Found(parser.value(), parser.at);
    }

    private Json value() {
        space();
        if (at == text.length()) {
            throw unexpected("a value");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(string());
            case 't' -> word("true", JsonBool.of(true));
            case 'f' -> word("false", JsonBool.of(false));
            case 'n' -> word("null", JsonNull.NULL);
            default -> {
                if (c != '-' && !isDigit(c)) {
                    throw unexpected("a value");
                }
                yield number();
            }
        };
    }

    private JsonObject object() {
        descend();
        Map<String, Json> members = new LinkedHashMap<>();
        if (!emptyUntil('}')) {
            do {
                space();
                if (at == text.length() || text.charAt(at) != '"') {
                    throw unexpected("a member name in quotes");
                }
                String name = string();
                space();
                if (at == text.length() || text.charAt(at) != ':') {
                    throw unexpected("':'");
                }
                at++;
                members.put(name, value());
            } while (another('}'));
        }
        depth--;
        return JsonObject.owning(members);
    }

    private JsonArray array() {
        descend();
        List<Json> items = new ArrayList<>();
        if (!emptyUntil(']')) {
            do {
                items.add(value());
            } while (another(']'));
        }
        depth--;
        return JsonArray.of(items);
    }

    private void descend() {
        if (++depth > Json.MAX_DEPTH) {
            throw new Malformed(JsonError.TOO_DEEP, "values are nested deeper than " + Json.MAX_DEPTH + " levels", at);
        }
        at++;
    }

    private boolean emptyUntil(char close) {
        space();
        boolean closed = at < text.length() && text.charAt(at) == close;
        if (closed) {
            at++;
        }
        return closed;
    }

    private boolean another(char close) {
        space();
        char c = at < text.length() ? text.charAt(at) : 0;
        if (c != ',' && c != close) {
            throw unexpected("',' or '" + close + "'");
        }
        at++;
        return c == ',';
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        at += word.length();
        return value;
    }

    private JsonNumber number() {
        int start = at;
        if (text.charAt(at) == '-') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits();
        }
        if (at < text.length() && isDigit(text.charAt(at))) {
            throw unexpected("no digit after a leading zero");
        }
        return JsonNumber.ofValidText(text.substring(start, at), start);
    }

    private void digits() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unexpected("a digit");
        }
    }

    private String string() {
        int start = ++at;
        int copied = start;
        StringBuilder unescaped = null;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                String tail = text.substring(copied, at++);
                return unescaped == null ? tail : unescaped.append(tail).toString();
            }
            if (c < ' ') {
                throw new Malformed(JsonError.SYNTAX, "control character inside a string", at);
            }
            if (c == '\\') {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(text, copied, at);
                unescaped.append(escape());
                copied = at;
            } else {
                at++;
            }
        }
        throw unexpected("the end of the string");
    }

    private char escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : 0;
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed(JsonError.SYNTAX, "bad escape in a string", Math.min(at - 1, text.length()));
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < text.length() ? hexDigit(text.charAt(at)) : -1;
            if (digit < 0) {
                throw new Malformed(JsonError.SYNTAX, "bad \\u escape in a string", at);
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1; // other scripts have digits, too, but not in JSON
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private void space() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private Malformed unexpected(String expected) {
        String found = at < text.length() ? Excerpt.character(text.charAt(at)) : "the end of the text";
        return new Malformed(JsonError.SYNTAX, "expected " + expected + " but found " + found, at);
    }
}
