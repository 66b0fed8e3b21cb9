package dev.gator.rag.ground;

import dev.gator.rag.retrieve.Evidence;
import java.util.List;
import java.util.Locale;

/**
 * What the sources say about a claim. It reports; whether the claim is true, and whether the sources are right, is for
 * people to judge.
 *
 * @param claim what was claimed
 * @param stance what the sources say, in one word
 * @param supporting the places that say it, best first
 * @param contradicting the places that say otherwise
 * @param evidence what was looked at, best first
 */
public record ClaimReport(
        String claim, Stance stance, List<Support> supporting, List<Objection> contradicting, List<Evidence> evidence) {

    /**
     * A place that says the claim.
     *
     * @param quote the place
     * @param score how much of the claim it says, 0 to 1
     */
    public record Support(Quote quote, double score) {}

    /**
     * A place that says otherwise.
     *
     * @param quote the place
     * @param kind what it disagrees about
     * @param why what was compared, such as {@code 25 days against 30 days}
     */
    public record Objection(Quote quote, Contradiction.Kind kind, String why) {}

    /** Copies the lists. */
    public ClaimReport {
        supporting = List.copyOf(supporting);
        contradicting = List.copyOf(contradicting);
        evidence = List.copyOf(evidence);
    }

    /** Returns the claim, the stance and every place behind it, for people to read. */
    @Override
    public String toString() {
        String stands = stance.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        StringBuilder shown =
                new StringBuilder(claim + "\n" + stands + " in " + evidence.size() + " pieces of evidence");
        supporting.forEach(found -> shown.append("\n+ ").append(shown(found.quote())));
        contradicting.forEach(found -> shown.append("\n- ")
                .append(shown(found.quote()))
                .append(" (")
                .append(found.why())
                .append(')'));
        return shown.toString();
    }

    private static String shown(Quote quote) {
        return Plain.line(quote.place()) + ": \"" + Plain.line(quote.text()) + "\"";
    }
}
