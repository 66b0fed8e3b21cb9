package dev.gator.json;

import java.util.List;
import java.util.Optional;

/** A string, number or word that is still being read. */
final class PartialToken {

    private static final int MAX_NUMBER = 1_024;
    private static final List<String> WORDS = List.of("true", "false", "null");

    /** Where in a token the reader is. */
    private enum State {
        NONE,
        STRING,
        ESCAPE,
        UNICODE,
        NUMBER,
        WORD,
        OVER
    }

    private final StringBuilder text = new StringBuilder();
    private State state = State.NONE;
    private boolean string;
    private boolean name;
    private String word = "";
    private int unicode;
    private int unicodeDigits;

    boolean isOpen() {
        return state != State.NONE;
    }

    boolean isOver() {
        return state == State.OVER;
    }

    boolean isName() {
        return isOpen() && name;
    }

    boolean isNumber() {
        return state == State.NUMBER;
    }

    void beginName() {
        begin('"');
        name = true;
    }

    /** Begins a token at its first character; returns whether the character begins one. */
    boolean begin(char c) {
        text.setLength(0);
        name = false;
        string = c == '"';
        word = WORDS.stream().filter(w -> w.charAt(0) == c).findFirst().orElse("");
        if (string) {
            state = State.STRING;
        } else if (!word.isEmpty()) {
            state = State.WORD;
            text.append(c);
        } else if (c == '-' || JsonParser.isDigit(c)) {
            state = State.NUMBER;
            text.append(c);
        }
        return isOpen();
    }

    /** Takes the next character; returns false if it does not belong to the token, which is then over. */
    boolean take(char c, long position) {
        switch (state) {
            case STRING -> inString(c, position);
            case ESCAPE -> escaped(c, position);
            case UNICODE -> hex(c, position);
            case WORD -> inWord(c, position);
            default -> {
                return inNumber(c, position);
            }
        }
        return true;
    }

    /** Returns the value and forgets the token. */
    Json end(long position) {
        state = State.NONE;
        if (string) {
            return Json.of(text.toString());
        }
        if (!word.isEmpty()) {
            return wordValue();
        }
        String number = text.toString();
        try {
            JsonParser.Found found = JsonParser.parseAt(number, 0);
            if (found.end() == number.length()) {
                return found.value();
            }
        } catch (Malformed e) {
            throw e.movedTo(position);
        }
        throw new Malformed(JsonError.SYNTAX, "bad number", position);
    }

    /** Returns the longest value that the token can stand for, if any. */
    Optional<Json> completion() {
        if (!isOpen()) {
            return Optional.empty();
        }
        if (string) {
            int length = text.length();
            boolean torn = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
            return Optional.of(Json.of(text.substring(0, torn ? length - 1 : length)));
        }
        return word.isEmpty() ? longestNumber() : Optional.of(wordValue());
    }

    private Optional<Json> longestNumber() {
        try {
            return Optional.of(JsonParser.parseWhole(text.toString()));
        } catch (Malformed e) {
            // a number is torn at its sign, point or exponent; what stands before that is one
            int end = text.length();
            while (end > 0 && !JsonParser.isDigit(text.charAt(end - 1))) {
                end--;
            }
            return numberIn(text.substring(0, end));
        }
    }

    private static Optional<Json> numberIn(String digits) {
        try {
            return digits.isEmpty() ? Optional.empty() : Optional.of(JsonParser.parseWhole(digits));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private Json wordValue() {
        return word.equals("null") ? Json.nul() : Json.of(word.equals("true"));
    }

    private void inString(char c, long position) {
        if (c == '"') {
            state = State.OVER;
        } else if (c == '\\') {
            state = State.ESCAPE;
        } else if (c < ' ') {
            throw new Malformed(JsonError.SYNTAX, "control character inside a string", position);
        } else {
            text.append(c);
        }
    }

    private void escaped(char c, long position) {
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            text.append("\"\\/\b\f\n\r\t".charAt(plain));
            state = State.STRING;
        } else if (c == 'u') {
            unicode = 0;
            unicodeDigits = 0;
            state = State.UNICODE;
        } else {
            throw new Malformed(JsonError.SYNTAX, "bad escape in a string", position);
        }
    }

    private void hex(char c, long position) {
        int digit = JsonParser.hexDigit(c);
        if (digit < 0) {
            throw new Malformed(JsonError.SYNTAX, "bad \\u escape in a string", position);
        }
        unicode = unicode << 4 | digit;
        if (++unicodeDigits == 4) {
            text.append((char) unicode);
            state = State.STRING;
        }
    }

    private void inWord(char c, long position) {
        if (c != word.charAt(text.length())) {
            throw new Malformed(JsonError.SYNTAX, "expected " + word + " but found " + Excerpt.character(c), position);
        }
        text.append(c);
        if (text.length() == word.length()) {
            state = State.OVER;
        }
    }

    private boolean inNumber(char c, long position) {
        if (!JsonParser.isDigit(c) && "+-.eE".indexOf(c) < 0) {
            state = State.OVER;
            return false;
        }
        if (text.length() == MAX_NUMBER) {
            throw new Malformed(JsonError.BAD_NUMBER, "a number has more than " + MAX_NUMBER + " characters", position);
        }
        text.append(c);
        return true;
    }
}
