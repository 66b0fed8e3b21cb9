/** Parsers for what people write: plain text, Markdown, web pages and books. */
@NullMarked
package dev.gator.rag.parse.text;

import org.jspecify.annotations.NullMarked;
