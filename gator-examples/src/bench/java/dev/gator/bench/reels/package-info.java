/** How long a script takes without the call of a model. */
@NullMarked
package dev.gator.bench.reels;

import org.jspecify.annotations.NullMarked;
