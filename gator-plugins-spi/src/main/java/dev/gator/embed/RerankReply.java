package dev.gator.embed;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;

/**
 * Candidates by how well they answer, best first.
 *
 * @param ranked the best candidates
 * @param model who judged
 * @param usage the tokens consumed
 * @param cost what that costs, if the price is known
 */
public record RerankReply(List<Ranked> ranked, String model, Usage usage, Optional<Money> cost) {

    /** Copies the ranking. */
    public RerankReply {
        ranked = List.copyOf(ranked);
    }

    /**
     * One candidate.
     *
     * @param index its place in the request
     * @param score how well it answers, 0 to 1
     */
    public record Ranked(int index, double score) {}
}
