package dev.gator.tck;

import dev.gator.chat.ChatModel;
import dev.gator.provider.ProviderConfig;
import java.util.Set;

/** A model whose card claims nothing passes the same contract: by refusing or warning. */
class ToyBareContractTest implements ChatModelContract {

    @Override
    public ChatModel model(ProviderConfig config) {
        return new ToyModel(config, Set.of(), ToyContractTest::isPlanted);
    }

    @Override
    public ChatDialect dialect() {
        return new ToyWire();
    }
}
