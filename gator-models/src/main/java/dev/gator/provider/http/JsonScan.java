package dev.gator.provider.http;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON from bytes, member by member, making no object but the strings that are asked for. Accepts exactly what RFC
 * 8259 describes; anything else is {@link ProviderError#MALFORMED_ANSWER}. Not thread-safe; one can be used again and
 * again.
 *
 * <pre>{@code
 * scan.object();
 * for (String name; (name = scan.member(NAMES)) != null; ) {
 *     switch (name) {
 *         case "id" -> id = scan.text();
 *         case "usage" -> usage(scan);
 *         default -> scan.skip();
 *     }
 * }
 * }</pre>
 */
public final class JsonScan {

    private static final int MAX_DEPTH = 512;

    private final long[] kinds = new long[MAX_DEPTH / 64];
    private byte[] bytes = {};
    private int start;
    private int at;
    private int end;
    private int depth;
    private boolean afterValue;
    private int textFrom;
    private int textTo;
    private boolean textPlain;
    private boolean textAscii;

    /** Creates a reader of nothing. */
    public JsonScan() {}

    /** Starts to read other bytes, which must not change meanwhile. */
    public JsonScan over(byte[] json, int from, int to) {
        bytes = json;
        start = from;
        at = from;
        end = to;
        depth = 0;
        afterValue = false;
        return this;
    }

    /** Returns a reader of all these bytes. */
    public static JsonScan of(byte[] json) {
        return new JsonScan().over(json, 0, json.length);
    }

    /** Enters an object. */
    public void object() {
        enter('{', "an object");
    }

    /** Enters an object and returns true, or passes over the null that stands in its place and returns false. */
    public boolean objectOrNull() {
        if (passNull()) {
            return false;
        }
        object();
        return true;
    }

    /** Enters an array. */
    public void array() {
        enter('[', "an array");
    }

    /** Enters an array and returns true, or passes over the null that stands in its place and returns false. */
    public boolean arrayOrNull() {
        if (passNull()) {
            return false;
        }
        array();
        return true;
    }

    /**
     * Goes to the next member of the entered object: returns its name if it is among {@code known}, else
     * {@link Names#OTHER}. Returns null, and leaves the object, after the last one. Every value must be read or skipped.
     */
    public @Nullable String member(Names known) {
        if (!more('}')) {
            return null;
        }
        findText("a member name");
        String name = textPlain ? known.find(bytes, textFrom, textTo) : known.find(decode());
        expect(':');
        return name;
    }

    /** Goes to the next item of the entered array, or leaves the array and returns false after the last one. */
    public boolean item() {
        return more(']');
    }

    /** Reads a string. */
    public String text() {
        findText("a string");
        afterValue = true;
        return decode();
    }

    /** Reads a string; null becomes an empty one. */
    public String textOrEmpty() {
        return passNull() ? "" : text();
    }

    /** Reads a whole number; a fraction is cut off. */
    public long number() {
        int from = beginNumber();
        long value = 0;
        int i = bytes[from] == '-' ? from + 1 : from;
        if (at - i > 18) {
            return (long) decimal(from);
        }
        for (; i < at; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return (long) decimal(from);
            }
            value = value * 10 + digit;
        }
        return bytes[from] == '-' ? -value : value;
    }

    /** Reads a whole number; null becomes 0. */
    public long numberOrZero() {
        return passNull() ? 0 : number();
    }

    /** Reads a number. */
    public double decimal() {
        return decimal(beginNumber());
    }

    /** Reads a truth value. */
    public boolean bool() {
        int next = peek();
        word(next == 't' ? "true" : "false");
        return next == 't';
    }

    /** Passes over null and returns true, or stays and returns false. */
    public boolean passNull() {
        if (peek() != 'n') {
            return false;
        }
        word("null");
        return true;
    }

    /** Returns the first character of the next value: a quote, brace, bracket, letter, digit or minus. */
    public int peek() {
        space();
        return at < end ? bytes[at] : -1;
    }

    /** Passes over a value of any kind. */
    public void skip() {
        int target = depth;
        do {
            switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> {
                    findText("a string");
                    afterValue = true;
                }
                case 't', 'f' -> bool();
                case 'n' -> passNull();
                default -> beginNumber();
            }
            while (depth > target && !nextInSkipped()) {
                // leaves as many objects and arrays as end here
            }
        } while (depth > target);
    }

    /** Passes over a value and returns its bytes as text, as they stand. */
    public String raw() {
        space();
        int from = at;
        skip();
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    /** Checks that nothing follows the value that was read. */
    public void end() {
        space();
        if (at < end || depth > 0) {
            throw malformed("the end");
        }
    }

    /** Returns where the characters of the last string begin in the bytes. */
    public int textFrom() {
        return textFrom;
    }

    /** Returns where the characters of the last string end in the bytes. */
    public int textTo() {
        return textTo;
    }

    /** Passes over a string; {@link #textFrom()} and {@link #textTo()} tell where it is. Returns whether it has no escapes. */
    public boolean skipText() {
        findText("a string");
        afterValue = true;
        return textPlain;
    }

    private void enter(char opening, String wanted) {
        if (peek() != opening) {
            throw malformed(wanted);
        }
        if (depth == MAX_DEPTH) {
            throw malformed("less than " + MAX_DEPTH + " levels");
        }
        at++;
        long bit = 1L << (depth & 63);
        kinds[depth >> 6] = opening == '{' ? kinds[depth >> 6] | bit : kinds[depth >> 6] & ~bit;
        depth++;
        afterValue = false;
    }

    private boolean nextInSkipped() {
        int level = depth - 1;
        boolean inObject = (kinds[level >> 6] & (1L << (level & 63))) != 0;
        if (!more(inObject ? '}' : ']')) {
            return false;
        }
        if (inObject) {
            findText("a member name");
            expect(':');
        }
        return true;
    }

    private boolean more(char closing) {
        int next = peek();
        if (next == closing) {
            at++;
            depth--;
            afterValue = true;
            return false;
        }
        if (afterValue) {
            expect(',');
            afterValue = false;
            if (peek() == closing) {
                throw malformed("a value");
            }
        }
        return true;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed("'" + wanted + "'");
        }
        at++;
    }

    private void space() {
        while (at < end) {
            byte b = bytes[at];
            if (b > ' ' || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
                return;
            }
            at++;
        }
    }

    private void findText(String wanted) {
        if (peek() != '"') {
            throw malformed(wanted);
        }
        int i = at + 1;
        textFrom = i;
        textPlain = true;
        int all = 0;
        while (i < end) {
            byte b = bytes[i];
            if (b == '"') {
                textTo = i;
                textAscii = all >= 0;
                at = i + 1;
                return;
            }
            if (b == '\\') {
                textPlain = false;
                i = afterEscape(i);
            } else if (b >= 0 && b < ' ') {
                break;
            } else {
                all |= b;
                i++;
            }
        }
        at = i;
        throw malformed("the end of a string");
    }

    private int afterEscape(int backslash) {
        at = backslash;
        int letter = backslash + 1 < end ? bytes[backslash + 1] : -1;
        if (letter != 'u') {
            if (letter < 0 || "\"\\/bfnrt".indexOf(letter) < 0) {
                throw malformed("a known escape");
            }
            return backslash + 2;
        }
        for (int i = backslash + 2; i < backslash + 6; i++) {
            if (i >= end || Character.digit(bytes[i], 16) < 0) {
                throw malformed("four hexadecimal digits");
            }
        }
        return backslash + 6;
    }

    private String decode() {
        if (!textPlain) {
            return JsonText.unescape(bytes, textFrom, textTo);
        }
        return new String(
                bytes, textFrom, textTo - textFrom, textAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                throw malformed(word);
            }
        }
        at += word.length();
        afterValue = true;
    }

    private double decimal(int from) {
        return Double.parseDouble(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
    }

    private int beginNumber() {
        peek();
        int from = at;
        if (at < end && bytes[at] == '-') {
            at++;
        }
        if (at < end && bytes[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits();
        }
        afterValue = true;
        return from;
    }

    private void digits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed("a value");
        }
    }

    GatorException malformed(String wanted) {
        return new GatorException(
                ProviderError.MALFORMED_ANSWER,
                "the answer is not the expected JSON: " + wanted + " was expected at byte " + (at - start));
    }
}
