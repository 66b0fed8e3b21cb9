package dev.gator.bench.index;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.rag.index.Stores;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A store of Gator's, through its contract, at its own settings: whole records go in and come out. */
final class GatorContender implements Contender {

    private static final CollectionName DOCS = CollectionName.of("docs");
    private static final Attributes PASSES = Attributes.none().with("passes", true);
    private static final int BATCH = 500;

    private final Function<Path, VectorStore> opening;
    private VectorStore store;

    private GatorContender(Function<Path, VectorStore> opening) {
        this.opening = opening;
    }

    static GatorContender lucene() {
        return new GatorContender(Stores::lucene);
    }

    @Override
    public void build(float[][] vectors, Path folder) {
        try (VectorStore building = opening.apply(folder)) {
            List<VectorRecord> batch = new ArrayList<>();
            for (int id = 0; id < vectors.length; id++) {
                VectorRecord record = VectorRecord.of(String.valueOf(id), Embedding.of(vectors[id]), "");
                batch.add(ClusteredVectors.passes(id) ? record.with(PASSES) : record);
                if (batch.size() == BATCH || id == vectors.length - 1) {
                    building.upsert(Owner.DEFAULT, DOCS, batch);
                    batch.clear();
                }
            }
            building.flush(Owner.DEFAULT, DOCS);
        }
    }

    @Override
    public void open(Path folder) {
        store = opening.apply(folder);
        store.count(Owner.DEFAULT, DOCS, Filter.all());
    }

    @Override
    public List<Integer> efforts() {
        return List.of(0);
    }

    @Override
    public int[] search(float[] query, int effort) {
        return search(VectorQuery.near(Embedding.of(query)));
    }

    @Override
    public int[] searchFiltered(float[] query, int effort) {
        return search(VectorQuery.near(Embedding.of(query)).where(Filter.eq("passes", true)));
    }

    private int[] search(VectorQuery query) {
        return store.search(Owner.DEFAULT, DOCS, query.top(ClusteredVectors.NEIGHBOURS)).stream()
                .mapToInt(hit -> Integer.parseInt(hit.record().id()))
                .toArray();
    }

    @Override
    public void close() {
        store.close();
    }
}
