/**
 * Meaning as numbers: embedding models turn texts into vectors, rerankers score texts against a query.
 */
@NullMarked
package dev.gator.embed;

import org.jspecify.annotations.NullMarked;
