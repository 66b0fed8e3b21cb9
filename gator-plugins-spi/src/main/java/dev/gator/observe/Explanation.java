package dev.gator.observe;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a reply is what it is: the tree of decisions, calls, votes, costs and times behind it.
 *
 * @param kind what this node did
 * @param name its short name, such as a model id or {@code consensus}
 * @param started when it began
 * @param took how long it lasted
 * @param outcome how it ended
 * @param error the stable error code, if it failed
 * @param facts what it told, in order
 * @param usage what it consumed itself
 * @param cost what that costs, if the price is known
 * @param children what it caused, in the order it began
 */
public record Explanation(
        SpanKind kind,
        String name,
        Instant started,
        Duration took,
        Outcome outcome,
        Optional<String> error,
        List<Fact> facts,
        Usage usage,
        Optional<Money> cost,
        List<Explanation> children) {

    /** Copies the lists. */
    public Explanation {
        facts = List.copyOf(facts);
        children = List.copyOf(children);
    }

    /** Returns what this node and everything below it consumed. */
    public Usage totalUsage() {
        return children.stream().map(Explanation::totalUsage).reduce(usage, Usage::plus);
    }

    /** Returns what this node and everything below it cost; empty if any price below is unknown and tokens flowed. */
    public Optional<Money> totalCost() {
        Optional<Money> total = usage.total() == 0 && cost.isEmpty() ? Optional.of(Money.ZERO) : cost;
        for (Explanation child : children) {
            Optional<Money> sum = child.totalCost();
            total = total.flatMap(soFar -> sum.map(soFar::plus));
        }
        return total;
    }

    /**
     * One thing a node told.
     *
     * @param name what
     * @param value the fact
     */
    public record Fact(String name, String value) {}
}
