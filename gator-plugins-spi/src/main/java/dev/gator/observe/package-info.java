/**
 * What happens inside a call, told one way: events go out to an {@link dev.gator.observe.Observer} and change nothing.
 *
 * <p>Events form a tree of spans under one trace id. Without an observer no event is created.
 */
@NullMarked
package dev.gator.observe;

import org.jspecify.annotations.NullMarked;
