package dev.gator.usage;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of money; never rounded while it is added up.
 *
 * @param amount how much
 * @param currency of what
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final Currency DOLLAR = Currency.getInstance("USD");

    /** No money, in US dollars. */
    public static final Money ZERO = usd("0");

    /** Returns US dollars, such as {@code usd("0.05")}. */
    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), DOLLAR);
    }

    /** Returns US dollars. */
    public static Money usd(BigDecimal amount) {
        return new Money(amount, DOLLAR);
    }

    /** Returns the sum. */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** Returns the difference. */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** Returns this amount times a count. */
    public Money times(long count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    /** Returns whether this is less than nothing. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Compares amounts of one currency. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** Returns whether the sums are the same, however many zeros end them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Money that && currency.equals(that.currency) && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode() * 31 + currency.hashCode();
    }

    /** Returns a readable form, such as {@code $0.0042}. */
    @Override
    public String toString() {
        String plain = amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        return currency.equals(DOLLAR) ? "$" + plain : plain + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new GatorException(CallError.BAD_ARGUMENT, "cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
