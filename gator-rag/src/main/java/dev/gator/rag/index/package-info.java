/**
 * Stores of chunks. {@link dev.gator.rag.index.Stores} opens them: one line chooses, the contract stays the same.
 *
 * <p>The embedded default is Lucene, one index for each owner and collection: what one tenant wrote weighs nothing in
 * another's scores, erasing an owner is deleting folders, and a snapshot is a copy of files. An index is derived: whatever
 * happens to it, it can be built again from the documents.
 */
@NullMarked
package dev.gator.rag.index;

import org.jspecify.annotations.NullMarked;
