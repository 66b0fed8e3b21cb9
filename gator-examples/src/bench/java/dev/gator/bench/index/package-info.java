/** Measures the embedded index beside other libraries: the same vectors, each library in a process of its own. */
@NullMarked
package dev.gator.bench.index;

import org.jspecify.annotations.NullMarked;
