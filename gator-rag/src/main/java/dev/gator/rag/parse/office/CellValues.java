package dev.gator.rag.parse.office;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Writes the values of cells as people read them: days as ISO 8601, numbers without the noise of binary fractions. */
final class CellValues {

    private static final int DIGITS = 20;
    private static final long LAST_DAY = 2_958_465;
    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

    private final SharedStrings strings;
    private final CellFormats formats;
    private final boolean since1904;

    CellValues(SharedStrings strings, CellFormats formats, boolean since1904) {
        this.strings = strings;
        this.formats = formats;
        this.since1904 = since1904;
    }

    /** Returns the words of a cell of a type as the file names it. */
    String text(String type, int style, String value) {
        return switch (type) {
            case "s" -> strings.get(Digits.of(value, -1));
            case "b" -> value.equals("1") ? "true" : "false";
            case "str", "inlineStr", "d" -> value;
            case "e" -> "";
            default -> number(style, value);
        };
    }

    private String number(int style, String value) {
        try {
            double number = Double.parseDouble(value);
            if (formats.isDate(style) && number >= 0 && number < LAST_DAY) {
                return date(number);
            }
            return plain(number, value);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private String date(double days) {
        LocalDateTime epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
        long seconds = Math.round(days * 86_400);
        LocalDateTime when = epoch.plus(seconds, ChronoUnit.SECONDS);
        if (days < 1 && !since1904) {
            return when.toLocalTime().toString();
        }
        boolean midnight = seconds % 86_400 == 0;
        return midnight ? when.toLocalDate().toString() : when.toString();
    }

    private static String plain(double number, String written) {
        if (!Double.isFinite(number)) {
            return "";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        boolean unwieldy = Math.abs(exact.scale()) > DIGITS;
        return unwieldy ? written : exact.toPlainString();
    }
}
