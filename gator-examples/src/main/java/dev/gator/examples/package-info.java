/** What a user runs first: a main that shows the library at work, offline. */
@NullMarked
package dev.gator.examples;

import org.jspecify.annotations.NullMarked;
