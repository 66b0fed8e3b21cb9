/**
 * The built-in writer: answers without any model, so that everything can be tried, tested and shown offline.
 *
 * <p>It knows nothing about the world. It reads what the prompt holds - who it is to be, what was said, what evidence was
 * given, which tools there are, which form is asked for - and composes from that. The same request always gets the same
 * answer. Where nothing was given it offers advice that is true for anybody, from a few small files, and says once that it
 * has no model when it is asked for facts.
 */
@NullMarked
package dev.gator.offline;

import org.jspecify.annotations.NullMarked;
