/**
 * Vectors in FAISS, through a thin bridge of our own to its native library. The truth is one append-only file for each
 * collection that holds ids, vectors, texts and facts; the FAISS index beside it is derived, checked when it is opened and
 * built again when it does not fit. Vectors that FAISS does not know yet are compared one by one, so that a write is found
 * at once. Heap holds ids, facts and the postings of words; vectors and texts stay on disk, memory-mapped.
 */
@NullMarked
package dev.gator.rag.index.faiss;

import org.jspecify.annotations.NullMarked;
