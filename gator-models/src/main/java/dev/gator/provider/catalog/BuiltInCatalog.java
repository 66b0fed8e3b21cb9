package dev.gator.provider.catalog;

import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ModelCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue that comes with Gator. A provider's file, {@code openai.json} for {@code openai:...}, is read when one of
 * its models is first asked for. The application's own catalogue wins over it.
 */
public final class BuiltInCatalog {

    private static final ModelCatalog ALL = new ByProvider();

    private BuiltInCatalog() {}

    /** Returns the catalogue. */
    public static ModelCatalog get() {
        return ALL;
    }

    private static final class ByProvider implements ModelCatalog {
        private final Map<String, ModelCatalog> read = new ConcurrentHashMap<>();

        @Override
        public Optional<ModelCard> find(String id) {
            int colon = id.indexOf(':');
            String provider = colon < 0 ? "" : id.substring(0, colon);
            return provider.matches("[a-z0-9-]{1,40}")
                    ? read.computeIfAbsent(provider, ByProvider::read).find(id)
                    : Optional.empty();
        }

        private static ModelCatalog read(String provider) {
            try (InputStream in = BuiltInCatalog.class.getResourceAsStream(provider + ".json")) {
                return in == null
                        ? ModelCatalog.empty()
                        : ModelCatalog.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new GatorException(ProviderError.BAD_SETTING, "the catalogue of " + provider, e);
            }
        }
    }
}
