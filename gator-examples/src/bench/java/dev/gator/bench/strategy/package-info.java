/** What strategies and protections cost and what they are good for, measured over real sockets. */
@NullMarked
package dev.gator.bench.strategy;

import org.jspecify.annotations.NullMarked;
