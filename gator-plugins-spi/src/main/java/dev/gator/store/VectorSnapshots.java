package dev.gator.store;

import dev.gator.call.Owner;
import java.nio.file.Path;

/** Saves collections as files and loads them again: for stores that can. */
public interface VectorSnapshots {

    /** Writes a collection into a folder; when this returns, either the whole is there or what was there before. */
    void save(Owner owner, CollectionName collection, Path folder);

    /**
     * Reads a collection from a folder in place of what is there, whole or not at all.
     *
     * @throws dev.gator.error.GatorException CORRUPT if a checksum or the format version is wrong
     */
    void load(Owner owner, CollectionName collection, Path folder);
}
