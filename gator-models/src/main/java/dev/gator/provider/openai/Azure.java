package dev.gator.provider.openai;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ProviderConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Azure's way: every customer has an address, models are deployments that stand in the path, and the version of the API is
 * part of each address. A base URL that ends with {@code /openai/v1} is the newer form without any of this.
 */
final class Azure {

    static final String ADDRESS = "AZURE_OPENAI_ENDPOINT";
    private static final String VERSION = "2024-10-21";

    private Azure() {}

    static @Nullable URI base(Service service, ProviderConfig config) {
        if (!service.has(Quirk.AZURE_PATHS) || config.baseUrl().isPresent()) {
            return service.base();
        }
        return config.secrets()
                .find(ADDRESS)
                .map(found -> parse(found.reveal()))
                .orElse(null);
    }

    static String path(OpenAi provider, String model, String what) {
        boolean newForm = provider.config()
                .baseUrl()
                .or(() -> Optional.ofNullable(base(provider.service(), provider.config())))
                .map(url -> url.getPath() != null && url.getPath().matches(".*/openai/v1/?"))
                .orElse(false);
        if (newForm) {
            return what;
        }
        String deployment = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        return what.equals("/models")
                ? "/openai/models?api-version=" + VERSION
                : "/openai/deployments/" + deployment + what + "?api-version=" + VERSION;
    }

    private static URI parse(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new GatorException(ProviderError.BAD_SETTING, ADDRESS + " is not an address");
        }
    }
}
