package dev.gator.tck;

import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.usage.Usage;
import java.util.List;

/** How a service speaks when it turns texts into vectors. */
public interface EmbeddingDialect extends WireDialect {

    /** Reads a request back. */
    Seen<EmbeddingRequest> readEmbedding(RecordedRequest request);

    /** Returns the answer to that request, one vector for each text in order. */
    WireReply embeddings(RecordedRequest request, List<Embedding> vectors, Usage usage);
}
