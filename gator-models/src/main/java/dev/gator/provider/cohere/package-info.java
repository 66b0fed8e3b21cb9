/**
 * Cohere: chat, embeddings and reranking over the second version of its API.
 *
 * <p>Plans that a model makes before it calls tools, and what it thinks, are thoughts here; both go back to where they came
 * from. The service does not hold an answer to a schema while tools or documents are given, so the schema is then a tool
 * whose arguments are the answer.
 */
@NullMarked
package dev.gator.provider.cohere;

import org.jspecify.annotations.NullMarked;
