package dev.gator.rag.index;

import dev.gator.store.VectorStore;
import java.nio.file.Path;

class ExactDurabilityTest extends DurabilityContract {

    @Override
    String kind() {
        return "exact";
    }

    @Override
    VectorStore open(Path path) {
        return Stores.exact(path);
    }
}
