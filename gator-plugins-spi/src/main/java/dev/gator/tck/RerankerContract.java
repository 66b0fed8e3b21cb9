package dev.gator.tck;

import dev.gator.embed.Reranker;
import dev.gator.provider.ProviderConfig;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every reranker that talks to a service must do, as tests. Implement the two methods in a test class. */
@ExtendWith(ServiceContractExtension.class)
@Timeout(60)
public interface RerankerContract extends RerankTests {

    /** Makes the reranker under test; see {@link ChatModelContract#model}. */
    Reranker model(ProviderConfig config);

    /** Returns how the service speaks. */
    RerankDialect dialect();
}
