/** What people and numbers say about scripts that are written: ratings, feedback, and how their makers do. */
@NullMarked
package dev.gator.rag.studio;

import org.jspecify.annotations.NullMarked;
