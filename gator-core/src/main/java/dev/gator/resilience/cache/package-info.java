/**
 * Answers that need not be asked for again: exactly equal requests, requests of equal meaning, vectors and token counts.
 *
 * <p>The owner is part of every key, so nothing crosses from one tenant or user to another, and so is everything that
 * shapes an answer. Errors are never kept.
 */
@NullMarked
package dev.gator.resilience.cache;

import org.jspecify.annotations.NullMarked;
