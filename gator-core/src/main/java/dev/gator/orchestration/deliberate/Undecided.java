package dev.gator.orchestration.deliberate;

/** What happens when no position has the share of votes that was asked for. Never silent: the reply carries a warning. */
public enum Undecided {
    /** Nothing wins; the typed call tells the positions, the chat call fails. */
    REPORT,
    /** The heaviest position is taken; of equals the one whose first voter was named first. */
    HEAVIEST,
    /** A judge chooses among the positions. */
    JUDGE
}
