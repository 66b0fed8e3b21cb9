package dev.gator.orchestration.deliberate;

import dev.gator.chat.ChatReply;
import dev.gator.error.GatorException;
import dev.gator.orchestration.engine.OrchestrationError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a vote went.
 *
 * @param outcome whether there is an answer, and by which right
 * @param positions what was answered, the heaviest first
 * @param failed voters that gave no usable answer
 * @param unheard voters that were cancelled because they could not change the outcome any more
 * @param comparedBy how answers were compared
 * @param reason one sentence about how the outcome came about
 */
public record Verdict(
        Outcome outcome,
        List<Position> positions,
        List<FailedVoter> failed,
        List<String> unheard,
        String comparedBy,
        String reason) {

    /** Copies the lists. */
    public Verdict {
        positions = List.copyOf(positions);
        failed = List.copyOf(failed);
        unheard = List.copyOf(unheard);
    }

    /** By which right the first position is the answer. */
    public enum Outcome {
        /** It has the share of the votes that was asked for. */
        AGREED,
        /** It has not, but the rule for undecided votes chose it. */
        DECIDED,
        /** The heaviest positions weigh the same, and no rule chose. */
        TIED,
        /** No position has the share that was asked for, and no rule chose. */
        DISAGREED
    }

    /** Returns the answer, if there is one. */
    public Optional<ChatReply> answer() {
        boolean decided = outcome == Outcome.AGREED || outcome == Outcome.DECIDED;
        return decided ? Optional.of(positions.get(0).reply()) : Optional.empty();
    }

    /** Returns the share of the votes cast that the first position has, 0 to 1. */
    public double agreement() {
        return positions.get(0).share();
    }

    /** Returns the positions that did not win: all of them when nothing won. */
    public List<Position> dissent() {
        return answer().isPresent() ? positions.subList(1, positions.size()) : positions;
    }

    /** Returns how many votes were cast. */
    public int votes() {
        return positions.stream().mapToInt(position -> position.voters().size()).sum();
    }

    /**
     * Returns the answer.
     *
     * @throws GatorException with {@link OrchestrationError#NO_AGREEMENT} if there is none
     */
    public ChatReply orThrow() {
        return answer().orElseThrow(() -> new GatorException(OrchestrationError.NO_AGREEMENT, this + ": " + reason));
    }

    /** Returns one line for people that quotes nothing, such as {@code agreed, agreement 0.75 (3 of 4)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, agreement %.2f (%d of %d)",
                outcome.name().toLowerCase(Locale.ROOT),
                agreement(),
                positions.get(0).voters().size(),
                votes());
    }
}
