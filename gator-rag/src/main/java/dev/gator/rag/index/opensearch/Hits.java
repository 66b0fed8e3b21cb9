package dev.gator.rag.index.opensearch;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hits as OpenSearch scores them, and as the contract does. */
final class Hits {

    /** BM25 has no upper bound: this score becomes one half, and ten times as much nine tenths. */
    private static final double MIDDLING = 4;

    private static final Comparator<VectorHit> BEST_FIRST = Comparator.comparingDouble(VectorHit::score)
            .reversed()
            .thenComparing(hit -> hit.record().id());

    private Hits() {}

    /**
     * What OpenSearch found.
     *
     * @param record the record
     * @param score its score, for vectors (1 + cosine) / 2
     */
    record Hit(VectorRecord record, double score) {}

    static List<Hit> read(JsonObject answer) {
        return answer.object("hits").array("hits").stream()
                .map(Json::asObject)
                .map(hit -> new Hit(
                        Documents.read(hit.object("_source")),
                        hit.number("_score").doubleValue()))
                .toList();
    }

    /** Makes one list of what is near and of what contains the words. */
    static List<VectorHit> ranked(VectorQuery query, List<Hit> near, List<Hit> said) {
        Map<String, VectorRecord> records = new LinkedHashMap<>();
        Map<String, Double> meaning = new HashMap<>();
        Map<String, Double> words = new HashMap<>();
        for (Hit hit : near) {
            records.put(hit.record().id(), hit.record());
            meaning.put(hit.record().id(), hit.score());
        }
        for (Hit hit : said) {
            records.put(hit.record().id(), hit.record());
            words.put(hit.record().id(), hit.score() / (hit.score() + MIDDLING));
            meaning.computeIfAbsent(hit.record().id(), id -> meaning(query, hit.record()));
        }
        double share = query.vector() != null && query.words() != null ? 0.5 : 1;
        return records.values().stream()
                .map(record -> new VectorHit(
                        record,
                        share
                                * (bounded(meaning.getOrDefault(record.id(), 0.0))
                                        + words.getOrDefault(record.id(), 0.0))))
                .filter(hit -> hit.score() >= query.minScore())
                .sorted(BEST_FIRST)
                .limit(query.topK())
                .toList();
    }

    private static double meaning(VectorQuery query, VectorRecord record) {
        return query.embedding()
                .flatMap(vector -> record.embedding().map(own -> (1 + own.cosine(vector)) / 2))
                .orElse(0.0);
    }

    private static double bounded(double score) {
        return Math.min(1, Math.max(0, score)); // rounding may leave the range by a hair
    }
}
