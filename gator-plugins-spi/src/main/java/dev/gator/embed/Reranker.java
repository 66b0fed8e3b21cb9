package dev.gator.embed;

/** Scores how well texts answer a query. Implementations are thread-safe and throw only Gator's exception. */
public interface Reranker {

    /** Returns the model's id: provider, colon, name. */
    String id();

    /** Scores the candidates and returns the best ones, best first. */
    RerankReply rerank(RerankRequest request);
}
