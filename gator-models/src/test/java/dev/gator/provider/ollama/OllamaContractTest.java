package dev.gator.provider.ollama;

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
import dev.gator.tck.provider.OllamaWire;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Ollama's own API, with everything that a model can claim there and with nothing. */
class OllamaContractTest {

    private static ChatModel model(ProviderConfig config, String name, EnumSet<Capability> claimed) {
        ModelCard card = ModelCard.of("ollama:" + name).can(claimed).build();
        ProviderConfig.Builder copy = ProviderConfig.builder()
                .secrets(config.secrets())
                .timeouts(config.timeouts())
                .maxAnswerBytes(config.maxAnswerBytes())
                .catalog(asked -> asked.equals(card.id()) ? Optional.of(card) : Optional.empty());
        config.baseUrl().ifPresent(copy::baseUrl);
        config.key("").ifPresent(copy::key);
        return Ollama.of(copy.build()).chat(name);
    }

    private static EnumSet<Capability> everything() {
        return EnumSet.complementOf(EnumSet.of(
                Capability.TOOL_CHOICE,
                Capability.DOCUMENT_INPUT,
                Capability.AUDIO_INPUT,
                Capability.AUDIO_OUTPUT,
                Capability.PROMPT_CACHE));
    }

    @Nested
    class WithEveryCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return OllamaContractTest.model(config, "everything:8b", everything());
        }

        @Override
        public ChatDialect dialect() {
            return OllamaWire.create();
        }
    }

    @Nested
    class ThinkingInDegrees implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return OllamaContractTest.model(config, "gpt-oss:20b", everything());
        }

        @Override
        public ChatDialect dialect() {
            return OllamaWire.create();
        }
    }

    @Nested
    class WithNoCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return OllamaContractTest.model(config, "nothing", EnumSet.noneOf(Capability.class));
        }

        @Override
        public ChatDialect dialect() {
            return OllamaWire.create();
        }
    }

    @Nested
    class Embeds implements EmbeddingModelContract {
        @Override
        public EmbeddingModel model(ProviderConfig config) {
            return Ollama.of(config).embedding("nomic-embed-text");
        }

        @Override
        public EmbeddingDialect dialect() {
            return OllamaWire.create();
        }
    }

    @Nested
    class Provides implements ModelProviderContract {
        @Override
        public ModelProvider provider(ProviderConfig config) {
            return Ollama.of(config);
        }

        @Override
        public ModelListDialect dialect() {
            return OllamaWire.create();
        }
    }
}
