package dev.gator.embed;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.error.Require;
import java.util.List;

/**
 * A query and the texts to be ordered by it.
 *
 * @param query what is looked for
 * @param documents the candidates
 * @param top how many to return
 * @param overrides what is different for this request alone
 * @param context deadline, cancellation, owner, budget and observers
 */
public record RerankRequest(String query, List<String> documents, int top, Overrides overrides, CallContext context) {

    /** Copies the candidates. */
    public RerankRequest {
        Require.text("query", query);
        documents = Require.notEmpty("documents to rerank", documents);
        Require.range("top", top, 1, Integer.MAX_VALUE);
    }

    /** Returns a request for all candidates in order. */
    public static RerankRequest of(String query, List<String> documents) {
        return new RerankRequest(query, documents, documents.size(), Overrides.none(), CallContext.create());
    }

    /** Returns the same request for the best few only. */
    public RerankRequest withTop(int other) {
        return new RerankRequest(query, documents, other, overrides, context);
    }

    /** Returns the same request with something different for it alone. */
    public RerankRequest withOverrides(Overrides other) {
        return new RerankRequest(query, documents, top, other, context);
    }

    /** Returns the same request in another context. */
    public RerankRequest withContext(CallContext other) {
        return new RerankRequest(query, documents, top, overrides, other);
    }
}
