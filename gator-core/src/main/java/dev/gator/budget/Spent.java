package dev.gator.budget;

import dev.gator.usage.Money;
import java.time.Duration;

/**
 * What a budget has given out, within its current window.
 *
 * @param money settled; models of unknown price are not in it
 * @param reserved set aside for calls that are under way
 * @param tokens settled
 * @param calls settled
 * @param time settled
 * @param unpricedCalls settled calls whose price is unknown
 */
public record Spent(Money money, Money reserved, long tokens, long calls, Duration time, long unpricedCalls) {}
