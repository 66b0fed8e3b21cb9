package dev.gator.provider;

/** Makes a provider from a configuration. Plugins contribute these; an application may also call one directly. */
public interface ProviderFactory {

    /** Returns the name before the colon in model ids, such as {@code openai}. */
    String name();

    /** Returns the name of the secret that holds the key, such as {@code OPENAI_API_KEY}; empty if none is needed. */
    String keyName();

    /** Makes the provider. Reaches no network; a missing key shows at the first call and in the health. */
    ModelProvider create(ProviderConfig config);
}
