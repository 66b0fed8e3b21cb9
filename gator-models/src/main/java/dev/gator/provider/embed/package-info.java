/**
 * What remote embedding providers have in common: vectors that come as lists of numbers.
 *
 * <p>A {@link dev.gator.provider.embed.NumberRows} reads them, and refuses an answer that does not hold one vector for each
 * text.
 */
@NullMarked
package dev.gator.provider.embed;

import org.jspecify.annotations.NullMarked;
