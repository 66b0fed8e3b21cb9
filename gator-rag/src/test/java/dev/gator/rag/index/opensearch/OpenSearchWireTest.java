package dev.gator.rag.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.json.JsonObject;
import dev.gator.secret.Secret;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, and what comes of every kind of answer; no OpenSearch is needed. */
class OpenSearchWireTest {

    private static final Owner OWNER = Owner.of("acme", "ann");
    private static final CollectionName DOCS = CollectionName.of("docs");
    private static final String OK = "{\"acknowledged\":true}";
    private static final VectorRecord RECORD = new VectorRecord(
            "r1",
            Embedding.of(0.5f, 1),
            "a text",
            Attributes.none()
                    .with("sector", "pets")
                    .with("rate", 9.25)
                    .with("public", true)
                    .with("tags", Set.of("a", "b")));

    private Scripted server;
    private VectorStore store;

    @BeforeEach
    void start() throws IOException {
        server = new Scripted();
        store = OpenSearchStore.at(server.address())
                .login("gator", Secret.of("s3cret"))
                .open();
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    @Test
    void theFirstWritePreparesIndexFieldAndMarker() {
        acceptWrites();
        store.upsert(OWNER, DOCS, List.of(RECORD));
        assertEquals("PUT /gator-docs", server.order().get(0));
        assertEquals("PUT /gator-docs/_mapping", server.order().get(1));
        JsonObject field =
                server.last("PUT", "_mapping").json().object("properties").object("knn_2");
        assertEquals("lucene", field.object("method").string("engine"));
        assertEquals("cosinesimil", field.object("method").string("space_type"));
        assertEquals(2, field.number("dimension").longValue());
        Scripted.Asked bulk = server.last("POST", "_bulk");
        assertEquals("routing=" + Key.of(OWNER), bulk.query());
        JsonObject document = bulk.lines().get(1);
        assertEquals(Key.of(OWNER), document.string("owner"));
        assertEquals(9.25, document.object("numbers").number("rate").doubleValue());
        assertEquals("[0.5,1]", document.array("knn_2").toString().replace(".0", ""));
        int before = server.order().size();
        store.upsert(OWNER, DOCS, List.of(RECORD));
        assertEquals(before + 2, server.order().size(), "later writes ask for the marker and write: " + server.order());
    }

    @Test
    void theLoginGoesAsHeader() {
        server.on("POST", "_count", 200, "{\"count\":3}");
        assertEquals(3, store.count(OWNER, DOCS, Filter.all()));
        assertEquals("Basic Z2F0b3I6czNjcmV0", server.last("POST", "_count").authorization());
    }

    @Test
    void everySearchIsFilteredAndRoutedByTheOwner() {
        server.on("GET", "_doc", 200, marker(2)).on("POST", "_search", 200, hits());
        VectorQuery query = VectorQuery.near(Embedding.of(1, 0))
                .where(Filter.eq("sector", "pets"))
                .top(7);
        List<VectorHit> found = store.search(OWNER, DOCS, query);
        assertEquals(RECORD, found.get(0).record());
        assertEquals(0.75, found.get(0).score());
        Scripted.Asked asked = server.last("POST", "_search");
        assertTrue(asked.query().startsWith("routing=" + Key.of(OWNER)));
        JsonObject knn = asked.json().object("query").object("knn").object("knn_2");
        assertEquals(100, knn.number("k").longValue());
        assertEquals(7, asked.json().number("size").longValue());
        assertTrue(knn.object("filter").toString().contains("{\"term\":{\"owner\":\"" + Key.of(OWNER) + "\"}}"));
        assertTrue(knn.object("filter").toString().contains("{\"term\":{\"facts\":\"sector=pets\"}}"));
        store.search(OWNER, DOCS, VectorQuery.containing("text"));
        assertTrue(server.last("POST", "_search").body().contains("{\"term\":{\"owner\":\"" + Key.of(OWNER) + "\"}}"));
    }

    @Test
    void wordsAndMeaningAreOneList() {
        server.on("GET", "_doc", 200, marker(2)).on("POST", "_search", 200, hits());
        VectorQuery both = VectorQuery.near(Embedding.of(1, 0)).andContaining("text");
        VectorHit hit = store.search(OWNER, DOCS, both).get(0);
        assertEquals((0.75 + 0.75 / 4.75) / 2, hit.score(), 1e-9);
    }

    @Test
    void withoutAMarkerNothingIsNear() {
        assertEquals(List.of(), store.search(OWNER, DOCS, VectorQuery.near(Embedding.of(1, 0))));
    }

    @Test
    void otherDimensionsAreRefusedWhileThereAreRecords() {
        server.on("GET", "_doc", 200, marker(3))
                .on("POST", "_refresh", 200, OK)
                .on("POST", "_count", 200, "{\"count\":1}");
        assertCode(StoreError.WRONG_DIMENSIONS, () -> store.search(OWNER, DOCS, VectorQuery.near(Embedding.of(1, 0))));
        server.on("POST", "_count", 200, "{\"count\":0}");
        assertEquals(List.of(), store.search(OWNER, DOCS, VectorQuery.near(Embedding.of(1, 0))));
    }

    @Test
    void deletingCountsWhatWasThere() {
        server.on(
                        "POST",
                        "_bulk",
                        200,
                        "{\"items\":[{\"delete\":{\"result\":\"deleted\"}},{\"delete\":{\"result\":\"not_found\"}}]}")
                .on("POST", "_refresh", 200, OK)
                .on("POST", "_delete_by_query", 200, "{\"deleted\":5}");
        assertEquals(1, store.delete(OWNER, DOCS, Set.of("a", "b")));
        assertEquals(0, store.delete(OWNER, DOCS, Set.of()));
        assertEquals(5, store.delete(OWNER, DOCS, Filter.all()));
    }

    @Test
    void erasingATenantAsksByTenant() {
        server.on("POST", "_refresh", 200, OK)
                .on("POST", "_count", 200, "{\"count\":4}")
                .on("POST", "_delete_by_query", 200, "{\"deleted\":6}");
        assertEquals(4, store.erase(Owner.tenant("acme")), "records, without the markers");
        Scripted.Asked asked = server.last("POST", "_delete_by_query");
        assertEquals(
                "{\"term\":{\"tenant\":\"" + Key.ofTenant(OWNER) + "\"}}",
                asked.json().object("query").toString());
        store.erase(OWNER);
        assertTrue(server.last("POST", "_delete_by_query").body().contains(Key.of(OWNER)));
    }

    @Test
    void collectionsAreTheIndicesOfThePrefix() {
        server.on(
                "POST",
                "/_search",
                200,
                "{\"aggregations\":{\"indices\":{\"buckets\":[{\"key\":\"gator-docs\",\"doc_count\":2}]}}}");
        assertEquals(Set.of(DOCS), store.collections(OWNER));
    }

    @Test
    void aRecordIsAskedForByItsKey() {
        server.on("GET", "_doc", 200, "{\"_source\":" + Documents.of(OWNER, RECORD) + "}");
        assertEquals(Optional.of(RECORD), store.get(OWNER, DOCS, "r1"));
        assertTrue(server.last("GET", Key.ofRecord(OWNER, "r1")).query().startsWith("routing="));
    }

    @ParameterizedTest
    @CsvSource({"401, NO_ACCESS", "403, NO_ACCESS", "429, BUSY", "503, BUSY", "400, REFUSED", "500, REFUSED"})
    void everyFailureSaysWhatToDo(int status, OpenSearchError code) {
        server.on("POST", "_count", status, "{\"error\":{\"type\":\"some_exception\",\"reason\":\"secret text\"}}");
        GatorException error = assertCode(code, () -> store.count(OWNER, DOCS, Filter.all()));
        assertTrue(error.detail().contains(status + " some_exception"), error.detail());
        assertFalse(error.getMessage().contains("secret"), "a reason may quote a document");
    }

    @Test
    void whatIsNoJsonIsABadAnswer() {
        server.on("POST", "_count", 200, "<html>");
        assertCode(OpenSearchError.BAD_ANSWER, () -> store.count(OWNER, DOCS, Filter.all()));
        server.on("POST", "_count", 502, "<html>");
        assertCode(OpenSearchError.BUSY, () -> store.count(OWNER, DOCS, Filter.all()));
    }

    @Test
    void aRefusedRecordIsAnError() {
        acceptWrites();
        server.on(
                "POST", "_bulk", 200, "{\"items\":[{\"index\":{\"error\":{\"type\":\"mapper_parsing_exception\"}}}]}");
        GatorException error = assertCode(OpenSearchError.REFUSED, () -> store.upsert(OWNER, DOCS, List.of(RECORD)));
        assertTrue(error.detail().contains("mapper_parsing_exception"));
    }

    @Test
    void aHugeAnswerIsRefused() {
        server.on("POST", "_count", 200, "{\"count\":" + " ".repeat(100_000) + "1}");
        try (VectorStore small =
                OpenSearchStore.at(server.address()).largestAnswer(10_000).open()) {
            assertCode(StoreError.TOO_LARGE, () -> small.count(OWNER, DOCS, Filter.all()));
        }
    }

    @Test
    void silenceEndsAtTheDeadline() {
        server.on("POST", "_count", 0, "");
        try (VectorStore hasty = OpenSearchStore.at(server.address())
                .timeout(Duration.ofMillis(200))
                .open()) {
            assertCode(OpenSearchError.NO_ANSWER, () -> hasty.count(OWNER, DOCS, Filter.all()));
        }
    }

    @Test
    void nobodyThereIsNoAnswer() {
        server.close();
        assertCode(OpenSearchError.NO_ANSWER, () -> store.count(OWNER, DOCS, Filter.all()));
    }

    @Test
    void anInterruptEndsTheCallAndStays() {
        server.on("POST", "_count", 0, "");
        Thread.currentThread().interrupt();
        assertCode(CallError.INTERRUPTED, () -> store.count(OWNER, DOCS, Filter.all()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aPasswordNeedsTls() {
        URI far = URI.create("http://search.example.org:9200");
        assertCode(CallError.BAD_ARGUMENT, () -> OpenSearchStore.at(far).login("gator", Secret.of("s3cret")));
        assertCode(CallError.BAD_ARGUMENT, () -> OpenSearchStore.at(URI.create("ftp://search.example.org")));
        OpenSearchStore.at(URI.create("https://search.example.org")).login("gator", Secret.of("s3cret"));
    }

    private void acceptWrites() {
        server.on("PUT", "/gator-docs", 200, OK)
                .on("GET", "_doc", 200, marker(2))
                .on("POST", "_bulk", 200, "{\"items\":[{\"index\":{\"result\":\"created\"}}]}");
    }

    private static String marker(int dimensions) {
        return "{\"_source\":" + Documents.marker(OWNER, dimensions) + "}";
    }

    private static String hits() {
        return "{\"hits\":{\"hits\":[{\"_score\":0.75,\"_source\":" + Documents.of(OWNER, RECORD) + "}]}}";
    }

    private static GatorException assertCode(ErrorCode code, Runnable work) {
        GatorException error = assertThrows(GatorException.class, work::run);
        assertEquals(code, error.code(), error.getMessage());
        return error;
    }
}
