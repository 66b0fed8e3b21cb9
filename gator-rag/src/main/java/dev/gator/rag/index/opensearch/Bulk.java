package dev.gator.rag.index.opensearch;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.store.VectorRecord;
import java.util.Collection;
import java.util.List;

/** Many writes in few requests. */
final class Bulk {

    private static final int CHARACTERS = 4 << 20;

    private final Wire wire;
    private final String path;
    private final Owner owner;
    private final StringBuilder lines = new StringBuilder();
    private long deleted;

    Bulk(Wire wire, String index, Owner owner) {
        this.wire = wire;
        this.path = "/" + index + "/_bulk?routing=" + Key.of(owner);
        this.owner = owner;
    }

    void write(List<VectorRecord> records) {
        for (VectorRecord record : records) {
            line(action("index", record.id()));
            line(Documents.of(owner, record));
            sendIfLarge();
        }
        send();
    }

    /** Returns how many there were. */
    long delete(Collection<String> ids) {
        for (String id : ids) {
            line(action("delete", id));
            sendIfLarge();
        }
        send();
        return deleted;
    }

    private JsonObject action(String kind, String id) {
        return Queries.one(kind, Queries.one("_id", Json.of(Key.ofRecord(owner, id))));
    }

    private void line(JsonObject json) {
        lines.append(json).append('\n');
    }

    private void sendIfLarge() {
        if (lines.length() > CHARACTERS) {
            send();
        }
    }

    private void send() {
        if (lines.isEmpty()) {
            return;
        }
        JsonArray items = wire.bulk(path, lines.toString()).array("items");
        lines.setLength(0);
        for (Json item : items) {
            JsonObject done = item.asObject().iterator().next().value().asObject();
            deleted += done.optionalString("result").orElse("").equals("deleted") ? 1 : 0;
            done.optionalObject("error").ifPresent(this::refuse);
        }
    }

    private void refuse(JsonObject error) {
        String type = error.optionalString("type").orElse("");
        // Deleting from an index that is not there deletes nothing.
        if (!type.equals("index_not_found_exception")) {
            throw new GatorException(OpenSearchError.REFUSED, "OpenSearch refused a record with " + type);
        }
    }
}
