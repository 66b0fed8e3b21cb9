/**
 * From brief to script: find examples, write, judge, let the writer mend, keep the best. The writer is a model, or, with no
 * model at all, {@link dev.gator.rag.reel.OfflineReelWriter}.
 */
@NullMarked
package dev.gator.rag.reel;

import org.jspecify.annotations.NullMarked;
