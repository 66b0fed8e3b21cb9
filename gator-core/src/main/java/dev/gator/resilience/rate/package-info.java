/**
 * How much may happen in how much time: requests and tokens, in several windows at once, counted for each key.
 *
 * <p>A {@link dev.gator.resilience.rate.RateLimiter} decides about one process; another implementation may keep its counts
 * in a database or a cache server that several processes share. Applications may also ask it themselves and put
 * {@link dev.gator.resilience.rate.RateDecision#headers()} into their answers.
 */
@NullMarked
package dev.gator.resilience.rate;

import org.jspecify.annotations.NullMarked;
