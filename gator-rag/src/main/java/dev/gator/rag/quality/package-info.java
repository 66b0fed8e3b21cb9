/** How much a text resembles texts that people wrote: the measures of translation and of summaries, as published. */
@NullMarked
package dev.gator.rag.quality;

import org.jspecify.annotations.NullMarked;
