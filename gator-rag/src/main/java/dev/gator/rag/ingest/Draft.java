package dev.gator.rag.ingest;

import dev.gator.rag.document.Chunk;
import java.util.List;

/**
 * A document that was read and cut and is about to be written.
 *
 * @param source where it comes from
 * @param edition what its pieces are marked with
 * @param known whether the store has pieces of an older edition
 * @param chunks its pieces, at least one
 */
record Draft(String source, Edition edition, boolean known, List<Chunk> chunks) {}
