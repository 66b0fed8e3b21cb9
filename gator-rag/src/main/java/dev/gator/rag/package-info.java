/** The front door of everything that answers and writes from evidence: {@link dev.gator.rag.Reels}. */
@NullMarked
package dev.gator.rag;

import org.jspecify.annotations.NullMarked;
