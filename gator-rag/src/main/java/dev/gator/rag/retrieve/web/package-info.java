/**
 * Search engines of the web as a stage of retrieval. Only the address that the application names is asked; pages that are
 * found are not fetched, what the engine shows of them is the evidence.
 */
@NullMarked
package dev.gator.rag.retrieve.web;

import org.jspecify.annotations.NullMarked;
