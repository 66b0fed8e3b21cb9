/**
 * Judges scripts: errors that forbid a script, warnings that do not, and a card of scores with the words they come from.
 * The rules are those of the prompt.
 */
@NullMarked
package dev.gator.rag.validate;

import org.jspecify.annotations.NullMarked;
