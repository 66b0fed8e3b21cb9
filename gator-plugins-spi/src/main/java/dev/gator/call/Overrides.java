package dev.gator.call;

import dev.gator.secret.Secret;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another model name, key or address for one single request: the tenant's own key, a canary model, a test server. */
public final class Overrides {

    private static final Overrides NONE = new Overrides(null, null, null);

    private final @Nullable String model;
    private final @Nullable Secret key;
    private final @Nullable URI baseUrl;

    private Overrides(@Nullable String model, @Nullable Secret key, @Nullable URI baseUrl) {
        this.model = model;
        this.key = key;
        this.baseUrl = baseUrl;
    }

    /** Returns no overrides at all. */
    public static Overrides none() {
        return NONE;
    }

    /** Returns a copy that asks for another model of the same provider. */
    public Overrides withModel(String name) {
        return new Overrides(name, key, baseUrl);
    }

    /** Returns a copy that signs with another key. */
    public Overrides withKey(Secret other) {
        return new Overrides(model, other, baseUrl);
    }

    /** Returns a copy that calls another address. */
    public Overrides withBaseUrl(URI address) {
        return new Overrides(model, key, address);
    }

    /** Returns the other model's name, if one was given. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** Returns the other key, if one was given. */
    public Optional<Secret> key() {
        return Optional.ofNullable(key);
    }

    /** Returns the other address, if one was given. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** Returns whether nothing is overridden. */
    public boolean isEmpty() {
        return this == NONE || (model == null && key == null && baseUrl == null);
    }
}
