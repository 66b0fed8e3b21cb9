package dev.gator.rag.index.opensearch;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.store.VectorRecord;
import java.nio.ByteBuffer;
import java.util.Base64;

/** What lies in an index: records, and for each owner a marker that says how many dimensions the collection has. */
final class Documents {

    static final String KIND = "kind";
    static final String OWNER = "owner";
    static final String TENANT = "tenant";
    static final String ID = "id";
    static final String TEXT = "text";
    static final String VECTOR = "vector";
    static final String ATTRIBUTES = "attributes";
    static final String DIMENSIONS = "dimensions";
    static final String RECORD = "record";
    static final String MARKER = "marker";

    private Documents() {}

    /** Vectors of each number of dimensions have a field of their own, as OpenSearch fixes the number by field. */
    static String field(int dimensions) {
        return "knn_" + dimensions;
    }

    /** The settings and fields that every index has. */
    static JsonObject index() {
        JsonObject.Builder fields = JsonObject.builder();
        for (String keyword : new String[] {KIND, OWNER, TENANT, ID, Facts.KEYWORDS, Facts.NAMES}) {
            fields.put(keyword, type("keyword"));
        }
        fields.put(TEXT, type("text"));
        fields.put(VECTOR, type("binary"));
        fields.put(DIMENSIONS, type("integer"));
        fields.put(ATTRIBUTES, type("object").with("enabled", Json.of(false)));
        fields.put(Facts.NUMBERS, type("object").with("dynamic", Json.of(true)));
        JsonObject numbers = JsonObject.builder()
                .put("path_match", Facts.NUMBERS + ".*")
                .put("mapping", type("double"))
                .build();
        JsonObject mappings = JsonObject.builder()
                .put("dynamic", false)
                .put("_source", Queries.one("excludes", JsonArray.of(Json.of("knn_*"))))
                .put("properties", fields.build())
                .put("dynamic_templates", JsonArray.of(Queries.one("numbers", numbers)))
                .build();
        JsonObject settings = Queries.one("index", Queries.one("knn", Json.of(true)));
        return JsonObject.builder()
                .put("settings", settings)
                .put("mappings", mappings)
                .build();
    }

    /** The field of vectors of so many dimensions: a graph by Lucene, which filters while it walks. */
    static JsonObject vectors(int dimensions) {
        JsonObject method = JsonObject.builder()
                .put("name", "hnsw")
                .put("engine", "lucene")
                .put("space_type", "cosinesimil")
                .build();
        JsonObject field =
                type("knn_vector").with("dimension", Json.of(dimensions)).with("method", method);
        return Queries.one("properties", Queries.one(field(dimensions), field));
    }

    static JsonObject marker(Owner owner, int dimensions) {
        return owned(owner, MARKER).put(DIMENSIONS, dimensions).build();
    }

    static JsonObject of(Owner owner, VectorRecord record) {
        JsonObject.Builder document = owned(owner, RECORD)
                .put(ID, record.id())
                .put(TEXT, record.text())
                .put(ATTRIBUTES, Facts.kept(record.attributes()))
                .put(Facts.KEYWORDS, Facts.keywords(record.attributes()))
                .put(Facts.NAMES, Facts.names(record.attributes()))
                .put(Facts.NUMBERS, Facts.numbers(record.attributes()));
        record.embedding().ifPresent(vector -> {
            document.put(VECTOR, encoded(vector)).put(DIMENSIONS, vector.dimensions());
            // A vector without length has no direction; OpenSearch refuses it where cosines are compared.
            if (vector.dot(vector) > 0) {
                document.put(field(vector.dimensions()), Queries.numbers(vector));
            }
        });
        return document.build();
    }

    static VectorRecord read(JsonObject source) {
        Embedding vector = source.optionalString(VECTOR).map(Documents::decoded).orElse(null);
        return new VectorRecord(source.string(ID), vector, source.string(TEXT), Facts.read(source.object(ATTRIBUTES)));
    }

    private static JsonObject.Builder owned(Owner owner, String kind) {
        return JsonObject.builder().put(KIND, kind).put(OWNER, Key.of(owner)).put(TENANT, Key.ofTenant(owner));
    }

    private static JsonObject type(String name) {
        return Queries.one("type", Json.of(name));
    }

    private static String encoded(Embedding vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.dimensions() * Float.BYTES);
        bytes.asFloatBuffer().put(vector.toArray());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static Embedding decoded(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return Embedding.of(values);
    }
}
