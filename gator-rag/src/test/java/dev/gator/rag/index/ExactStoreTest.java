package dev.gator.rag.index;

import dev.gator.store.VectorStore;
import dev.gator.tck.store.VectorStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ExactStoreTest extends VectorStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected VectorStore open() {
        return Stores.exact(folder);
    }
}
