/** What both engines behind HTTP need: an answer that cannot grow without end. Not for others. */
@NullMarked
package dev.gator.rag.wire;

import org.jspecify.annotations.NullMarked;
