package dev.gator.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PricingTest {

    @Test
    void costsAreExactToTheLastDigit() {
        Pricing pricing =
                Pricing.perMillion(Money.usd("0.15"), Money.usd("0.60")).build();

        assertEquals(Money.usd("0.00000075"), pricing.cost(Usage.reported(1, 1)));
        assertEquals(Money.usd("0.75"), pricing.cost(Usage.reported(1_000_000, 1_000_000)));
    }

    @Test
    void cachedTokensArePartOfTheInputAndPricedOnce() {
        Pricing pricing = Pricing.perMillion(Money.usd("3"), Money.usd("15"))
                .cache(Money.usd("0.30"), Money.usd("3.75"))
                .build();

        Usage usage = Usage.reported(1_000_000, 0).withCache(600_000, 100_000);

        assertEquals(Money.usd("1.455"), pricing.cost(usage)); // 0.3 M plain, 0.6 M read, 0.1 M written
    }

    @Test
    void audioHasItsOwnPriceAndReasoningThatOfOutput() {
        Pricing pricing = Pricing.perMillion(Money.usd("1"), Money.usd("2"))
                .audio(Money.usd("10"), Money.usd("20"))
                .build();

        Usage usage = Usage.reported(2_000_000, 3_000_000)
                .withMedia(1_000_000, 1_000_000, 0)
                .withReasoning(500_000);

        assertEquals(Money.usd("35"), pricing.cost(usage));
    }

    @Test
    void saysWhereThePriceComesFrom() {
        Pricing pricing = Pricing.perMillion(Money.usd("1"), Money.usd("2"))
                .source("https://prices.example")
                .asOf(LocalDate.of(2026, 11, 1))
                .build();

        assertEquals("$1/$2 per million tokens (https://prices.example, 2026-11-01)", pricing.toString());
    }

    @Test
    void freeIsZeroAndKnown() {
        assertEquals(Money.ZERO, Pricing.free().cost(Usage.reported(1_000, 1_000)));
    }

    @Test
    void usageAddsUpAndKeepsTheWorseOrigin() {
        Usage sum = Usage.reported(10, 2).withCache(4, 1).plus(Usage.estimated(5, 5));

        assertEquals(22, sum.total());
        assertEquals(4, sum.cachedRead());
        assertEquals(Usage.Origin.ESTIMATED, sum.origin());
        assertFalse(sum.plus(Usage.UNKNOWN).isKnown());
        assertTrue(sum.isKnown());
    }

    @Test
    void usageRefusesNegativeCounts() {
        assertThrows(GatorException.class, () -> Usage.reported(-1, 0));
    }

    @Test
    void equalSumsOfMoneyAreEqualHoweverWritten() {
        assertEquals(Money.usd("1.50"), Money.usd("1.5"));
        assertEquals(Money.usd("0.00"), Money.ZERO);
        assertEquals("$0.0042", Money.usd("0.00420").toString());
        assertEquals(Money.usd("0.3"), Money.usd("0.1").plus(Money.usd("0.2")));
        assertEquals(Money.usd("-0.1"), Money.usd("0.1").minus(Money.usd("0.2")));
        assertEquals(Money.usd("1"), Money.usd("0.25").times(4));
        assertTrue(Money.usd("0.1").compareTo(Money.usd("0.2")) < 0);
    }

    @Test
    void currenciesDoNotMix() {
        Money euro = new Money(BigDecimal.ONE, Currency.getInstance("EUR"));

        assertThrows(GatorException.class, () -> euro.plus(Money.ZERO));
        assertEquals("1 EUR", euro.toString());
    }
}
