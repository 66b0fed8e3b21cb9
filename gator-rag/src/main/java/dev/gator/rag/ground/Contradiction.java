package dev.gator.rag.ground;

/**
 * Two sources that do not agree on the same subject.
 *
 * @param kind what they disagree about
 * @param left what one says
 * @param right what the other says
 * @param why what was compared, such as {@code 25 days against 30 days}
 */
public record Contradiction(Kind kind, Quote left, Quote right, String why) {

    /** What sources disagree about. */
    public enum Kind {
        /** A number of the same thing. */
        NUMBER,
        /** A date. */
        DATE,
        /** Whether something is so. */
        NEGATION,
        /** Something that only a judging model saw. */
        MEANING
    }

    /** Returns both quotations and what was compared. */
    @Override
    public String toString() {
        return left.place() + ": \"" + Plain.line(left.text()) + "\" against " + right.place() + ": \""
                + Plain.line(right.text()) + "\" (" + why + ")";
    }
}
