package dev.gator.media;

import dev.gator.error.Require;
import dev.gator.usage.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a media model costs, with the source and date of that knowledge.
 *
 * @param amount for one unit
 * @param unit of what
 * @param source where the price was read
 * @param readOn when, or null if unknown
 */
public record MediaPrice(Money amount, Unit unit, String source, @Nullable LocalDate readOn) {

    /** What is paid for. */
    public enum Unit {
        /** A call, whatever it makes. */
        CALL,
        /** A picture. */
        IMAGE,
        /** A second of sound or film. */
        SECOND,
        /** A thousand characters of text. */
        THOUSAND_CHARACTERS
    }

    /** Checks the facts. */
    public MediaPrice {
        Require.that(!amount.isNegative(), "price is negative: " + amount);
        Require.text("source of the price", source);
    }

    /** Returns when the price was read. */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(readOn);
    }

    /** Returns what that many units cost. */
    public Money cost(double units) {
        Require.that(units >= 0 && Double.isFinite(units), "units are " + units);
        return new Money(amount.amount().multiply(BigDecimal.valueOf(units)), amount.currency());
    }
}
