package dev.gator.offline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates as people write them. */
final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
            + "|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])\\b");
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? " + MONTH + ",? (\\d{4})\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?i)\\b(?:(?:next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|today|tonight"
                    + "|next (?:week|month|year)|\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH + "|" + MONTH
                    + " \\d{1,2}(?:st|nd|rd|th)?\\b|(?-i:" + MONTH + ")\\b)");

    private Dates() {}

    /** Returns the first full date, as {@code 2026-05-03}. */
    static Optional<String> iso(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            return Optional.of(iso.group());
        }
        Matcher day = DAY_FIRST.matcher(text);
        if (day.find()) {
            return of(day.group(3), day.group(2), day.group(1));
        }
        Matcher month = MONTH_FIRST.matcher(text);
        return month.find() ? of(month.group(3), month.group(1), month.group(2)) : Optional.empty();
    }

    /** Returns the first full date, else a day or month as it was said. */
    static Optional<String> spoken(String text) {
        Matcher said = SPOKEN.matcher(text);
        return iso(text).or(() -> said.find() ? Optional.of(said.group()) : Optional.empty());
    }

    private static Optional<String> of(String year, String month, String day) {
        int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        int days = Integer.parseInt(day);
        return days >= 1 && days <= 28 + 3 * (number == 2 ? 0 : 1)
                ? Optional.of(String.format(Locale.ROOT, "%s-%02d-%02d", year, number, days))
                : Optional.empty();
    }
}
