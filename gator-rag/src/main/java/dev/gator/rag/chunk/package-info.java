/**
 * From a document to pieces that can be found. A piece is as long as a model reads well, ends where a sentence, a row or a
 * symbol ends, and knows the headings above it and its exact place. The same document always gives the same pieces, and a
 * piece keeps its name when text elsewhere changes, so that only what changed has to be embedded again.
 */
@NullMarked
package dev.gator.rag.chunk;

import org.jspecify.annotations.NullMarked;
