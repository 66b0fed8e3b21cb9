package dev.gator.tck;

import dev.gator.embed.EmbeddingModel;
import dev.gator.provider.ProviderConfig;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every embedding model that talks to a service must do, as tests. Implement the two methods in a test class. */
@ExtendWith(ServiceContractExtension.class)
@Timeout(60)
public interface EmbeddingModelContract extends EmbeddingTests {

    /** Makes the model under test; see {@link ChatModelContract#model}. */
    EmbeddingModel model(ProviderConfig config);

    /** Returns how the service speaks. */
    EmbeddingDialect dialect();
}
