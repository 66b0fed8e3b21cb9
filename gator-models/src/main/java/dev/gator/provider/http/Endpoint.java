package dev.gator.provider.http;

import dev.gator.call.Overrides;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is, and how it knows us. Thread-safe.
 *
 * <p>What was configured for one host, key and extra headers alike, is never sent to another: a request that overrides the
 * address and not the key goes out without a key.
 */
public final class Endpoint {

    /** A configured header with so long a value may be a key to a gateway. */
    private static final int LIKE_A_KEY = 16;

    private final String provider;
    private final @Nullable URI base;
    private final String keyName;
    private final boolean keyNeeded;
    private final KeyHeader keyHeader;
    private final Map<String, String> publicHeaders;
    private final Map<String, String> ownHeaders;
    private final ProviderConfig config;
    private volatile @Nullable Target usual;

    private Endpoint(Builder builder) {
        this.provider = builder.provider;
        this.config = builder.config;
        this.base = config.baseUrl().orElse(builder.base);
        this.keyName = builder.keyName;
        this.keyNeeded = builder.keyNeeded;
        this.keyHeader = builder.keyHeader;
        this.publicHeaders = Map.copyOf(builder.publicHeaders);
        this.ownHeaders = new LinkedHashMap<>(builder.ownHeaders);
        this.ownHeaders.putAll(config.headers());
    }

    /** Starts the endpoint of a provider at its usual address; null if it has none and the configuration must say. */
    public static Builder of(String provider, @Nullable URI base, ProviderConfig config) {
        return new Builder(provider, base, config);
    }

    /** Returns where a call goes and what it carries; throws {@link ProviderError#MISSING_KEY} if there must be a key. */
    public Target resolve(Overrides overrides) {
        if (overrides.key().isEmpty() && overrides.baseUrl().isEmpty()) {
            Target known = usual;
            if (known == null) {
                known = target(configuredAddress(), configuredKey(), true);
                usual = known;
            }
            return known;
        }
        HttpUrl url = overrides.baseUrl().map(Address::check).orElseGet(this::configuredAddress);
        boolean home = overrides.baseUrl().isEmpty() || (base != null && Address.sameOrigin(url, Address.check(base)));
        Optional<Secret> key = overrides.key().or(() -> home ? configuredKey() : Optional.empty());
        return target(url, key, home);
    }

    /** Returns whether a call could be made at all, as far as one can tell without making one. */
    public boolean isConfigured() {
        return base != null && (!keyNeeded || config.key(keyName).isPresent());
    }

    /** Returns the name of the secret that holds the key, or an empty text. */
    public String keyName() {
        return keyName;
    }

    /** Returns the provider's name. */
    public String provider() {
        return provider;
    }

    private HttpUrl configuredAddress() {
        if (base == null) {
            throw new GatorException(
                    ProviderError.BAD_SETTING, provider + " has no usual address; configure its base URL");
        }
        return Address.check(base);
    }

    private Optional<Secret> configuredKey() {
        Optional<Secret> key = config.key(keyName);
        if (keyNeeded && key.isEmpty()) {
            throw new GatorException(ProviderError.MISSING_KEY, provider + " has no key; it looks for " + keyName);
        }
        return key;
    }

    private Target target(HttpUrl url, Optional<Secret> key, boolean home) {
        Headers.Builder headers = new Headers.Builder().set("User-Agent", "gator");
        set(headers, publicHeaders);
        List<String> secrets = new ArrayList<>();
        if (home) {
            set(headers, ownHeaders);
            ownHeaders.values().stream()
                    .filter(value -> value.length() >= LIKE_A_KEY)
                    .forEach(secrets::add);
        }
        key.ifPresent(secret -> {
            secrets.add(secret.reveal());
            headers.set(keyHeader.name(), keyHeader.prefix() + secret.reveal());
        });
        return new Target(provider, url, headers.build(), new Redactor(secrets));
    }

    private static void set(Headers.Builder headers, Map<String, String> values) {
        values.forEach((name, value) -> {
            try {
                headers.set(name, value);
            } catch (IllegalArgumentException e) { // its message would show the value
                throw new GatorException(
                        ProviderError.BAD_SETTING, "HTTP allows no header '" + name + "' with the given value");
            }
        });
    }

    /** Collects what is known about a service. */
    public static final class Builder {
        private final String provider;
        private final @Nullable URI base;
        private final ProviderConfig config;
        private String keyName = "";
        private boolean keyNeeded;
        private KeyHeader keyHeader = KeyHeader.BEARER;
        private final Map<String, String> publicHeaders = new LinkedHashMap<>();
        private final Map<String, String> ownHeaders = new LinkedHashMap<>();

        private Builder(String provider, @Nullable URI base, ProviderConfig config) {
            this.provider = provider;
            this.base = base;
            this.config = config;
        }

        /** Sets the name of the secret that holds the key; without it no call is made. */
        public Builder key(String name, KeyHeader header) {
            this.keyName = name;
            this.keyHeader = header;
            this.keyNeeded = true;
            return this;
        }

        /** Sets the name of the secret that holds the key, for services that also work without one. */
        public Builder optionalKey(String name, KeyHeader header) {
            key(name, header);
            this.keyNeeded = false;
            return this;
        }

        /** Adds a header that may go to any host, such as a protocol version. */
        public Builder header(String name, String value) {
            publicHeaders.put(name, value);
            return this;
        }

        /** Adds a header that goes to the configured host only, such as an account's name. */
        public Builder ownHeader(String name, String value) {
            ownHeaders.put(name, value);
            return this;
        }

        /** Returns the endpoint. */
        public Endpoint build() {
            return new Endpoint(this);
        }
    }
}
