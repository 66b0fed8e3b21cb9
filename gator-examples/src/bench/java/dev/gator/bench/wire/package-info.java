/** What one call over the wire costs, beside the floor and other libraries. */
@NullMarked
package dev.gator.bench.wire;

import org.jspecify.annotations.NullMarked;
