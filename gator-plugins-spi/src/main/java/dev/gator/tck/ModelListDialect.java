package dev.gator.tck;

import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.List;

/** How a service speaks when it lists its models and says how it is. */
public interface ModelListDialect extends WireDialect {

    /** Returns the list of those models. */
    WireReply models(RecordedRequest request, List<String> names);

    /** Returns what a healthy service answers to the provider's probe; the same list unless there is another probe. */
    default WireReply healthy(RecordedRequest request) {
        return models(request, List.of("one-model"));
    }
}
