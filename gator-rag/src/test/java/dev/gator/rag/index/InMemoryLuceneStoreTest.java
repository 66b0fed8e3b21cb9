package dev.gator.rag.index;

import dev.gator.store.VectorStore;
import dev.gator.tck.store.VectorStoreContract;

class InMemoryLuceneStoreTest extends VectorStoreContract {

    @Override
    protected VectorStore open() {
        return Stores.inMemoryLucene();
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
