package dev.gator.offline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums, products and percentages that stand in a question; exact where an exact result exists. */
final class Arithmetic {

    private static final Pattern PERCENT =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:%|percent)\\s+of\\s+(\\d+(?:\\.\\d+)?)(?![\\w.])");
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?<![\\p{L}\\d./-])[(\\-\\s]*\\d[\\d.()+*/\\s-]*[+*/-][\\d.()+*/\\s-]*[\\d)](?![\\p{L}\\d/-])");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");
    private static final int MOST_DIGITS = 12;
    private static final int LONGEST = 100;
    private static final int LONGEST_QUESTION = 300;

    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text;
    }

    /** Returns the sum in words, such as {@code 17 * 23 = 391.}, if the question holds one. */
    static Optional<String> answer(String question) {
        if (question.length() > LONGEST_QUESTION) {
            return Optional.empty();
        }
        String plain = symbols(question);
        Matcher percent = PERCENT.matcher(plain);
        if (percent.find()) {
            BigDecimal part = new BigDecimal(percent.group(1)).multiply(new BigDecimal(percent.group(2)));
            return Optional.of(
                    percent.group(1) + "% of " + percent.group(2) + " is " + shown(part.movePointLeft(2)) + ".");
        }
        Matcher sum = EXPRESSION.matcher(plain);
        if (DATE.matcher(plain).find() || !sum.find() || sum.group().length() > LONGEST) {
            return Optional.empty();
        }
        return value(sum.group().strip());
    }

    private static Optional<String> value(String expression) {
        Arithmetic sum = new Arithmetic(expression.replaceAll("\\s+", ""));
        try {
            BigDecimal value = sum.terms();
            return sum.at == sum.text.length()
                    ? Optional.of(expression.replaceAll("\\s+", " ") + " = " + shown(value) + ".")
                    : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.of("A division by zero has no result.");
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private BigDecimal terms() {
        BigDecimal value = factors();
        while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
            boolean plus = text.charAt(at++) == '+';
            BigDecimal next = factors();
            value = plus ? value.add(next) : value.subtract(next);
        }
        return value;
    }

    private BigDecimal factors() {
        BigDecimal value = atom();
        while (at < text.length() && "*/".indexOf(text.charAt(at)) >= 0) {
            boolean times = text.charAt(at++) == '*';
            BigDecimal next = atom();
            value = times ? value.multiply(next) : value.divide(next, MathContext.DECIMAL64);
        }
        return value;
    }

    private BigDecimal atom() {
        char c = text.charAt(at);
        if (c == '-') {
            at++;
            return atom().negate();
        }
        if (c == '(') {
            at++;
            BigDecimal inside = terms();
            at++;
            return inside;
        }
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return new BigDecimal(text.substring(start, at));
    }

    private static String symbols(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replace('×', '*')
                .replace('÷', '/')
                .replace('−', '-')
                .replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "")
                .replaceAll("(?<=\\d)\\s*x\\s*(?=\\d)", " * ")
                .replaceAll("(?<=\\d) plus (?=\\d)", " + ")
                .replaceAll("(?<=\\d) minus (?=\\d)", " - ")
                .replaceAll("(?<=\\d) times (?=\\d)", " * ")
                .replaceAll("(?<=\\d) divided by (?=\\d)", " / ");
    }

    private static String shown(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        boolean cut = bare.scale() > MOST_DIGITS;
        BigDecimal kept = cut ? bare.round(new MathContext(MOST_DIGITS)) : bare;
        return (cut ? "about " : "") + kept.toPlainString();
    }
}
