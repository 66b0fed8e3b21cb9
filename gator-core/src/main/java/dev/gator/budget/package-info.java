/**
 * Limits on money, tokens, calls and working time, kept before the spending and not after.
 *
 * <p>A {@link dev.gator.budget.Budget} is a {@link dev.gator.call.Spending}: put it into a call's context and every model
 * below, however deep a strategy nests it, reserves from it before a byte leaves and settles when the answer is there.
 */
@NullMarked
package dev.gator.budget;

import org.jspecify.annotations.NullMarked;
