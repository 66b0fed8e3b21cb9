package dev.gator.rag.ground;

/**
 * A number or a date that a sentence states.
 *
 * @param date whether it is a date, whose value reads {@code year-month-day} with {@code *} for what is not said
 * @param value the number, spelled one way
 * @param unit what it counts, as a stem or a sign; empty if that is not said
 * @param before the stem of the last word before it that means something, such as {@code open} in "opens at 9:00"
 * @param shown how it is written, unit included
 * @param start where it stands in the sentence
 * @param end where it ends, exclusive
 */
record Figure(boolean date, String value, String unit, String before, String shown, int start, int end) {

    /** Returns whether the other one says at least what this one says. */
    boolean isSaidBy(Figure other) {
        if (date != other.date) {
            return false;
        }
        return date ? dateIsSaidBy(other) : value.equals(other.value) && unitsAgree(other);
    }

    /** Returns whether both count the same thing and differ. */
    boolean contradicts(Figure other) {
        if (date != other.date) {
            return false;
        }
        if (!date) {
            boolean same = unit.equals(other.unit) && (!unit.isEmpty() || follows(other));
            return same && !value.equals(other.value);
        }
        String[] mine = value.split("-", -1);
        String[] others = other.value.split("-", -1);
        for (int i = 0; i < mine.length; i++) {
            if (!mine[i].equals("*") && !others[i].equals("*") && !mine[i].equals(others[i])) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the same word stands before both. */
    boolean follows(Figure other) {
        return !before.isEmpty() && before.equals(other.before);
    }

    private boolean unitsAgree(Figure other) {
        boolean signs = isSign(unit) || isSign(other.unit);
        return !signs || unit.isEmpty() || other.unit.isEmpty() || unit.equals(other.unit);
    }

    private static boolean isSign(String unit) {
        return unit.length() == 1 && !Character.isLetter(unit.charAt(0));
    }

    private boolean dateIsSaidBy(Figure other) {
        String[] mine = value.split("-", -1);
        String[] others = other.value.split("-", -1);
        for (int i = 0; i < mine.length; i++) {
            if (!mine[i].equals("*") && !mine[i].equals(others[i])) {
                return false;
            }
        }
        return true;
    }
}
