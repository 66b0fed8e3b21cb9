/**
 * What travels with every call: who asks, how long it may take, how it is cancelled, what it may spend and who watches.
 *
 * <p>A {@link dev.gator.call.CallContext} sits inside every request, so nested strategies inherit it without wiring.
 */
@NullMarked
package dev.gator.call;

import org.jspecify.annotations.NullMarked;
