package dev.gator.provider.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The member names that a reader knows, found by their bytes without making a string. Immutable; keep one in a constant.
 */
public final class Names {

    /** What {@link JsonScan#member} returns for a name that is not known. */
    public static final String OTHER = "";

    private final byte[][] keys;
    private final String[] names;
    private final int mask;

    private Names(String... known) {
        int size = Integer.highestOneBit(Math.max(4, known.length)) << 2;
        keys = new byte[size][];
        names = new String[size];
        mask = size - 1;
        for (String name : known) {
            put(name);
        }
    }

    /** Returns a set of names, all of ASCII characters. */
    public static Names of(String... known) {
        return new Names(known);
    }

    /** Returns the known name that the bytes spell, or {@link #OTHER}. */
    String find(byte[] bytes, int from, int to) {
        int at = hash(bytes, from, to) & mask;
        while (keys[at] != null) {
            byte[] key = keys[at];
            if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
                return names[at];
            }
            at = at + 1 & mask;
        }
        return OTHER;
    }

    /** Returns the known name that equals the text, or {@link #OTHER}. */
    String find(@Nullable String text) {
        for (String name : names) {
            if (name != null && name.equals(text)) {
                return name;
            }
        }
        return OTHER;
    }

    private void put(String name) {
        byte[] key = name.getBytes(StandardCharsets.US_ASCII);
        int at = hash(key, 0, key.length) & mask;
        while (keys[at] != null) {
            at = at + 1 & mask;
        }
        keys[at] = key;
        names[at] = name;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        return length * 31 + bytes[from] * 7 + bytes[to - 1] * 17 + bytes[from + length / 2] * 3;
    }
}
