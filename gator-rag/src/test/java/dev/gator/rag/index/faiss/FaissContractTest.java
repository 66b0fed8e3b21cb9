package dev.gator.rag.index.faiss;

import dev.gator.store.VectorStore;
import dev.gator.tck.store.VectorStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract, once with a graph that knows every record and once with everything compared one by one. */
class FaissContractTest {

    @BeforeAll
    static void assumeBuilt() {
        Library.assumeBuilt();
    }

    @Nested
    class Graph extends VectorStoreContract {

        @TempDir
        private Path folder;

        @Override
        protected VectorStore open() {
            return FaissStore.open(folder, new Tuning("HNSW32", 128, 1));
        }
    }

    @Nested
    class Lists extends VectorStoreContract {

        @TempDir
        private Path folder;

        @Override
        protected VectorStore open() {
            return FaissStore.open(folder, new Tuning("IVF8,Flat", 64, 1));
        }
    }

    @Nested
    class OneByOne extends VectorStoreContract {

        @TempDir
        private Path folder;

        @Override
        protected VectorStore open() {
            return FaissStore.open(folder, "Flat");
        }
    }
}
