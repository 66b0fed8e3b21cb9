package dev.gator.rag.ingest;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.rag.document.Document;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import dev.gator.testing.ScriptedEmbeddings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A collection to ingest into, and what is asked about it afterwards. */
final class Shelf {

    static final CollectionName BOOKS = CollectionName.of("books");

    final VectorStore store;
    final ScriptedEmbeddings model = ScriptedEmbeddings.create();

    Shelf() {
        this(VectorStore.inMemory());
    }

    Shelf(VectorStore store) {
        this.store = store;
    }

    Ingestor ingestor() {
        return Ingestor.into(store, BOOKS).withEmbeddings(model);
    }

    IngestReport ingest(Document... documents) {
        return ingestor().ingest(Origin.of(documents), CallContext.create());
    }

    int textsEmbedded() {
        return model.requests().stream()
                .mapToInt(request -> request.texts().size())
                .sum();
    }

    long pieces() {
        return store.count(Owner.DEFAULT, BOOKS, Filter.all());
    }

    /** Returns the records that fit a query best, all of them, by id. */
    Map<String, VectorRecord> records() {
        Map<String, VectorRecord> all = new TreeMap<>();
        store.search(Owner.DEFAULT, BOOKS, VectorQuery.near(model.embed("all")).top(10_000)).stream()
                .map(VectorHit::record)
                .forEach(record -> all.put(record.id(), record));
        return all;
    }

    List<String> words() {
        return records().values().stream().map(VectorRecord::text).sorted().toList();
    }

    static String text(String subject, int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= sentences; i++) {
            text.append("Sentence ")
                    .append(i)
                    .append(" tells of ")
                    .append(subject)
                    .append(" again. ");
        }
        return text.toString();
    }
}
