package dev.gator.provider.anthropic;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.ChatModelContract;
import dev.gator.tck.ModelListDialect;
import dev.gator.tck.ModelProviderContract;
import dev.gator.tck.provider.AnthropicWire;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Messages as Anthropic has them, with everything that a model can claim there and with nothing. */
class AnthropicContractTest {

    private static ChatModel model(ProviderConfig config, String name, EnumSet<Capability> claimed) {
        ModelCard card = ModelCard.of("anthropic:" + name).can(claimed).build();
        ProviderConfig.Builder copy = ProviderConfig.builder()
                .secrets(config.secrets())
                .timeouts(config.timeouts())
                .maxAnswerBytes(config.maxAnswerBytes())
                .catalog(asked -> asked.equals(card.id()) ? Optional.of(card) : Optional.empty());
        config.baseUrl().ifPresent(copy::baseUrl);
        config.key("").ifPresent(copy::key);
        return Anthropic.of(copy.build()).chat(name);
    }

    private static EnumSet<Capability> everything() {
        return EnumSet.complementOf(
                EnumSet.of(Capability.SEED, Capability.JSON_MODE, Capability.AUDIO_INPUT, Capability.AUDIO_OUTPUT));
    }

    @Nested
    class WithEveryCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return AnthropicContractTest.model(config, "claude-sonnet-5-5", everything());
        }

        @Override
        public ChatDialect dialect() {
            return AnthropicWire.create();
        }
    }

    @Nested
    class ThinkingByBudget implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return AnthropicContractTest.model(config, "claude-haiku-4-5", everything());
        }

        @Override
        public ChatDialect dialect() {
            return AnthropicWire.create();
        }
    }

    @Nested
    class WithNoCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return AnthropicContractTest.model(config, "claude-test", EnumSet.noneOf(Capability.class));
        }

        @Override
        public ChatDialect dialect() {
            return AnthropicWire.create();
        }
    }

    @Nested
    class AsProvider implements ModelProviderContract {
        @Override
        public ModelProvider provider(ProviderConfig config) {
            return Anthropic.of(config);
        }

        @Override
        public ModelListDialect dialect() {
            return AnthropicWire.create();
        }
    }
}
