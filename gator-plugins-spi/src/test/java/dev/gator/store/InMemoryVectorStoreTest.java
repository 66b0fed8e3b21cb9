package dev.gator.store;

import dev.gator.tck.store.VectorStoreContract;

class InMemoryVectorStoreTest extends VectorStoreContract {

    @Override
    protected VectorStore open() {
        return VectorStore.inMemory();
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
