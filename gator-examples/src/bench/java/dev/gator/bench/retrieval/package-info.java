/**
 * How well evidence is found on public test collections: nDCG@10 of words, of meaning, of their fusion by rank, and of the
 * pipelines, in one run over the same index.
 */
@NullMarked
package dev.gator.bench.retrieval;

import org.jspecify.annotations.NullMarked;
