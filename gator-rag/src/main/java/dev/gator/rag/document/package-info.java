/**
 * What is known: a document with its structure, and the pieces of it that are found again. Offsets count characters of
 * the document's text, so that a quotation can always be traced to its place.
 */
@NullMarked
package dev.gator.rag.document;

import org.jspecify.annotations.NullMarked;
