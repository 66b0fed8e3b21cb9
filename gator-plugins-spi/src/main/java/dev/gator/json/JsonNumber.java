package dev.gator.json;

import dev.gator.error.GatorException;
import java.math.BigDecimal;

/**
 * A JSON number. It keeps the exact text it was read from, so nothing is rounded until a caller asks for it.
 *
 * <p>Texts longer than 1,024 characters and exponents beyond ±9,999 are refused, so that no number can make arithmetic
 * expensive.
 */
public final class JsonNumber implements Json {

    private static final int MAX_LENGTH = 1_024;
    private static final int MAX_EXPONENT = 9_999;
    private static final int SAFE_LONG_LENGTH = 18;

    private final String text;

    private JsonNumber(String text) {
        this.text = text;
    }

    static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new GatorException(JsonError.BAD_NUMBER, value + " has no JSON form");
        }
        return new JsonNumber(Double.toString(value));
    }

    static JsonNumber of(BigDecimal value) {
        if (value.precision() > MAX_LENGTH / 2 || Math.abs((long) value.scale()) > MAX_EXPONENT / 2) {
            throw new GatorException(
                    JsonError.BAD_NUMBER,
                    "a number with " + value.precision() + " digits and scale " + value.scale() + " is too large");
        }
        return new JsonNumber(value.toString());
    }

    /** Wraps a text that already follows the grammar of RFC 8259. */
    static JsonNumber ofValidText(String text, long position) {
        String complaint = complaint(text);
        if (!complaint.isEmpty()) {
            throw new Malformed(JsonError.BAD_NUMBER, complaint, position);
        }
        return new JsonNumber(text);
    }

    private static String complaint(String text) {
        if (text.length() > MAX_LENGTH) {
            return "a number has " + text.length() + " characters, allowed are " + MAX_LENGTH;
        }
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (e < 0) {
            return "";
        }
        int first = e + 1;
        while (first < text.length() - 1 && "+-0".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        boolean tooLarge =
                text.length() - first > Integer.toString(MAX_EXPONENT).length();
        return tooLarge ? "the exponent " + text.substring(e + 1) + " is beyond " + MAX_EXPONENT : "";
    }

    /** Returns the exact value. */
    public BigDecimal decimal() {
        return new BigDecimal(text);
    }

    /** Returns the exact whole value, or throws {@link JsonError#BAD_NUMBER} when there is a fraction or an overflow. */
    public long longValue() {
        try {
            return isPlainDigits() ? Long.parseLong(text) : decimal().longValueExact();
        } catch (ArithmeticException e) {
            throw new GatorException(JsonError.BAD_NUMBER, shortText() + " is not a whole 64-bit number", e);
        }
    }

    /** Returns the exact whole value, or throws {@link JsonError#BAD_NUMBER} when there is a fraction or an overflow. */
    public int intValue() {
        long value = longValue();
        if (value != (int) value) {
            throw new GatorException(JsonError.BAD_NUMBER, shortText() + " is not a whole 32-bit number");
        }
        return (int) value;
    }

    /** Returns the nearest double, or throws {@link JsonError#BAD_NUMBER} when the value is beyond its range. */
    public double doubleValue() {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new GatorException(JsonError.BAD_NUMBER, shortText() + " is beyond the range of a double");
        }
        return value;
    }

    /** Returns whether the value is whole, as {@code 3} and {@code 3.0} are. */
    public boolean isWhole() {
        return isPlainDigits() || decimal().stripTrailingZeros().scale() <= 0;
    }

    @Override
    public String kind() {
        return "a number";
    }

    @Override
    public JsonNumber asNumber() {
        return this;
    }

    String normalised() {
        BigDecimal stripped = decimal().stripTrailingZeros();
        boolean readable = stripped.scale() < 0 && stripped.scale() >= -SAFE_LONG_LENGTH;
        return readable ? stripped.toPlainString() : stripped.toString();
    }

    String shortText() {
        return text.length() <= 32 ? text : text.substring(0, 29) + "...";
    }

    private boolean isPlainDigits() {
        if (text.length() > SAFE_LONG_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber that
                && (text.equals(that.text) || decimal().compareTo(that.decimal()) == 0);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(Double.parseDouble(text) + 0.0); // + 0.0 folds the negative zero
    }

    /** Returns the number as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
