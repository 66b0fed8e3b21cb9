package dev.gator.offline;

import java.util.List;

/** Picks between phrases: differently for different requests, always the same for one. */
record Dice(long seed) {

    static Dice of(String text, long salt) {
        long hash = 1125899906842597L ^ salt;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return new Dice(hash);
    }

    /** Returns a number from 0 to {@code bound} - 1 for that purpose. */
    int below(int bound, String purpose) {
        long mixed = (seed ^ purpose.hashCode()) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        return (int) Math.floorMod(mixed, (long) bound);
    }

    String pick(String purpose, List<String> phrases) {
        return phrases.get(below(phrases.size(), purpose));
    }
}
