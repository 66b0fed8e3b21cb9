/** The plugin through which the providers of this module register, by the same door as everybody else's. */
@NullMarked
package dev.gator.provider.builtin;

import org.jspecify.annotations.NullMarked;
