/**
 * Programs, cut at their symbols. A light scanner finds classes and functions in the usual languages; it understands
 * comments, strings and nesting, and nothing of what the program means.
 */
@NullMarked
package dev.gator.rag.parse.code;

import org.jspecify.annotations.NullMarked;
