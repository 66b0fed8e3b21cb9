package dev.gator.rag.parse.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads moments as feeds write them: RFC 822 with all its liberties, RFC 3339, or only a day. */
final class FeedDate {

    private static final int LONGEST = 64;

    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9},?\\s+(?=\\d)");
    private static final Pattern ZONE = Pattern.compile("\\s(?:UTC|UT|GMT|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT)$");
    private static final Map<String, String> OFFSETS = Map.of(
            "EST", "-0500", "EDT", "-0400", "CST", "-0600", "CDT", "-0500", "MST", "-0700", "MDT", "-0600", "PST",
            "-0800", "PDT", "-0700");

    private static final DateTimeFormatter MAIL = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM ")
            .appendPattern("[uuuu][uu] H:mm[:ss] xx")
            .toFormatter(Locale.ENGLISH);

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> OffsetDateTime.parse(mail(text), MAIL).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    private FeedDate() {}

    static Optional<Instant> read(String written) {
        String text = written.strip();
        return text.length() > LONGEST
                ? Optional.empty()
                : FORMS.stream().flatMap(form -> tried(form, text).stream()).findFirst();
    }

    private static String mail(String text) {
        String bare = WEEKDAY.matcher(text).replaceFirst("");
        Matcher zone = ZONE.matcher(bare);
        String offset = zone.find() ? " " + OFFSETS.getOrDefault(zone.group().strip(), "+0000") : "";
        return offset.isEmpty() ? bare : bare.substring(0, zone.start()) + offset;
    }

    private static Optional<Instant> tried(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
