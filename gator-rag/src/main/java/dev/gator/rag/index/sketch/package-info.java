/**
 * Sketches of vectors for walking Lucene's graph: one bit for each dimension instead of a float.
 *
 * <p>A sketch says on which side of the nearest of some centres a vector lies in each direction of a rotated space. Together
 * with two numbers that are exact, the bits estimate a dot product without bias (the idea is known as RaBitQ), and the work
 * is and-ing and counting bits, which every JVM since Java 8 does in one machine instruction for 64 dimensions. The walk
 * collects a few more candidates than are wanted, and the whole vectors, which stay on the disk, decide among them.
 *
 * <p>Sketches are a part of the index: written when Lucene writes or merges a segment, with its checksum, in its commit.
 */
@NullMarked
package dev.gator.rag.index.sketch;

import org.jspecify.annotations.NullMarked;
