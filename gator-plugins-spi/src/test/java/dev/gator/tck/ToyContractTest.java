package dev.gator.tck;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.provider.ProviderConfig;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The correct toy model passes everything; {@link ChatContractFlawTest} plants flaws into it. */
class ToyContractTest implements ChatModelContract {

    static final AtomicReference<Optional<Flaw>> PLANTED = new AtomicReference<>(Optional.empty());

    @Override
    public ChatModel model(ProviderConfig config) {
        return new ToyModel(config, EnumSet.allOf(Capability.class), ToyContractTest::isPlanted);
    }

    @Override
    public ChatDialect dialect() {
        return new ToyWire();
    }

    static boolean isPlanted(Flaw flaw) {
        return PLANTED.get().filter(planted -> planted == flaw).isPresent();
    }
}
