/**
 * What was said, found again: a search by meaning and words across all conversations of an owner, and what those
 * conversations are about. The index is derived: conversations stay the truth, and what is deleted there is never shown here.
 */
@NullMarked
package dev.gator.rag.recall;

import org.jspecify.annotations.NullMarked;
