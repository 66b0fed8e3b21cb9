package dev.gator.rag.index.opensearch;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.store.Filter;
import dev.gator.store.StoreError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many dimensions an owner's collection has. The first vector claims it with a marker that is created once, whichever
 * process is first; the marker of a collection that was emptied counts no longer.
 */
final class Claims {

    private final Wire wire;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();

    Claims(Wire wire) {
        this.wire = wire;
    }

    /** Makes sure that the index is there. */
    void prepare(String index) {
        if (prepared.add(index)) {
            wire.create("/" + index, Documents.index());
        }
    }

    /** Makes sure that an owner's collection has so many dimensions from now on. */
    void claim(String index, Owner owner, int dimensions) {
        if (prepared.add(index + "/" + dimensions)) {
            wire.call("PUT", "/" + index + "/_mapping", Documents.vectors(dimensions));
        }
        OptionalInt claimed = read(index, owner);
        if (claimed.isEmpty()) {
            boolean first = wire.create("/" + index + "/_create/" + marker(owner), Documents.marker(owner, dimensions));
            claimed = first ? OptionalInt.of(dimensions) : read(index, owner);
        }
        if (claimed.orElse(dimensions) != dimensions) {
            requireEmptied(index, owner, dimensions, claimed.getAsInt());
            wire.call("PUT", "/" + index + "/_doc/" + marker(owner), Documents.marker(owner, dimensions));
        }
        known.put(marker(owner) + index, dimensions);
    }

    /** Checks that vectors of so many dimensions can be looked for; false if there are none at all. */
    boolean searchable(String index, Owner owner, int dimensions) {
        Integer remembered = known.get(marker(owner) + index);
        OptionalInt claimed =
                remembered != null && remembered == dimensions ? OptionalInt.of(dimensions) : read(index, owner);
        if (claimed.isPresent() && claimed.getAsInt() != dimensions) {
            requireEmptied(index, owner, dimensions, claimed.getAsInt());
            return false;
        }
        claimed.ifPresent(same -> known.put(marker(owner) + index, same));
        return claimed.isPresent();
    }

    /** Forgets what was learnt, as others may have changed it. */
    void forget() {
        known.clear();
    }

    private OptionalInt read(String index, Owner owner) {
        Optional<JsonObject> marker = wire.find("GET", "/" + index + "/_doc/" + marker(owner));
        return marker.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) marker.get()
                        .object("_source")
                        .number(Documents.DIMENSIONS)
                        .longValue());
    }

    private void requireEmptied(String index, Owner owner, int dimensions, int claimed) {
        wire.call("POST", "/" + index + "/_refresh", JsonObject.empty());
        JsonObject vectors = Queries.bool(
                "filter",
                List.of(
                        Queries.records(owner, Filter.all()),
                        Queries.one("exists", Queries.one("field", Json.of(Documents.DIMENSIONS)))));
        long kept = wire.call("POST", "/" + index + "/_count", Queries.query(vectors))
                .number("count")
                .longValue();
        if (kept > 0) {
            throw new GatorException(
                    StoreError.WRONG_DIMENSIONS, "a vector has " + dimensions + " dimensions, expected are " + claimed);
        }
    }

    private static String marker(Owner owner) {
        String routing = Key.of(owner);
        return Key.ofMarker(owner) + "?routing=" + routing;
    }
}
