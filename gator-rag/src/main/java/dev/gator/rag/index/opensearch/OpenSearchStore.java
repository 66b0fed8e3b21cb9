package dev.gator.rag.index.opensearch;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.json.JsonObject;
import dev.gator.secret.Secret;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.Recall;
import dev.gator.store.StoreError;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A store in OpenSearch, for more than one machine: BM25, vectors by the k-NN plugin and filters inside both, over plain
 * HTTP. Safe for many threads and many processes.
 *
 * <pre>{@code
 * VectorStore store = OpenSearchStore.at(URI.create("https://search.example.org:9200"))
 *         .login("gator", Secret.of(password))
 *         .open();
 * }</pre>
 *
 * <p>Two promises of the contract are weaker here. A call that fails in the middle may have written some of its records:
 * writing again is safe, as ids replace. A vector of length 0 is kept, and not found by vectors.
 */
public final class OpenSearchStore implements VectorStore {

    /** An index that is not there holds nothing, which is no error. */
    private static final String LENIENT = "ignore_unavailable=true&allow_no_indices=true";

    private static final int MOST = 10_000;
    private static final int CONSIDERED = 100;
    private static final int FUSED = 10;
    private static final Recall RECALL =
            new Recall(0.95, "0.98 of the ten nearest of 50,000 clustered vectors of 384, filtered 1.00");

    private final Wire wire;
    private final Claims claims;
    private final String prefix;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenSearchStore(Builder access) {
        this.wire = new Wire(access);
        this.claims = new Claims(wire);
        this.prefix = access.prefix;
    }

    /** Starts with the address of a node, or of what balances between nodes. */
    public static Builder at(URI address) {
        return new Builder(address);
    }

    @Override
    public void upsert(Owner owner, CollectionName collection, List<VectorRecord> records) {
        requireOpen();
        if (records.isEmpty()) {
            return;
        }
        String index = index(collection);
        claims.prepare(index);
        int dimensions = dimensions(records);
        if (dimensions > 0) {
            claims.claim(index, owner, dimensions);
        }
        new Bulk(wire, index, owner).write(records);
    }

    @Override
    public List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query) {
        requireOpen();
        JsonObject records = Queries.records(owner, query.filter());
        int wanted =
                query.vector() != null && query.words() != null ? Math.min(MOST, query.topK() * FUSED) : query.topK();
        List<Hits.Hit> near = query.embedding()
                .filter(vector -> claims.searchable(index(collection), owner, vector.dimensions()))
                .map(vector -> near(owner, collection, records, vector, wanted))
                .orElse(List.of());
        List<Hits.Hit> said = query.text()
                .map(words -> hits(owner, collection, Queries.containing(records, words), wanted))
                .orElse(List.of());
        return Hits.ranked(query, near, said);
    }

    @Override
    public Optional<VectorRecord> get(Owner owner, CollectionName collection, String id) {
        requireOpen();
        return wire.find("GET", "/" + index(collection) + "/_doc/" + Key.ofRecord(owner, id) + routing(owner))
                .map(found -> Documents.read(found.object("_source")));
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Set<String> ids) {
        requireOpen();
        return ids.isEmpty() ? 0 : new Bulk(wire, index(collection), owner).delete(ids);
    }

    @Override
    public long delete(Owner owner, CollectionName collection, Filter filter) {
        requireOpen();
        return deleted(index(collection), Queries.records(owner, filter), routing(owner) + "&");
    }

    @Override
    public long count(Owner owner, CollectionName collection, Filter filter) {
        requireOpen();
        return counted(index(collection) + "/_count" + routing(owner) + "&", Queries.records(owner, filter));
    }

    /** {@inheritDoc} OpenSearch makes each write durable by itself; this makes it visible. */
    @Override
    public void flush(Owner owner, CollectionName collection) {
        requireOpen();
        refresh(index(collection));
    }

    @Override
    public Set<CollectionName> collections(Owner owner) {
        requireOpen();
        JsonObject byIndex = Queries.byIndex(Queries.records(owner, Filter.all()), MOST);
        JsonObject answer = wire.call("POST", "/" + prefix + "-*/_search" + routing(owner) + "&" + LENIENT, byIndex);
        return answer.optionalObject("aggregations").stream()
                .flatMap(found -> found.object("indices").array("buckets").stream())
                .map(bucket -> bucket.asObject().string("key").substring(prefix.length() + 1))
                .map(CollectionName::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public long erase(Owner owner) {
        requireOpen();
        claims.forget();
        JsonObject everything = Queries.everything(owner);
        JsonObject records =
                Queries.bool("filter", List.of(everything, Queries.term(Documents.KIND, Documents.RECORD)));
        refresh(prefix + "-*");
        long erased = counted(prefix + "-*/_count?", records);
        deleted(prefix + "-*", everything, "?");
        return erased;
    }

    @Override
    public Recall recall() {
        return RECALL;
    }

    /** Ends this store; what it wrote stays in OpenSearch. */
    @Override
    public void close() {
        closed.set(true);
    }

    private List<Hits.Hit> near(
            Owner owner, CollectionName collection, JsonObject records, Embedding vector, int wanted) {
        int considered = Math.min(MOST, Math.max(CONSIDERED, wanted));
        return hits(owner, collection, Queries.near(records, vector, considered), wanted);
    }

    private List<Hits.Hit> hits(Owner owner, CollectionName collection, JsonObject query, int wanted) {
        String path = "/" + index(collection) + "/_search" + routing(owner) + "&" + LENIENT;
        return Hits.read(wire.call("POST", path, Queries.search(query, wanted)));
    }

    private long counted(String path, JsonObject query) {
        return wire.call("POST", "/" + path + LENIENT, Queries.query(query))
                .number("count")
                .longValue();
    }

    private long deleted(String indices, JsonObject query, String parameters) {
        refresh(indices);
        String path = "/" + indices + "/_delete_by_query" + parameters + LENIENT + "&refresh=true&conflicts=proceed";
        return wire.call("POST", path, Queries.query(query)).number("deleted").longValue();
    }

    private void refresh(String indices) {
        wire.call("POST", "/" + indices + "/_refresh?" + LENIENT, JsonObject.empty());
    }

    private String index(CollectionName collection) {
        return prefix + "-" + collection.value();
    }

    /** An owner's documents lie in one shard, so that a search asks one. */
    private static String routing(Owner owner) {
        return "?routing=" + Key.of(owner);
    }

    private static int dimensions(List<VectorRecord> records) {
        int dimensions = 0;
        for (VectorRecord record : records) {
            int actual = record.embedding().map(Embedding::dimensions).orElse(dimensions);
            if (dimensions != 0 && actual != dimensions) {
                throw new GatorException(
                        StoreError.WRONG_DIMENSIONS,
                        "a vector has " + actual + " dimensions, expected are " + dimensions);
            }
            dimensions = actual;
        }
        return dimensions;
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new GatorException(CallError.CLOSED, "the OpenSearch store is closed");
        }
    }

    /**
     * Who asks.
     *
     * @param user the name
     * @param password the password
     */
    record Login(String user, Secret password) {}

    /** Collects what is optional. */
    public static final class Builder {

        final URI address;
        Optional<Login> login = Optional.empty();
        Duration timeout = Duration.ofSeconds(30);
        int largestAnswer = 64 << 20;

        @Nullable
        SSLContext tls;

        private String prefix = "gator";

        private Builder(URI address) {
            String scheme = String.valueOf(address.getScheme());
            Require.that(
                    (scheme.equals("https") || scheme.equals("http")) && address.getHost() != null,
                    "not an address of OpenSearch: " + address);
            this.address = address;
        }

        /** Names the user; a password crosses no network without TLS. */
        public Builder login(String user, Secret password) {
            String host = String.valueOf(address.getHost());
            boolean stays = Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
            Require.that(stays || "https".equals(address.getScheme()), "a password needs https, not " + address);
            login = Optional.of(new Login(Require.text("user", user), password));
            return this;
        }

        /** Begins the names of indices with something else than {@code gator}. */
        public Builder prefix(String other) {
            prefix = CollectionName.of(other).value();
            return this;
        }

        /** Allows each request so long; 30 seconds unless set. */
        public Builder timeout(Duration other) {
            timeout = Require.positive("timeout", other);
            return this;
        }

        /** Accepts no answer larger than so many bytes; 64 MiB unless set. */
        public Builder largestAnswer(int bytes) {
            largestAnswer = Require.range("largest answer", bytes, 1, Integer.MAX_VALUE);
            return this;
        }

        /** Trusts what this context trusts, such as a certificate of one's own. */
        public Builder tls(SSLContext context) {
            tls = context;
            return this;
        }

        /** Returns the store; the first request shows whether OpenSearch is there. */
        public OpenSearchStore open() {
            return new OpenSearchStore(this);
        }
    }
}
