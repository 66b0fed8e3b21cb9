package dev.gator;

import dev.gator.call.Spending;
import dev.gator.call.TimeSource;
import dev.gator.call.Workers;
import dev.gator.chat.ChatModel;
import dev.gator.error.Require;
import dev.gator.observe.Observer;
import dev.gator.persona.PersonaStore;
import dev.gator.plugin.GatorPlugin;
import dev.gator.provider.ModelCatalog;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.Timeouts;
import dev.gator.secret.SecretSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the configuration of a {@link Gator}. Not thread-safe; use it once. */
public final class GatorBuilder {

    private final List<Consumer<Providers>> added = new ArrayList<>();
    private final List<String> own = new ArrayList<>();
    private final List<GatorPlugin> plugins = new ArrayList<>();
    private SecretSource secrets = SecretSource.environment();
    private ModelCatalog catalog = ModelCatalog.empty();
    private Timeouts timeouts = Timeouts.defaults();
    private Duration callTimeout = Duration.ofMinutes(5);
    private Duration grace = Duration.ofSeconds(10);
    private Observer observer = Observer.none();
    private TimeSource time = TimeSource.system();
    private Executor workers = Workers.named("work");
    private PersonaStore personaStore = PersonaStore.inMemory();
    private boolean discovering = true;
    private @Nullable Spending spending;
    private @Nullable String defaultModel;

    GatorBuilder() {}

    /** Adds a provider; the first one added makes the default model, unless one is named. Gator closes it. */
    public GatorBuilder provider(ModelProvider provider) {
        own.add(provider.name());
        added.add(providers -> providers.add(provider));
        return this;
    }

    /** Adds a provider with a configuration of its own. */
    public GatorBuilder provider(ProviderFactory factory, ProviderConfig config) {
        own.add(factory.name());
        added.add(providers -> providers.add(factory, config));
        return this;
    }

    /** Adds a ready-made model, such as a strategy, under the id of its card; it becomes the default unless one is named. */
    public GatorBuilder model(ChatModel model) {
        added.add(providers -> providers.add(model));
        return this;
    }

    /** Adds a plugin that is not on the class path, or in addition to those that are. */
    public GatorBuilder plugin(GatorPlugin plugin) {
        plugins.add(plugin);
        return this;
    }

    /** Leaves out what is on the class path: only what is added here exists. */
    public GatorBuilder withoutDiscovery() {
        this.discovering = false;
        return this;
    }

    /** Sets where keys come from; the environment is the default. */
    public GatorBuilder secrets(SecretSource source) {
        this.secrets = source;
        return this;
    }

    /** Sets what is known about models; it wins over what the providers know. */
    public GatorBuilder catalog(ModelCatalog known) {
        this.catalog = known;
        return this;
    }

    /** Names the model that answers where none is named. It is never replaced silently. */
    public GatorBuilder defaultModel(String id) {
        this.defaultModel = Require.text("model id", id);
        return this;
    }

    /** Adds somebody who watches. */
    public GatorBuilder observer(Observer watching) {
        this.observer = observer.and(watching);
        return this;
    }

    /** Sets the budget that every call pays from, besides the budget of its own context. */
    public GatorBuilder spending(Spending budget) {
        this.spending = budget;
        return this;
    }

    /** Sets how long a call may take if it brings no deadline; five minutes is the default. */
    public GatorBuilder callTimeout(Duration most) {
        this.callTimeout = Require.positive("call timeout", most);
        return this;
    }

    /** Sets how long providers wait for what on the wire. */
    public GatorBuilder timeouts(Timeouts limits) {
        this.timeouts = limits;
        return this;
    }

    /** Sets how long closing waits for the calls under way; ten seconds is the default. */
    public GatorBuilder grace(Duration most) {
        Require.that(!most.isNegative(), "grace period is negative: " + most);
        this.grace = most;
        return this;
    }

    /** Sets the clock. */
    public GatorBuilder time(TimeSource clock) {
        this.time = clock;
        return this;
    }

    /** Sets where parallel work runs; the application closes it. */
    public GatorBuilder workers(Executor executor) {
        this.workers = executor;
        return this;
    }

    /** Sets where personas are kept; in memory is the default. */
    public GatorBuilder personas(PersonaStore store) {
        this.personaStore = store;
        return this;
    }

    /** Returns the Gator. Reaches no network. */
    public Gator build() {
        Discovered discovered = new Discovered(secrets);
        plugins.forEach(discovered::take);
        if (discovering) {
            ServiceLoader.load(GatorPlugin.class).forEach(discovered::take);
        }
        return new Gator(this, discovered);
    }

    Providers providers(Discovered discovered) {
        Providers providers = new Providers();
        added.forEach(add -> add.accept(providers));
        ProviderConfig config = ProviderConfig.builder()
                .secrets(secrets)
                .catalog(catalog)
                .timeouts(timeouts)
                .time(time)
                .build();
        discovered.providers().forEach(factory -> providers.addIfAbsent(factory, config));
        return providers;
    }

    House house(Observer discovered) {
        return new House(time, callTimeout, observer.and(discovered), workers, spending);
    }

    List<String> own() {
        return own;
    }

    @Nullable
    String defaultModel() {
        return defaultModel;
    }

    PersonaStore personaStore() {
        return personaStore;
    }

    Duration grace() {
        return grace;
    }
}
