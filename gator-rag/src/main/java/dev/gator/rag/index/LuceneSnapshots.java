package dev.gator.rag.index;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.store.CollectionName;
import dev.gator.store.StoreError;
import dev.gator.store.VectorSnapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.store.Directory;

/** Copies the files of a commit out and in. */
final class LuceneSnapshots implements VectorSnapshots {

    private final Shelves shelves;

    LuceneSnapshots(Shelves shelves) {
        this.shelves = shelves;
    }

    @Override
    public void save(Owner owner, CollectionName collection, Path folder) {
        boolean saved = Failures.during(
                "saving " + collection.value() + " to " + folder,
                () -> shelves.ifPresent(Place.of(owner, collection), false, index -> {
                    save(index, new SnapshotFolder(folder));
                    return true;
                }));
        if (!saved) {
            throw new GatorException(StoreError.NOT_FOUND, "this owner has no collection " + collection.value());
        }
    }

    @Override
    public void load(Owner owner, CollectionName collection, Path folder) {
        Failures.during("loading " + folder, () -> {
            try (Directory saved = new SnapshotFolder(folder).open()) {
                shelves.useAlone(Place.of(owner, collection), index -> {
                    index.replaceBy(saved);
                    return true;
                });
            }
        });
    }

    private static void save(CollectionIndex index, SnapshotFolder folder) throws IOException {
        index.copy((from, files) -> folder.save(to -> {
            List<String> all = List.copyOf(files);
            SnapshotFolder.copy(from, all, to);
            return all;
        }));
    }
}
