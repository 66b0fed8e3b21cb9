package dev.gator.rag.learn.trend;

import dev.gator.call.CallContext;
import java.util.List;

/**
 * Where it can be seen what people talk about. Applications write their own; {@link FeedTrends} reads feeds.
 * Implementations are thread-safe and throw only {@link dev.gator.error.GatorException}.
 */
@FunctionalInterface
public interface TrendSource {

    /** Returns what was said lately, over a week or more, in any order. */
    List<Mention> mentions(CallContext context);
}
