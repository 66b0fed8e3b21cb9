package dev.gator.provider.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads how long a service asks to wait. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern STEP = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");

    private static final Pattern DELAY = Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,9}(?:\\.\\d{1,9})?)s\"");

    private RetryAfter() {}

    /** Finds the delay that Google's services put into the body of an error instead of a header. */
    static @Nullable Duration inBody(String body) {
        Matcher delay = DELAY.matcher(body);
        Duration wait = delay.find() ? number(delay.group(1), 1) : null;
        return wait == null ? null : bounded(wait);
    }

    static @Nullable Duration read(Headers headers, Instant now) {
        String millis = headers.get("retry-after-ms");
        Duration wait = millis == null ? null : number(millis, 1e-3);
        String standard = headers.get("Retry-After");
        if (wait == null && standard != null) {
            wait = number(standard, 1);
            wait = wait == null ? date(standard, now) : wait;
        }
        return wait == null ? ofExhausted(headers, now) : bounded(wait);
    }

    /** Takes the reset of each limit that has nothing left: OpenAI's and Groq's "6m0s", Anthropic's RFC 3339 time. */
    private static @Nullable Duration ofExhausted(Headers headers, Instant now) {
        Duration longest = null;
        for (String name : headers.names()) {
            String remaining = name.toLowerCase(Locale.ROOT);
            if (remaining.contains("ratelimit") && remaining.contains("remaining") && "0".equals(headers.get(name))) {
                String reset = headers.get(remaining.replace("remaining", "reset"));
                Duration wait = reset == null ? null : reset(reset, now);
                longest = wait != null && (longest == null || wait.compareTo(longest) > 0) ? wait : longest;
            }
        }
        return longest == null ? null : bounded(longest);
    }

    private static @Nullable Duration reset(String text, Instant now) {
        Duration wait = steps(text);
        if (wait == null) {
            Duration count = number(text, 1);
            wait = count == null ? date(text, now) : sinceEpoch(count, now);
        }
        return wait;
    }

    /** Small numbers are seconds to wait, large ones a time of day in seconds or milliseconds. */
    private static Duration sinceEpoch(Duration count, Instant now) {
        long seconds = count.toSeconds();
        if (seconds < 1_000_000_000L) {
            return count;
        }
        Instant time = seconds < 100_000_000_000L ? Instant.ofEpochSecond(seconds) : Instant.ofEpochMilli(seconds);
        return Duration.between(now, time);
    }

    private static @Nullable Duration steps(String text) {
        Matcher step = STEP.matcher(text);
        double seconds = 0;
        int end = 0;
        while (step.find() && step.start() == end) {
            double count = Double.parseDouble(step.group(1));
            seconds += count
                    * switch (step.group(2)) {
                        case "h" -> 3600;
                        case "m" -> 60;
                        case "ms" -> 1e-3;
                        default -> 1;
                    };
            end = step.end();
        }
        return end == 0 || end < text.length() ? null : seconds(seconds);
    }

    private static @Nullable Duration number(String text, double unit) {
        try {
            return seconds(Double.parseDouble(text.strip()) * unit);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration date(String text, Instant now) {
        DateTimeFormatter form =
                text.contains(",") ? DateTimeFormatter.RFC_1123_DATE_TIME : DateTimeFormatter.ISO_DATE_TIME;
        try {
            return Duration.between(now, ZonedDateTime.parse(text.strip(), form).toInstant());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Duration seconds(double seconds) {
        return Double.isFinite(seconds) ? Duration.ofMillis(Math.round(Math.min(seconds, 1e14) * 1000)) : null;
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
