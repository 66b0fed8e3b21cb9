package dev.gator.offline;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.provider.ModelKind;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The provider that is always there: {@code offline}. Thread-safe. */
public final class OfflineModels implements ModelProvider {

    private final OfflineWriter writer = OfflineWriter.create();

    private OfflineModels() {}

    /** Returns the provider. */
    public static OfflineModels create() {
        return new OfflineModels();
    }

    /** Returns what makes the provider from a configuration, as plugins hand it in. */
    public static ProviderFactory factory() {
        return new Factory();
    }

    @Override
    public String name() {
        return OfflineWriter.ID;
    }

    @Override
    public Set<ModelKind> kinds() {
        return Set.of(ModelKind.CHAT);
    }

    @Override
    public Optional<String> usualChatModel() {
        return Optional.of(OfflineWriter.ID);
    }

    /** Returns the writer, whatever the name. */
    @Override
    public ChatModel chat(String model) {
        return writer;
    }

    @Override
    public List<ModelCard> models(CallContext context) {
        return List.of(writer.card());
    }

    @Override
    public ProviderHealth health(CallContext context) {
        return new ProviderHealth(
                name(),
                ProviderHealth.State.HEALTHY,
                "no AI model: answers are composed from the prompt",
                Duration.ZERO);
    }

    @Override
    public void close() {
        // it holds nothing
    }

    private static final class Factory implements ProviderFactory {

        @Override
        public String name() {
            return OfflineWriter.ID;
        }

        @Override
        public String keyName() {
            return "";
        }

        @Override
        public OfflineModels create(ProviderConfig config) {
            return OfflineModels.create();
        }
    }
}
