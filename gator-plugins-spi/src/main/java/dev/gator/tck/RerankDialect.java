package dev.gator.tck;

import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.List;

/** How a service speaks when it orders documents. */
public interface RerankDialect extends WireDialect {

    /** Reads a request back. */
    Seen<RerankRequest> readRerank(RecordedRequest request);

    /** Returns the answer to that request, best first. */
    WireReply ranking(RecordedRequest request, List<RerankReply.Ranked> ranked);
}
