/**
 * Models that an Ollama server runs, over its own API: on this machine without a key, or elsewhere over https.
 *
 * <p>Answers come as JSON lines. A whole answer is a single such line, so one reader understands both. What models of a
 * family can do is data in the catalogue, since the server is not asked before a call.
 */
@NullMarked
package dev.gator.provider.ollama;

import org.jspecify.annotations.NullMarked;
