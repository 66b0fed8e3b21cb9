package dev.gator.tck.wire;

import dev.gator.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces secrets by {@code ***}: by the names of headers and query parameters that hold them, and by value wherever
 * such a value shows up again, since services like to quote a wrong key in their error message. Immutable.
 */
final class Scrubber {

    private static final String MASK = "***";
    private static final int SHORTEST_LEARNED = 6;
    private static final Set<String> SECRET_HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "x-api-key",
            "api-key",
            "x-goog-api-key",
            "xi-api-key",
            "ocp-apim-subscription-key",
            "x-auth-token",
            "x-amz-security-token",
            "cookie",
            "set-cookie");
    private static final Pattern SECRET_QUERY =
            Pattern.compile("(?i)(?<=[?&](?:key|api[_-]?key|token|access_token|signature|sig|x-goog-api-key)=)[^&#]+");

    private final Set<String> values;

    private Scrubber(Set<String> values) {
        this.values = values;
    }

    static Scrubber of(Secret... secrets) {
        return new Scrubber(forms(Arrays.stream(secrets).map(Secret::reveal)));
    }

    /** Returns a scrubber that also knows the secrets which this request carries. */
    Scrubber learning(RecordedRequest request) {
        List<String> found = new ArrayList<>();
        for (WireHeaders.Line line : request.headers()) {
            if (isSecret(line.name())) {
                found.add(line.value().substring(line.value().lastIndexOf(' ') + 1));
            }
        }
        SECRET_QUERY.matcher(request.target()).results().forEach(match -> found.add(match.group()));
        Stream<String> learned = found.stream().filter(value -> value.length() >= SHORTEST_LEARNED);
        return new Scrubber(forms(Stream.concat(values.stream(), learned)));
    }

    String text(String text) {
        String clean = text;
        for (String value : values) {
            clean = clean.replace(value, MASK);
        }
        return clean;
    }

    String target(String target) {
        return text(SECRET_QUERY.matcher(target).replaceAll(MASK));
    }

    WireHeaders headers(WireHeaders headers) {
        return new WireHeaders(headers.lines().stream()
                .map(line -> new WireHeaders.Line(line.name(), isSecret(line.name()) ? MASK : text(line.value())))
                .toList());
    }

    byte[] body(byte[] body) {
        return chunks(List.of(body)).get(0);
    }

    /** Masks secrets also where they lie across the border of two chunks; the mask goes into the first of them. */
    List<byte[]> chunks(List<byte[]> chunks) {
        List<byte[]> clean = chunks;
        for (String value : values) {
            clean = without(value.getBytes(StandardCharsets.UTF_8), clean);
        }
        return clean;
    }

    private static List<byte[]> without(byte[] secret, List<byte[]> chunks) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        chunks.forEach(joined::writeBytes);
        byte[] all = joined.toByteArray();
        List<byte[]> clean = new ArrayList<>();
        int at = 0;
        int hidden = 0;
        for (byte[] chunk : chunks) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            for (int end = at + chunk.length; at < end; at++) {
                if (hidden == 0 && startsAt(all, at, secret)) {
                    kept.writeBytes(MASK.getBytes(StandardCharsets.US_ASCII));
                    hidden = secret.length;
                }
                if (hidden > 0) {
                    hidden--;
                } else {
                    kept.write(all[at]);
                }
            }
            clean.add(kept.toByteArray());
        }
        return clean;
    }

    private static boolean startsAt(byte[] all, int at, byte[] wanted) {
        return all.length - at >= wanted.length && Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean isSecret(String header) {
        return SECRET_HEADERS.contains(header.toLowerCase(Locale.ROOT));
    }

    private static Set<String> forms(Stream<String> values) {
        Set<String> forms = new TreeSet<>(
                (a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(b.length(), a.length()));
        values.forEach(value -> {
            forms.add(value);
            forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        return forms;
    }
}
