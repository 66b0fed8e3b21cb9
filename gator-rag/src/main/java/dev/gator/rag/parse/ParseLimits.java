package dev.gator.rag.parse;

import dev.gator.error.Require;

/**
 * How much of a stranger's file is read at most. Time is limited by the call: give it a deadline.
 *
 * @param bytes the most bytes of a file, and the most bytes that are unpacked from it
 * @param characters the most characters of the document
 * @param entries the most files inside an archive
 * @param ratio how many times larger unpacked content may be than packed
 * @param depth how deep elements may be nested
 * @param pages the most pages, slides or sheets
 */
public record ParseLimits(long bytes, int characters, int entries, int ratio, int depth, int pages) {

    private static final ParseLimits STANDARD = new ParseLimits(256L << 20, 20_000_000, 10_000, 200, 500, 10_000);

    /** Checks that each limit allows something. */
    public ParseLimits {
        Require.that(bytes > 0, "limit bytes is " + bytes);
        Require.range("limit characters", characters, 1, 500_000_000);
        Require.range("limit entries", entries, 1, 10_000_000);
        Require.range("limit ratio", ratio, 1, 100_000);
        Require.range("limit depth", depth, 1, 5_000);
        Require.range("limit pages", pages, 1, 10_000_000);
    }

    /** Returns limits that let ordinary documents pass in a heap of 256 MB. */
    public static ParseLimits standard() {
        return STANDARD;
    }

    /** Returns a copy that allows so many bytes. */
    public ParseLimits withBytes(long most) {
        return new ParseLimits(most, characters, entries, ratio, depth, pages);
    }

    /** Returns a copy that allows so many characters. */
    public ParseLimits withCharacters(int most) {
        return new ParseLimits(bytes, most, entries, ratio, depth, pages);
    }

    /** Returns a copy that allows so many files inside an archive. */
    public ParseLimits withEntries(int most) {
        return new ParseLimits(bytes, characters, most, ratio, depth, pages);
    }

    /** Returns a copy that allows unpacked content to be so many times larger than packed. */
    public ParseLimits withRatio(int most) {
        return new ParseLimits(bytes, characters, entries, most, depth, pages);
    }

    /** Returns a copy that allows elements to be nested so deep. */
    public ParseLimits withDepth(int most) {
        return new ParseLimits(bytes, characters, entries, ratio, most, pages);
    }

    /** Returns a copy that allows so many pages. */
    public ParseLimits withPages(int most) {
        return new ParseLimits(bytes, characters, entries, ratio, depth, most);
    }
}
