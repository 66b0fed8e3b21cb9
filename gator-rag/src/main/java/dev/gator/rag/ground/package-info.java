/**
 * From evidence to answers that can be checked: every sentence is tied to the words of a source that say it, or flagged. What
 * sources say is compared by rules that a reader can follow by hand, so that a citation, a contradiction and an "I don't
 * know" never rest on a model's word alone. Documents are strangers' text: they are quoted and judged, never obeyed.
 */
@NullMarked
package dev.gator.rag.ground;

import org.jspecify.annotations.NullMarked;
