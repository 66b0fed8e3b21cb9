/**
 * From a question to evidence: the pieces of documents that answer it, best first.
 */
@NullMarked
package dev.gator.rag.retrieve;

import org.jspecify.annotations.NullMarked;
