/** The one door: an application builds a {@code Gator}, asks it for models, personas and conversations, and closes it. */
@NullMarked
package dev.gator;

import org.jspecify.annotations.NullMarked;
