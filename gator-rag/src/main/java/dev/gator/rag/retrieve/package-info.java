/**
 * From a question to evidence: the pieces of documents that answer it, best first. A {@link
 * dev.gator.rag.retrieve.RetrievalPipeline} passes a {@link dev.gator.rag.retrieve.Search} from stage to stage; the first ones
 * add what is looked for, one looks, the others order and cut what was found. Every score means the same on every question,
 * and a trace says what each stage did.
 */
@NullMarked
package dev.gator.rag.retrieve;

import org.jspecify.annotations.NullMarked;
