package dev.gator.local;

import dev.gator.embed.EmbeddingModel;
import dev.gator.tck.LocalEmbeddingModelContract;
import org.junit.jupiter.api.AfterAll;

class MiniLmContractTest implements LocalEmbeddingModelContract {

    private static final MiniLmEmbeddings MODEL = MiniLmEmbeddings.create();

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Override
    public EmbeddingModel model() {
        return MODEL;
    }
}
