package dev.gator.provider.ollama;

import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;

/** Says how to get a model that the server does not have. */
final class Pull {

    private Pull() {}

    static GatorException hint(GatorException e, String model) {
        return e.code() == ProviderError.UNKNOWN_MODEL
                ? new GatorException(ProviderError.UNKNOWN_MODEL, e.detail() + "; get it with: ollama pull " + model, e)
                : e;
    }
}
