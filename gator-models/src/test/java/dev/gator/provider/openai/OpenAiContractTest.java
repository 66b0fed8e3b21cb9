package dev.gator.provider.openai;

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
import dev.gator.tck.provider.OpenAiResponsesWire;
import dev.gator.tck.provider.OpenAiWire;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Chat completions as OpenAI has them, with everything a model can claim and with nothing. */
class OpenAiContractTest {

    private static ChatModel model(ProviderConfig config, OpenAiCompatible service, EnumSet<Capability> claimed) {
        return model(config, service, claimed, OpenAiOptions.defaults());
    }

    private static ChatModel model(
            ProviderConfig config, OpenAiCompatible service, EnumSet<Capability> claimed, OpenAiOptions options) {
        String id = service.provider() + ":gpt-test";
        ModelCard card = ModelCard.of(id).can(claimed).build();
        ProviderConfig.Builder copy = ProviderConfig.builder()
                .secrets(config.secrets())
                .timeouts(config.timeouts())
                .maxAnswerBytes(config.maxAnswerBytes())
                .catalog(asked -> asked.equals(id) ? Optional.of(card) : Optional.empty());
        config.baseUrl().ifPresent(copy::baseUrl);
        config.key("").ifPresent(copy::key);
        return service.create(copy.build()).chat("gpt-test", options);
    }

    @Nested
    class WithEveryCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            EnumSet<Capability> all = EnumSet.allOf(Capability.class);
            all.remove(Capability.PROMPT_CACHE);
            return OpenAiContractTest.model(config, OpenAiCompatible.OPENAI, all);
        }

        @Override
        public ChatDialect dialect() {
            return OpenAiWire.create();
        }
    }

    @Nested
    class WithNoCapability implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            return OpenAiContractTest.model(config, OpenAiCompatible.OPENAI, EnumSet.noneOf(Capability.class));
        }

        @Override
        public ChatDialect dialect() {
            return OpenAiWire.create();
        }
    }

    @Nested
    class ThatShowsThoughts implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            EnumSet<Capability> all = EnumSet.allOf(Capability.class);
            all.remove(Capability.PROMPT_CACHE);
            return OpenAiContractTest.model(config, OpenAiCompatible.XAI, all);
        }

        @Override
        public ChatDialect dialect() {
            return OpenAiWire.withThoughts();
        }
    }

    @Nested
    class OverTheResponsesApi implements ChatModelContract {
        @Override
        public ChatModel model(ProviderConfig config) {
            EnumSet<Capability> all = EnumSet.allOf(Capability.class);
            all.removeAll(EnumSet.of(
                    Capability.PROMPT_CACHE,
                    Capability.SEED,
                    Capability.STOP_SEQUENCES,
                    Capability.AUDIO_INPUT,
                    Capability.AUDIO_OUTPUT));
            return OpenAiContractTest.model(config, OpenAiCompatible.OPENAI, all, OpenAiOptions.responses());
        }

        @Override
        public ChatDialect dialect() {
            return OpenAiResponsesWire.create();
        }
    }

    @Nested
    class Embeds implements EmbeddingModelContract {
        @Override
        public EmbeddingModel model(ProviderConfig config) {
            return OpenAiCompatible.OPENAI.create(config).embedding("text-embedding-3-small");
        }

        @Override
        public EmbeddingDialect dialect() {
            return OpenAiWire.create();
        }
    }

    @Nested
    class Provides implements ModelProviderContract {
        @Override
        public ModelProvider provider(ProviderConfig config) {
            return OpenAiCompatible.OPENAI.create(config);
        }

        @Override
        public ModelListDialect dialect() {
            return OpenAiWire.create();
        }
    }
}
