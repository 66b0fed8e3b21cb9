package dev.gator.provider.cohere;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.Reranker;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.ChatModelContract;
import dev.gator.tck.EmbeddingDialect;
import dev.gator.tck.EmbeddingModelContract;
import dev.gator.tck.ModelListDialect;
import dev.gator.tck.ModelProviderContract;
import dev.gator.tck.RerankDialect;
import dev.gator.tck.RerankerContract;
import dev.gator.tck.provider.CohereWire;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Cohere's API, with everything that a model can claim there and with nothing. */
class CohereContractTest {

    private static ChatModel model(ProviderConfig config, EnumSet<Capability> claimed) {
        ModelCard card = ModelCard.of("cohere:command-test").can(claimed).build();
        ProviderConfig.Builder copy = ProviderConfig.builder()
                .secrets(config.secrets())
                .timeouts(config.timeouts())
                .maxAnswerBytes(config.maxAnswerBytes())
                .catalog(asked -> asked.equals(card.id()) ? Optional.of(card) : Optional.empty());
        config.baseUrl().ifPresent(copy::baseUrl);
        config.key("").ifPresent(copy::key);
        return Cohere.of(copy.build()).chat(card.name());
    }

    @Nested
    class WithEveryCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return CohereContractTest.model(
                    config,
                    EnumSet.complementOf(EnumSet.of(
                            Capability.DOCUMENT_INPUT,
                            Capability.AUDIO_INPUT,
                            Capability.AUDIO_OUTPUT,
                            Capability.PROMPT_CACHE)));
        }

        @Override
        public ChatDialect dialect() {
            return CohereWire.create();
        }
    }

    @Nested
    class WithNoCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return CohereContractTest.model(config, EnumSet.noneOf(Capability.class));
        }

        @Override
        public ChatDialect dialect() {
            return CohereWire.create();
        }
    }

    @Nested
    class Embeds implements EmbeddingModelContract {
        @Override
        public EmbeddingModel model(ProviderConfig config) {
            return Cohere.of(config).embedding("embed-v4.0");
        }

        @Override
        public EmbeddingDialect dialect() {
            return CohereWire.create();
        }
    }

    @Nested
    class Reranks implements RerankerContract {
        @Override
        public Reranker model(ProviderConfig config) {
            return Cohere.of(config).reranker("rerank-v3.5");
        }

        @Override
        public RerankDialect dialect() {
            return CohereWire.create();
        }
    }

    @Nested
    class Provides implements ModelProviderContract {
        @Override
        public ModelProvider provider(ProviderConfig config) {
            return Cohere.of(config);
        }

        @Override
        public ModelListDialect dialect() {
            return CohereWire.create();
        }
    }
}
