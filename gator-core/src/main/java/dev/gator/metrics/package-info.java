/**
 * Figures about calls: how long they take, measured without locks and read at any time.
 *
 * <p>A {@link dev.gator.metrics.LatencyHistogram} answers percentiles with an error below one percent; the router decides
 * by it, exporters print it.
 */
@NullMarked
package dev.gator.metrics;

import org.jspecify.annotations.NullMarked;
