package dev.gator.provider;

import dev.gator.call.TimeSource;
import dev.gator.error.Require;
import dev.gator.secret.Secret;
import dev.gator.secret.SecretSource;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to reach a provider. Everything has a default; a key is found by the provider's own key name if none is given. */
public final class ProviderConfig {

    private final @Nullable Secret key;
    private final SecretSource secrets;
    private final @Nullable URI baseUrl;
    private final Timeouts timeouts;
    private final long maxAnswerBytes;
    private final Map<String, String> headers;
    private final ModelCatalog catalog;
    private final TimeSource time;

    private ProviderConfig(Builder builder) {
        this.key = builder.key;
        this.secrets = builder.secrets;
        this.baseUrl = builder.baseUrl;
        this.timeouts = builder.timeouts;
        this.maxAnswerBytes = builder.maxAnswerBytes;
        this.headers = Map.copyOf(builder.headers);
        this.catalog = builder.catalog;
        this.time = builder.time;
    }

    /** Returns the configuration that takes everything from the environment. */
    public static ProviderConfig defaults() {
        return builder().build();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the key: the one given, else the secret of that name. */
    public Optional<Secret> key(String keyName) {
        if (key != null) {
            return Optional.of(key);
        }
        return keyName.isEmpty() ? Optional.empty() : secrets.find(keyName);
    }

    /** Returns where secrets come from. */
    public SecretSource secrets() {
        return secrets;
    }

    /** Returns the address, if another than the provider's own was given. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** Returns how long to wait for what. */
    public Timeouts timeouts() {
        return timeouts;
    }

    /** Returns how large an answer may be, after decompression. */
    public long maxAnswerBytes() {
        return maxAnswerBytes;
    }

    /** Returns headers to send with every request. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns what is known about models beforehand; it wins over the provider's own knowledge. */
    public ModelCatalog catalog() {
        return catalog;
    }

    /** Returns the clock. */
    public TimeSource time() {
        return time;
    }

    /** Collects a configuration. */
    public static final class Builder {
        private @Nullable Secret key;
        private SecretSource secrets = SecretSource.environment();
        private @Nullable URI baseUrl;
        private Timeouts timeouts = Timeouts.defaults();
        private long maxAnswerBytes = 64L * 1024 * 1024;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private ModelCatalog catalog = ModelCatalog.empty();
        private TimeSource time = TimeSource.system();

        private Builder() {}

        /** Sets the key. */
        public Builder key(Secret secret) {
            this.key = secret;
            return this;
        }

        /** Sets where secrets come from. */
        public Builder secrets(SecretSource source) {
            this.secrets = source;
            return this;
        }

        /** Sets the address. */
        public Builder baseUrl(URI address) {
            this.baseUrl = address;
            return this;
        }

        /** Sets the address. */
        public Builder baseUrl(String address) {
            return baseUrl(URI.create(address));
        }

        /** Sets how long to wait for what. */
        public Builder timeouts(Timeouts limits) {
            this.timeouts = limits;
            return this;
        }

        /** Sets how large an answer may be, after decompression. */
        public Builder maxAnswerBytes(long bytes) {
            Require.that(bytes > 0, "answer limit is not positive: " + bytes);
            this.maxAnswerBytes = bytes;
            return this;
        }

        /** Adds a header to every request. */
        public Builder header(String name, String value) {
            headers.put(Require.text("header name", name), value);
            return this;
        }

        /** Sets what is known about models beforehand. */
        public Builder catalog(ModelCatalog known) {
            this.catalog = known;
            return this;
        }

        /** Sets the clock. */
        public Builder time(TimeSource clock) {
            this.time = clock;
            return this;
        }

        /** Returns the configuration. */
        public ProviderConfig build() {
            return new ProviderConfig(this);
        }
    }
}
