package dev.gator.rag.index;

import dev.gator.rag.index.faiss.FaissStore;
import dev.gator.store.VectorStore;
import java.nio.file.Path;

/** Opens stores of chunks. One line chooses; what is stored and found is the same. */
public final class Stores {

    private Stores() {}

    /**
     * Opens a Lucene store in a folder, making it if need be. One store at a time may have the folder open.
     *
     * @throws dev.gator.error.GatorException IN_USE if another store has the folder open; CORRUPT from the first use of a
     *     collection whose files are not what was written
     */
    public static VectorStore lucene(Path folder) {
        return lucene(folder, LuceneSettings.ofDefaults());
    }

    /** Opens a Lucene store in a folder with other settings. */
    public static VectorStore lucene(Path folder, LuceneSettings settings) {
        return LuceneStore.open(folder, settings);
    }

    /**
     * Opens a store whose vectors lie in FAISS, making it if need be; {@link FaissStore} says which kinds there are.
     *
     * @param factory FAISS's own description of the index, such as {@code HNSW32} or {@code IVF1024,PQ48}
     * @throws dev.gator.error.GatorException NO_LIBRARY if FAISS is not there
     */
    public static VectorStore faiss(Path folder, String factory) {
        return FaissStore.open(folder, factory);
    }

    /** Returns a Lucene store that forgets with the process. */
    public static VectorStore inMemoryLucene() {
        return LuceneStore.inMemory(LuceneSettings.ofDefaults());
    }

    /**
     * Opens a store that compares with every record, in a folder, making it if need be: for collections of some thousand
     * records, which it keeps in memory and writes whole. Words count as they are written, without stems.
     *
     * @throws dev.gator.error.GatorException IN_USE if another store has the folder open; CORRUPT from the first use of a
     *     collection whose file is not what was written
     */
    public static VectorStore exact(Path folder) {
        return ExactStore.open(folder);
    }
}
