package dev.gator.tck;

import dev.gator.embed.EmbeddingModel;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every embedding model on this machine must do, as tests that drive the real engine. */
@ExtendWith(ContractWatch.class)
@Timeout(120)
public interface LocalEmbeddingModelContract extends LocalEmbeddingTests {

    /** Returns the model under test; may return the same one every time. */
    @Override
    EmbeddingModel model();

    /** Returns how much a vector may differ between a batch and a call of its own; quantised models need some room. */
    @Override
    default double tolerance() {
        return 1e-3;
    }
}
