/**
 * What a team does with a script once it is written: plan its shots, keep it as a document with versions, comments and an
 * approval, rate its content, say what people think of it, and see how its makers do.
 */
@NullMarked
package dev.gator.rag.studio;

import org.jspecify.annotations.NullMarked;
