/** The command line {@code gator}: chat in a terminal, list models, check health. */
@NullMarked
package dev.gator.examples.cli;

import org.jspecify.annotations.NullMarked;
