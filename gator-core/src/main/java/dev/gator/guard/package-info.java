/**
 * What is true of every answer whatever the persona, the plugins and the templates say: it admits to come from an AI, it
 * stays within the content rating, and it avoids the phrases that the persona never uses.
 *
 * <p>Ratings only narrow: the strictest of tenant, platform, persona, request and audience wins, and what is unknown counts
 * as the strictest. An AI's claim to be human is rewritten while it streams, before anyone can read it.
 */
@NullMarked
package dev.gator.guard;

import org.jspecify.annotations.NullMarked;
