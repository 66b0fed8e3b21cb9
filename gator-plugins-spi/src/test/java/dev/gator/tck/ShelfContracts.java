package dev.gator.tck;

import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.Reranker;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The contracts of everything but chat, run on the toy service. */
final class ShelfContracts {

    static final AtomicReference<Optional<ShelfFlaw>> PLANTED = new AtomicReference<>(Optional.empty());

    private ShelfContracts() {}

    static final class Vectors implements EmbeddingModelContract {
        @Override
        public EmbeddingModel model(ProviderConfig config) {
            return provider(config).embedding("toy-vectors");
        }

        @Override
        public EmbeddingDialect dialect() {
            return new ToyShelf();
        }
    }

    static final class Ranking implements RerankerContract {
        @Override
        public Reranker model(ProviderConfig config) {
            return provider(config).ranking("toy-ranking");
        }

        @Override
        public RerankDialect dialect() {
            return new ToyShelf();
        }
    }

    static final class Provider implements ModelProviderContract {
        @Override
        public ModelProvider provider(ProviderConfig config) {
            return ShelfContracts.provider(config);
        }

        @Override
        public ModelListDialect dialect() {
            return new ToyShelf();
        }
    }

    private static ToyProvider provider(ProviderConfig config) {
        return new ToyProvider(
                config, flaw -> PLANTED.get().filter(planted -> planted == flaw).isPresent());
    }
}
