package dev.gator.tck;

import dev.gator.chat.ChatModel;
import dev.gator.provider.ProviderConfig;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every chat model that talks to a service must do, as tests. Implement the two methods in a test class:
 *
 * <pre>{@code
 * class AcmeContractTest implements ChatModelContract {
 *     public ChatModel model(ProviderConfig config) {
 *         return new AcmeProvider(config).chat("acme-1");
 *     }
 *
 *     public ChatDialect dialect() {
 *         return new AcmeWire();
 *     }
 * }
 * }</pre>
 *
 * <p>The tests play the service on a loopback socket; no key and no network are needed. What the model's card claims is
 * tested, and what it leaves out is tested as well.
 */
@ExtendWith(ChatContractExtension.class)
@Timeout(60)
public interface ChatModelContract
        extends TalkingTests,
                StreamingTests,
                PublisherTests,
                ToolTests,
                FormatTests,
                FileTests,
                SettingTests,
                ReasoningTests,
                CallTests,
                StoppingTests,
                ErrorTests,
                FaultTests,
                SecretTests {

    /**
     * Makes the model under test.
     *
     * @param config address, key, time limits and size limit to obey; the same as a provider gets. A model that is
     *     {@link AutoCloseable} is closed after the test
     */
    ChatModel model(ProviderConfig config);

    /** Returns how the service speaks. */
    ChatDialect dialect();
}
