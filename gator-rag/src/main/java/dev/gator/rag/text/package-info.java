/**
 * Words of a language: where they end, how long they take to say, how they change their form, and what they feel like. Each
 * language is one data file; a language without a file is refused by name.
 */
@NullMarked
package dev.gator.rag.text;

import org.jspecify.annotations.NullMarked;
