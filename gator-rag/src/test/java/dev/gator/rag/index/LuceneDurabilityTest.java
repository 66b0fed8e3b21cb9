package dev.gator.rag.index;

import dev.gator.store.VectorStore;
import java.nio.file.Path;

class LuceneDurabilityTest extends DurabilityContract {

    @Override
    String kind() {
        return "lucene";
    }

    @Override
    VectorStore open(Path path) {
        return Stores.lucene(path);
    }
}
