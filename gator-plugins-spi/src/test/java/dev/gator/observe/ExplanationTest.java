package dev.gator.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void totalsAddUpOverTheTree() {
        Explanation tree = node(Usage.NONE, Optional.empty(), List.of(priced("0.01"), priced("0.02")));

        assertEquals(20, tree.totalUsage().total());
        assertEquals(Optional.of(Money.usd("0.03")), tree.totalCost());
    }

    @Test
    void oneUnknownPriceMakesTheTotalUnknown() {
        Explanation unpriced = node(Usage.reported(5, 5), Optional.empty(), List.of());

        assertEquals(
                Optional.empty(),
                node(Usage.NONE, Optional.empty(), List.of(priced("1"), unpriced))
                        .totalCost());
    }

    @Test
    void combiningWithNobodyChangesNothing() {
        Observer some = event -> {};

        assertSame(some, some.and(Observer.none()));
        assertSame(some, Observer.none().and(some));
    }

    private static Explanation priced(String dollars) {
        return node(Usage.reported(5, 5), Optional.of(Money.usd(dollars)), List.of());
    }

    private static Explanation node(Usage usage, Optional<Money> cost, List<Explanation> children) {
        return new Explanation(
                SpanKind.CHAT,
                "n",
                Instant.EPOCH,
                Duration.ofMillis(1),
                Outcome.OK,
                Optional.empty(),
                List.of(new Explanation.Fact("vote", "yes")),
                usage,
                cost,
                children);
    }
}
