package dev.gator.orchestration.deliberate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A debate and how it ended.
 *
 * @param framing what the moderator said
 * @param turns the speeches in order
 * @param converged whether both sides meant the same in the end
 * @param pro the share of the verdict for pro, judge and audience blended, 0 to 1
 * @param judgedPro the judge's share for pro alone
 * @param audience how the audience voted, if there was one
 * @param audienceWeight how much the audience counted
 * @param reasons what the judge said about each side
 */
public record DebateResult(
        String framing,
        List<Turn> turns,
        boolean converged,
        double pro,
        double judgedPro,
        Optional<AudienceVote> audience,
        double audienceWeight,
        List<String> reasons) {

    private static final double DRAW = 0.01;

    /** Copies the lists. */
    public DebateResult {
        turns = List.copyOf(turns);
        reasons = List.copyOf(reasons);
    }

    /** A side of the debate. */
    public enum Side {
        /** For the motion. */
        PRO,
        /** Against it. */
        CON;

        String task() {
            return this == PRO ? "PRO, in favour" : "CON, against";
        }
    }

    /**
     * One speech.
     *
     * @param round from 1
     * @param side who spoke
     * @param speech the words
     */
    public record Turn(int round, Side side, String speech) {}

    /** Returns who won, or empty for a draw. */
    public Optional<Side> winner() {
        if (Math.abs(pro - 0.5) < DRAW) {
            return Optional.empty();
        }
        return Optional.of(pro > 0.5 ? Side.PRO : Side.CON);
    }

    /** Returns how many rounds were held. */
    public int rounds() {
        return turns.isEmpty() ? 0 : turns.get(turns.size() - 1).round();
    }

    /** Returns one line that quotes nothing, such as {@code pro wins 0.63 to 0.37 after 2 rounds (judge 0.60, ...)}. */
    public String summary() {
        String who = winner().map(side -> side.name().toLowerCase(Locale.ROOT) + " wins")
                .orElse("a draw");
        String crowd = audience.filter(vote -> audienceWeight > 0)
                .map(vote -> String.format(Locale.ROOT, ", audience %.2f weighing %.2f", vote.share(), audienceWeight))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%s %.2f to %.2f after %d rounds%s (judge %.2f%s)",
                who,
                Math.max(pro, 1 - pro),
                Math.min(pro, 1 - pro),
                rounds(),
                converged ? ", converged" : "",
                judgedPro,
                crowd);
    }
}
