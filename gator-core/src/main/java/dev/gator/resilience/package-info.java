/**
 * Protections around models: retry, breaker, bulkhead, rate limit, hedge, balance, fallback. Each one is a model itself,
 * so they nest in any order, answer whole or as a stream, and keep the card of what they wrap.
 *
 * <p>A stream is tried again or handed to another model only until its first content is there; what a reader has seen
 * is never taken back. Waiting, deadlines and windows follow the clock of the call
 * ({@link dev.gator.call.CallContext#time()}), so tests turn the hands instead of sleeping.
 */
@NullMarked
package dev.gator.resilience;

import org.jspecify.annotations.NullMarked;
