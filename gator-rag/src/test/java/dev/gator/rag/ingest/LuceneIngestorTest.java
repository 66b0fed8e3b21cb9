package dev.gator.rag.ingest;

import dev.gator.rag.index.Stores;
import dev.gator.store.VectorStore;

/** The same on an index, where what was written is not seen before it is looked for anew. */
class LuceneIngestorTest extends IngestorTest {

    @Override
    VectorStore store() {
        return Stores.inMemoryLucene();
    }
}
