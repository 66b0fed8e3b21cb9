package dev.gator.tck;

import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every provider of models behind a service must do, as tests. Implement the two methods in a test class. */
@ExtendWith(ServiceContractExtension.class)
@Timeout(60)
public interface ModelProviderContract extends ProviderTests {

    /** Makes the provider under test; it is closed after the test. */
    ModelProvider provider(ProviderConfig config);

    /** Returns how the service speaks. */
    ModelListDialect dialect();
}
