package dev.gator.local;

import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Orders texts by the words they share with a query: how rare those are among the candidates, how often they occur, how
 * many of the query's words are there at all and how close together they stand. Plain Java, no model, thread-safe.
 *
 * <p>Scores are comparable between calls: 1 means that every word of the query stands together, 0 that none is there.
 */
public final class LexicalReranker implements Reranker {

    /** The model's id. */
    public static final String ID = "local:lexical";

    private static final double SHARE_OF_WEIGHT = 0.55;
    private static final double SHARE_OF_COVERAGE = 0.3;
    private static final double SHARE_OF_CLOSENESS = 0.15;

    private LexicalReranker() {}

    /** Returns the reranker. */
    public static LexicalReranker create() {
        return new LexicalReranker();
    }

    @Override
    public String id() {
        return ID;
    }

    /** Scores the candidates; equal scores keep the order of the request. */
    @Override
    public RerankReply rerank(RerankRequest request) {
        List<String> query = Words.of(request.query()).stream().distinct().toList();
        WordStatistics statistics = new WordStatistics(request.documents(), request.context()::check);
        List<RerankReply.Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < request.documents().size(); i++) {
            ranked.add(new RerankReply.Ranked(i, score(query, statistics, i)));
        }
        ranked.sort(Comparator.comparingDouble(RerankReply.Ranked::score).reversed());
        int top = Math.min(request.top(), ranked.size());
        return new RerankReply(ranked.subList(0, top), ID, Usage.NONE, Optional.of(Money.ZERO));
    }

    private static double score(List<String> query, WordStatistics statistics, int document) {
        double possible = 0;
        double found = 0;
        int present = 0;
        for (String word : query) {
            double rarity = statistics.rarity(word);
            double strength = statistics.strength(word, document);
            possible += rarity;
            found += rarity * strength;
            present += strength > 0 ? 1 : 0;
        }
        if (present == 0) {
            return 0;
        }
        double coverage = (double) present / query.size();
        double closeness = statistics.closeness(query, document, present) * coverage;
        return Math.min(
                1, SHARE_OF_WEIGHT * found / possible + SHARE_OF_COVERAGE * coverage + SHARE_OF_CLOSENESS * closeness);
    }
}
