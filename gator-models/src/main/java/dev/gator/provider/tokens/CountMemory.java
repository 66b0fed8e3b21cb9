package dev.gator.provider.tokens;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers counts, since a conversation is counted again with every turn. Bounded by the characters that it holds; what was
 * not asked for the longest is forgotten first. Thread-safe.
 */
final class CountMemory {

    /** Shorter texts are counted as quickly as they are found. */
    private static final int SHORTEST = 64;

    private static final int LONGEST = 1 << 18;
    private static final int ALL = 1 << 20;

    private final Map<String, Integer> counts = new LinkedHashMap<>(64, 0.75f, true);
    private int held;

    int get(String text, ToIntFunction<String> count) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return count.applyAsInt(text);
        }
        Integer known = find(text);
        if (known != null) {
            return known;
        }
        int counted = count.applyAsInt(text);
        keep(text, counted);
        return counted;
    }

    synchronized int held() {
        return held;
    }

    private synchronized @Nullable Integer find(String text) {
        return counts.get(text);
    }

    private synchronized void keep(String text, int count) {
        if (counts.put(text, count) == null) {
            held += text.length();
        }
        for (Iterator<String> oldest = counts.keySet().iterator(); held > ALL && oldest.hasNext(); ) {
            held -= oldest.next().length();
            oldest.remove();
        }
    }
}
