package dev.gator.json;

import java.util.regex.PatternSyntaxException;

/** Searches with a regular expression from elsewhere; neither expression nor text can make it run away. */
final class PatternSearch {

    private static final int MAX_REGEX = 1_000;
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_STEPS = 1_000_000;

    /** How a search ended. */
    enum Result {
        FOUND,
        NOT_FOUND,
        GAVE_UP
    }

    private PatternSearch() {}

    static Result search(String regex, String text) {
        if (text.length() > MAX_TEXT) {
            return Result.GAVE_UP;
        }
        if (regex.length() > MAX_REGEX) {
            return Result.FOUND;
        }
        try {
            boolean found = java.util.regex.Pattern.compile(regex)
                    .matcher(new Metered(text))
                    .find();
            return found ? Result.FOUND : Result.NOT_FOUND;
        } catch (PatternSyntaxException e) {
            return Result.FOUND; // another dialect; what cannot be checked is not held against the document
        } catch (Exhausted | StackOverflowError e) { // the engine recurses on some expressions
            return Result.GAVE_UP;
        }
    }

    private static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Metered implements CharSequence {

        private final String text;
        private int steps;

        Metered(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
