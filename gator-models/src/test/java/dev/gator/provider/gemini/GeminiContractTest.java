package dev.gator.provider.gemini;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.ChatModelContract;
import dev.gator.tck.EmbeddingDialect;
import dev.gator.tck.EmbeddingModelContract;
import dev.gator.tck.ModelListDialect;
import dev.gator.tck.ModelProviderContract;
import dev.gator.tck.provider.GeminiWire;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Contents as Gemini has them, with everything that a model can claim there and with nothing. */
class GeminiContractTest {

    private static ChatModel model(ProviderConfig config, String name, EnumSet<Capability> claimed) {
        ModelCard card = ModelCard.of("gemini:" + name).can(claimed).build();
        ProviderConfig.Builder copy = ProviderConfig.builder()
                .secrets(config.secrets())
                .timeouts(config.timeouts())
                .maxAnswerBytes(config.maxAnswerBytes())
                .catalog(asked -> asked.equals(card.id()) ? Optional.of(card) : Optional.empty());
        config.baseUrl().ifPresent(copy::baseUrl);
        config.key("").ifPresent(copy::key);
        return Gemini.of(copy.build()).chat(name);
    }

    @Nested
    class WithEveryCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            EnumSet<Capability> all =
                    EnumSet.complementOf(EnumSet.of(Capability.PROMPT_CACHE, Capability.AUDIO_OUTPUT));
            return GeminiContractTest.model(config, "gemini-3.8-flash", all);
        }

        @Override
        public ChatDialect dialect() {
            return GeminiWire.create();
        }
    }

    @Nested
    class ThinkingByBudgetAndWithoutCallIds implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            EnumSet<Capability> all = EnumSet.complementOf(
                    EnumSet.of(Capability.PROMPT_CACHE, Capability.AUDIO_OUTPUT, Capability.JSON_SCHEMA));
            return GeminiContractTest.model(config, "gemini-2.5-pro", all);
        }

        @Override
        public ChatDialect dialect() {
            return GeminiWire.withoutCallIds();
        }
    }

    @Nested
    class WithNoCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return GeminiContractTest.model(config, "gemini-test", EnumSet.noneOf(Capability.class));
        }

        @Override
        public ChatDialect dialect() {
            return GeminiWire.create();
        }
    }

    @Nested
    class AsEmbeddings implements EmbeddingModelContract {
        @Override
        public EmbeddingModel model(ProviderConfig config) {
            return Gemini.of(config).embedding("gemini-embedding-001");
        }

        @Override
        public EmbeddingDialect dialect() {
            return GeminiWire.create();
        }
    }

    @Nested
    class AsProvider implements ModelProviderContract {
        @Override
        public ModelProvider provider(ProviderConfig config) {
            return Gemini.of(config);
        }

        @Override
        public ModelListDialect dialect() {
            return GeminiWire.create();
        }
    }
}
