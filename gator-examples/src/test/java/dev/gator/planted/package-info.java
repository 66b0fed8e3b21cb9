/** Classes that break every rule on purpose: the rules must find them. */
@NullMarked
package dev.gator.planted;

import org.jspecify.annotations.NullMarked;
