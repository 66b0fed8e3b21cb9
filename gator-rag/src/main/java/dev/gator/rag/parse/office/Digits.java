package dev.gator.rag.parse.office;

/** Reads the small whole numbers of Office attributes. */
final class Digits {

    private Digits() {}

    /** Returns the number that up to eight digits make, or else {@code otherwise}. */
    static int of(String digits, int otherwise) {
        boolean readable =
                !digits.isEmpty() && digits.length() <= 8 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return readable ? Integer.parseInt(digits) : otherwise;
    }
}
