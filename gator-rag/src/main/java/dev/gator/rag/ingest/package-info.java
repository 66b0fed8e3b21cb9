/**
 * From where documents lie to a store that finds them: an {@link dev.gator.rag.ingest.Ingestor} reads what an
 * {@link dev.gator.rag.ingest.Origin} offers, cuts it, embeds the pieces and writes them.
 *
 * <p>The store is its own checkpoint. Each piece says which edition of its document it belongs to, all pieces of a document
 * are written at once, and the pieces of older editions are deleted after that. So a run that was killed is simply repeated:
 * what is there is passed over, what is half done is done again, and the outcome is the same.
 */
@NullMarked
package dev.gator.rag.ingest;

import org.jspecify.annotations.NullMarked;
