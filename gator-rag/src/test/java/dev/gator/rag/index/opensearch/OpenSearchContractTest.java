package dev.gator.rag.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import dev.gator.tck.store.VectorStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real OpenSearch node, and what only OpenSearch does. */
class OpenSearchContractTest extends VectorStoreContract {

    private static final Owner OWNER = Owner.of("acme", "ann");
    private static final CollectionName DOCS = CollectionName.of("docs");
    private static final AtomicInteger TESTS = new AtomicInteger();

    private static RealNode node;

    private String prefix = "";

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        node = RealNode.start(folder);
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Override
    protected VectorStore open() {
        if (prefix.isEmpty()) {
            prefix = "test" + TESTS.incrementAndGet();
        }
        return OpenSearchStore.at(node.address()).prefix(prefix).open();
    }

    @Test
    void anEmptiedCollectionTakesOtherDimensions() {
        try (VectorStore store = open()) {
            store.upsert(OWNER, DOCS, List.of(VectorRecord.of("a", Embedding.of(1, 0), "")));
            store.flush(OWNER, DOCS);
            store.delete(OWNER, DOCS, Filter.all());
            store.upsert(OWNER, DOCS, List.of(VectorRecord.of("a", Embedding.of(1, 2, 3), "")));
            store.flush(OWNER, DOCS);
            assertEquals(
                    1,
                    store.search(OWNER, DOCS, VectorQuery.near(Embedding.of(1, 2, 3)))
                            .size());
        }
    }

    @Test
    void twoStoresAgreeOnTheDimensions() {
        try (VectorStore first = open();
                VectorStore second = open()) {
            first.upsert(OWNER, DOCS, List.of(VectorRecord.of("a", Embedding.of(1, 0), "")));
            VectorRecord wide = VectorRecord.of("b", Embedding.of(1, 2, 3), "");
            GatorException error = assertThrows(GatorException.class, () -> second.upsert(OWNER, DOCS, List.of(wide)));
            assertEquals(StoreError.WRONG_DIMENSIONS, error.code());
        }
    }

    @Test
    void oddFactsAreFiltered() {
        Attributes odd = Attributes.none()
                .with("a", 1)
                .with("a.b", 2)
                .with("long", "x".repeat(40_000))
                .with("tiny", Double.MIN_VALUE);
        try (VectorStore store = open()) {
            store.upsert(OWNER, DOCS, List.of(VectorRecord.ofText("odd", "").with(odd)));
            store.flush(OWNER, DOCS);
            for (Filter filter : List.of(
                    Filter.eq("a", 1),
                    Filter.eq("a.b", 2),
                    Filter.eq("long", "x".repeat(40_000)),
                    Filter.eq("tiny", Double.MIN_VALUE))) {
                assertEquals(
                        1, store.count(OWNER, DOCS, filter), filter.toString().substring(0, 20));
            }
            assertEquals(0, store.count(OWNER, DOCS, Filter.eq("long", "x".repeat(39_999))));
            assertEquals(odd, store.get(OWNER, DOCS, "odd").orElseThrow().attributes());
        }
    }

    @Test
    void aVectorWithoutLengthIsKeptAndNotFoundByVectors() {
        try (VectorStore store = open()) {
            VectorRecord zero = VectorRecord.of("zero", Embedding.of(0, 0), "fox");
            store.upsert(OWNER, DOCS, List.of(zero));
            store.flush(OWNER, DOCS);
            assertEquals(zero, store.get(OWNER, DOCS, "zero").orElseThrow());
            assertEquals(List.of(), store.search(OWNER, DOCS, VectorQuery.near(Embedding.of(1, 0))));
            assertEquals(
                    1, store.search(OWNER, DOCS, VectorQuery.containing("fox")).size());
        }
    }
}
