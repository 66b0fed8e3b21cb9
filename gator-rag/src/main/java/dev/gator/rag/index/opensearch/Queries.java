package dev.gator.rag.index.opensearch;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.store.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The bodies of searches. Whatever looks for records is built over {@link #records}, which is where owners are kept apart. */
final class Queries {

    private static final JsonArray BEST_FIRST =
            JsonArray.of(one("_score", Json.of("desc")), one(Documents.ID, Json.of("asc")));
    private static final JsonArray SHOWN =
            JsonArray.ofStrings(List.of(Documents.ID, Documents.TEXT, Documents.VECTOR, Documents.ATTRIBUTES));

    private Queries() {}

    /** An owner's records that pass a filter. */
    static JsonObject records(Owner owner, Filter filter) {
        return bool(
                "filter",
                List.of(
                        term(Documents.OWNER, Key.of(owner)),
                        term(Documents.KIND, Documents.RECORD),
                        Facts.query(filter)));
    }

    /** Everything of an owner, be it records or notes about them; a tenant as a whole with all its users. */
    static JsonObject everything(Owner owner) {
        return owner.user().isPresent()
                ? term(Documents.OWNER, Key.of(owner))
                : term(Documents.TENANT, Key.ofTenant(owner));
    }

    static JsonObject near(JsonObject records, Embedding vector, int considered) {
        JsonObject search = JsonObject.builder()
                .put("vector", numbers(vector))
                .put("k", considered)
                .put("filter", records)
                .build();
        return one("knn", one(Documents.field(vector.dimensions()), search));
    }

    static JsonObject containing(JsonObject records, String words) {
        JsonObject match = one("match", one(Documents.TEXT, Json.of(words)));
        JsonObject parts =
                JsonObject.builder().put("must", match).put("filter", records).build();
        return one("bool", parts);
    }

    static JsonObject search(JsonObject query, int count) {
        return JsonObject.builder()
                .put("query", query)
                .put("size", count)
                .put("sort", BEST_FIRST)
                .put("_source", SHOWN)
                .build();
    }

    static JsonObject query(JsonObject query) {
        return one("query", query);
    }

    /** Counts by index. */
    static JsonObject byIndex(JsonObject query, int most) {
        JsonObject terms =
                JsonObject.builder().put("field", "_index").put("size", most).build();
        return JsonObject.builder()
                .put("size", 0)
                .put("query", query)
                .put("aggs", one("indices", one("terms", terms)))
                .build();
    }

    static JsonObject term(String field, String value) {
        return one("term", one(field, Json.of(value)));
    }

    static JsonObject bool(String kind, List<JsonObject> parts) {
        return one("bool", one(kind, JsonArray.of(parts)));
    }

    static JsonObject one(String name, Json value) {
        return JsonObject.builder().put(name, value).build();
    }

    static JsonArray numbers(Embedding vector) {
        List<Json> numbers = new ArrayList<>(vector.dimensions());
        for (int i = 0; i < vector.dimensions(); i++) {
            numbers.add(Json.of(new BigDecimal(Float.toString(vector.get(i)))));
        }
        return JsonArray.of(numbers);
    }
}
