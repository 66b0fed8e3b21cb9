package dev.gator.rag.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.embed.Embedding;
import dev.gator.store.Attributes;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a store finds among clustered vectors, compared with what is there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecallContract {

    private static final int COUNT = 5_000;
    private static final int DIMENSIONS = 64;
    private static final int CLUSTERS = 40;
    private static final int QUERIES = 60;
    private static final int TOP = 10;
    private static final double ENOUGH = 0.95;

    private final List<VectorRecord> records = new ArrayList<>();
    private final List<Embedding> queries = new ArrayList<>();
    private final Map<Embedding, double[]> cosines = new HashMap<>();
    private VectorStore store;

    abstract VectorStore open();

    @BeforeAll
    final void write() {
        Random random = new Random(3);
        List<Embedding> centres = new ArrayList<>();
        for (int i = 0; i < CLUSTERS; i++) {
            centres.add(Samples.gaussian(random, DIMENSIONS));
        }
        for (int i = 0; i < COUNT; i++) {
            Attributes facts = Attributes.none().with("percent", i % 100).with("rare", i % 1_000 == 7);
            Embedding vector = around(random, centres.get(random.nextInt(CLUSTERS)));
            records.add(new VectorRecord("r" + i, vector, i % 50 == 0 ? "fox" : "dog", facts));
        }
        for (int i = 0; i < QUERIES; i++) {
            queries.add(around(random, centres.get(random.nextInt(CLUSTERS))));
        }
        queries.forEach(query -> cosines.put(query, cosines(query)));
        store = open();
        for (int from = 0; from < COUNT; from += 1_000) {
            store.upsert(Samples.EVE, Samples.DOCS, records.subList(from, from + 1_000));
        }
        store.flush(Samples.EVE, Samples.DOCS);
    }

    @AfterAll
    final void close() {
        store.close();
    }

    @Test
    void ofTheTenNearestNineAndAHalfAreFound() {
        assertTrue(recall(Filter.all()) >= ENOUGH, "recall " + recall(Filter.all()));
    }

    @Test
    void aFilterOfOnePercentLosesNothing() {
        assertEquals(1, recall(Filter.eq("percent", 42)), "one percent is compared exactly");
    }

    @Test
    void widerFiltersFindEnoughAsWell() {
        for (double most : List.of(4.0, 19.0, 49.0, 89.0)) {
            double recall = recall(Filter.atMost("percent", most));
            assertTrue(recall >= ENOUGH, "recall " + recall + " with percent up to " + most);
        }
    }

    @Test
    void asManyAsAskedForAreFoundWhereverTheyLie() {
        for (Embedding query : queries.subList(0, 4)) {
            VectorQuery rare = VectorQuery.near(query).where(Filter.eq("rare", true));
            assertEquals(5, search(rare.top(5)).size());
            assertEquals(5, search(rare.top(50)).size());
            assertEquals(2_000, search(VectorQuery.near(query).top(2_000)).size());
        }
    }

    @Test
    void bothKindsOfScoreTogetherFindWhatNeitherListBeginsWith() {
        for (Embedding query : queries.subList(0, 20)) {
            List<VectorHit> found =
                    search(VectorQuery.near(query).andContaining("fox").top(TOP));
            Set<String> foxes =
                    new HashSet<>(nearest(query, record -> record.text().equals("fox")));
            assertEquals(foxes, ids(found), "the word weighs the same in each of them, the meaning decides");
        }
    }

    private double recall(Filter filter) {
        int found = 0;
        for (Embedding query : queries) {
            Set<String> answer =
                    ids(search(VectorQuery.near(query).where(filter).top(TOP)));
            found += (int) nearest(query, record -> filter.matches(record.attributes())).stream()
                    .filter(answer::contains)
                    .count();
        }
        return (double) found / QUERIES / TOP;
    }

    private List<String> nearest(Embedding query, Predicate<VectorRecord> counts) {
        double[] alike = cosines.get(query);
        return IntStream.range(0, COUNT)
                .filter(i -> counts.test(records.get(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -alike[i]))
                .limit(TOP)
                .map(i -> records.get(i).id())
                .toList();
    }

    private double[] cosines(Embedding query) {
        return records.stream()
                .mapToDouble(record -> record.embedding().orElseThrow().cosine(query))
                .toArray();
    }

    private List<VectorHit> search(VectorQuery query) {
        return store.search(Samples.EVE, Samples.DOCS, query);
    }

    private static Set<String> ids(List<VectorHit> hits) {
        Set<String> ids = new HashSet<>();
        hits.forEach(hit -> ids.add(hit.record().id()));
        return ids;
    }

    private static Embedding around(Random random, Embedding centre) {
        float[] values = centre.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.8f * (float) random.nextGaussian();
        }
        return Embedding.of(values);
    }
}
