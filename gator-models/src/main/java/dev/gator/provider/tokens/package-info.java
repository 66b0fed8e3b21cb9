/**
 * Counts of tokens that need no service: exact for OpenAI's models, whose vocabularies are public, and estimated for all
 * others.
 */
@NullMarked
package dev.gator.provider.tokens;

import org.jspecify.annotations.NullMarked;
