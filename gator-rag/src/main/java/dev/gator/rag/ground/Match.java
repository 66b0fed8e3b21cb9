package dev.gator.rag.ground;

/**
 * How well some neighbouring sentences of a source back a sentence.
 *
 * @param quote the sentences of the source
 * @param sentences how many they are
 * @param score how much of the sentence they say, 0 to 1
 * @param missing the figure or name that they do not hold, or an empty text
 * @param subject whether what the sentence is about occurs in the source
 * @param denied whether they say the opposite
 * @param support whether they back it
 */
record Match(
        Quote quote, int sentences, double score, String missing, boolean subject, boolean denied, boolean support) {

    /** Returns a copy that backs the sentence because it means the same in other words. */
    Match meantAlike(double likeness) {
        return new Match(quote, sentences, Math.max(score, likeness), missing, subject, denied, true);
    }

    /** Returns whether only the words differ too much. */
    boolean isOnlyWords() {
        return !support && missing.isEmpty() && !denied;
    }

    /** Returns why they do not back it. */
    String objection() {
        if (denied) {
            return "it says the opposite";
        }
        if (!subject) {
            return "what it is about is not there";
        }
        return missing.isEmpty()
                ? "only " + Math.round(100 * score) + " % of the words are there"
                : missing + " is not there";
    }
}
