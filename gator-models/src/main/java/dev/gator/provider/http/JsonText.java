package dev.gator.provider.http;

import java.nio.charset.StandardCharsets;

/** Decodes strings whose escapes were already checked. */
final class JsonText {

    private JsonText() {}

    static String unescape(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plain = from;
        int i = from;
        while (i < to) {
            if (bytes[i] != '\\') {
                i++;
                continue;
            }
            append(text, bytes, plain, i);
            byte letter = bytes[i + 1];
            text.append(letter == 'u' ? unit(bytes, i + 2) : simple(letter));
            i += letter == 'u' ? 6 : 2;
            plain = i;
        }
        append(text, bytes, plain, to);
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] bytes, int from, int to) {
        if (to > from) {
            text.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private static char simple(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) letter;
        };
    }

    private static char unit(byte[] bytes, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value << 4 | Character.digit(bytes[i], 16);
        }
        return (char) value;
    }
}
