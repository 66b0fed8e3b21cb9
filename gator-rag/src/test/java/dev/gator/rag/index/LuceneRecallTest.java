package dev.gator.rag.index;

import dev.gator.store.VectorStore;

class LuceneRecallTest extends RecallContract {

    @Override
    VectorStore open() {
        return Stores.inMemoryLucene();
    }
}
