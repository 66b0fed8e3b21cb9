package dev.gator.provider.http;

import java.util.List;
import java.util.regex.Pattern;

/** Takes keys, and pieces of keys, out of what a service said, before it becomes part of a message. */
final class Redactor {

    /** So many characters of a key in a row are taken for the key. */
    private static final int PIECE = 6;

    private static final int LONGEST = 400;
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)\\b(?:sk|gsk|xai|pk|rk|hf|r8|nvapi|AIza)[-_]?[A-Za-z0-9_*-]{16,}|bearer\\s+[^\\s\"']+");

    private final List<String> keys;

    Redactor(List<String> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Returns the text on one line, shortened, without keys. */
    String clean(String text) {
        String line = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        for (String key : keys) {
            line = without(key, line);
        }
        line = FOREIGN.matcher(line)
                .replaceAll("***")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String without(String key, String text) {
        if (key.length() < PIECE) {
            return text.replace(key, "***");
        }
        StringBuilder clean = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int length = sharedWith(key, text, i);
            if (length >= PIECE) {
                clean.append("***");
                i += length;
            } else {
                clean.append(text.charAt(i++));
            }
        }
        return clean.toString();
    }

    private static int sharedWith(String key, String text, int from) {
        int longest = 0;
        for (int start = 0; start + PIECE <= key.length(); start++) {
            int length = 0;
            while (start + length < key.length()
                    && from + length < text.length()
                    && key.charAt(start + length) == text.charAt(from + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
