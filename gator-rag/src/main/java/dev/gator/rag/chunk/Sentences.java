package dev.gator.rag.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds sentences by their places. One scan for all scripts, linear in the length of the text: Latin full stops,
 * Devanagari dandas, the full stops of Chinese and Japanese, and empty lines end a sentence.
 *
 * <p>Rules of our own instead of {@link java.text.BreakIterator}, because its rules change with the JDK, and with them
 * every piece that was cut and embedded before.
 */
final class Sentences {

    private static final String STOPS = ".!?\u2026";
    private static final String WIDE_STOPS = "\u3002\uff01\uff1f\uff61\u0964\u0965";
    private static final String CLOSERS = "\"')]}\u2019\u201d\u00bb\u300d\u300f\uff09\u3011";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "jr", "vs", "etc", "cf", "fig", "inc", "ltd", "approx", "sr", "sra",
            "srta", "ud", "uds", "pág", "núm", "mme", "mlle", "env", "hr", "fr", "nr", "bzw", "usw", "ca", "vgl",
            "evtl", "inkl", "tel", "str", "abs", "art", "vol", "dept", "gov", "gen", "rev", "हा", "डॉ", "श्री");

    private final String text;
    private final int end;
    private final List<Extent> found = new ArrayList<>();
    private int at;
    private int begin;

    private Sentences(String text, Extent where) {
        this.text = text;
        this.at = where.start();
        this.begin = where.start();
        this.end = where.end();
    }

    /** Returns the sentences of a text in order, without the white space around them. */
    static List<Extent> in(String text) {
        return in(text, new Extent(0, text.length()));
    }

    static List<Extent> in(String text, Extent where) {
        Sentences scan = new Sentences(text, where);
        scan.run();
        return scan.found;
    }

    private void run() {
        while (at < end) {
            char sign = text.charAt(at);
            if (sign == '\n' && isEmptyLineAhead()) {
                close(at);
                at++;
            } else if (WIDE_STOPS.indexOf(sign) >= 0) {
                close(afterStops(at));
            } else if (STOPS.indexOf(sign) >= 0) {
                int after = afterStops(at);
                boolean ends = endsSentence(at, after);
                at = after;
                if (ends) {
                    close(after);
                }
            } else {
                at++;
            }
        }
        close(end);
    }

    private void close(int to) {
        Extent sentence = new Extent(begin, to).trimmed(text);
        if (!sentence.isEmpty()) {
            found.add(sentence);
        }
        begin = to;
        at = Math.max(at, to);
    }

    private boolean isEmptyLineAhead() {
        int next = at + 1;
        while (next < end && text.charAt(next) != '\n' && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < end && text.charAt(next) == '\n';
    }

    private int afterStops(int from) {
        int next = from;
        while (next < end && (isStop(text.charAt(next)) || CLOSERS.indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        return next;
    }

    private static boolean isStop(char sign) {
        return STOPS.indexOf(sign) >= 0 || WIDE_STOPS.indexOf(sign) >= 0;
    }

    private boolean endsSentence(int stop, int after) {
        if (after < end && !Character.isWhitespace(text.charAt(after))) {
            return false;
        }
        int next = after;
        while (next < end && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < end && Character.isLowerCase(text.charAt(next))) {
            return false; // "Stop!" he said; etc. and more
        }
        boolean singleDot = text.charAt(stop) == '.' && after == stop + 1;
        return !singleDot || !isShortened(stop);
    }

    /** Tells whether the word before a dot is shortened, an initial, or the number of an item in a list. */
    private boolean isShortened(int dot) {
        int from = dot;
        while (from > begin && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, dot);
        if (word.isEmpty()) {
            return false;
        }
        if (word.chars().allMatch(Character::isDigit)) {
            return new Extent(begin, from).trimmed(text).isEmpty() && word.length() <= 2;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        boolean dotted = word.length() == 1 && from > begin && text.charAt(from - 1) == '.';
        return initial || dotted || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
