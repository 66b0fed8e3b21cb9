package dev.gator;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.error.Require;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderFactory;
import dev.gator.provider.ProviderHealth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All providers by name, made when first needed, and the ready-made models of the application. Thread-safe. */
final class Providers {

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, ChatModel> ready = new TreeMap<>();

    void add(ModelProvider provider) {
        put(provider.name(), new Slot("", ProviderConfig.defaults(), config -> provider));
    }

    void add(ProviderFactory factory, ProviderConfig config) {
        put(factory.name(), new Slot(factory.keyName(), config, factory::create));
    }

    void addIfAbsent(ProviderFactory factory, ProviderConfig config) {
        if (!slots.containsKey(factory.name())) {
            add(factory, config);
        }
    }

    void add(ChatModel model) {
        ready.put(model.card().id(), model);
    }

    Collection<String> names() {
        return slots.keySet();
    }

    Optional<ChatModel> firstReady() {
        return ready.values().stream().findFirst();
    }

    /** Returns the names of the providers that work only with a key, in the order in which they came. */
    List<String> needingKeys() {
        return slots.entrySet().stream()
                .filter(entry -> !entry.getValue().keyName.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean has(String name) {
        return slots.containsKey(name);
    }

    /** Returns the name of the key that a provider lacks, or empty if it has one or needs none. */
    Optional<String> missingKey(String name) {
        Slot slot = slots.get(name);
        return slot == null
                        || slot.keyName.isEmpty()
                        || slot.config.key(slot.keyName).isPresent()
                ? Optional.empty()
                : Optional.of(slot.keyName);
    }

    ChatModel chat(String id) {
        ChatModel own = ready.get(id);
        return own != null ? own : find(id, (provider, name) -> provider.chat(name));
    }

    <T> T find(String id, BiFunction<ModelProvider, String, T> make) {
        Require.text("model id", id);
        int colon = id.indexOf(':');
        String name = colon < 0 ? id : id.substring(0, colon);
        Slot slot = slots.get(name);
        if (slot == null) {
            throw unknown(id, name);
        }
        return make.apply(slot.provider(), colon < 0 ? "" : id.substring(colon + 1));
    }

    ModelListing models(CallContext context) {
        List<ModelCard> cards =
                new ArrayList<>(ready.values().stream().map(ChatModel::card).toList());
        List<ModelListing.Failure> failures = new ArrayList<>();
        Map<String, CompletableFuture<List<ModelCard>>> asked =
                ask(context.workers(), provider -> provider.models(context));
        asked.forEach((name, answer) -> {
            try {
                cards.addAll(answer.join());
            } catch (CompletionException e) {
                failures.add(new ModelListing.Failure(name, asGatorException(name, e)));
            }
        });
        cards.sort(Comparator.comparing(ModelCard::id));
        return new ModelListing(cards, failures);
    }

    Health health(CallContext context) {
        List<Health> parts = new ArrayList<>();
        ask(context.workers(), provider -> provider.health(context)).forEach((name, answer) -> {
            try {
                parts.add(Health.of(answer.join()));
            } catch (CompletionException e) {
                String why = asGatorException(name, e).detail();
                parts.add(new Health(name, ProviderHealth.State.UNHEALTHY, why, List.of()));
            }
        });
        return Health.of("gator", parts);
    }

    void close() {
        slots.values().forEach(Slot::close);
    }

    private <T> Map<String, CompletableFuture<T>> ask(Executor workers, Function<ModelProvider, T> question) {
        Map<String, CompletableFuture<T>> answers = new LinkedHashMap<>();
        slots.forEach((name, slot) ->
                answers.put(name, CompletableFuture.supplyAsync(() -> question.apply(slot.provider()), workers)));
        return answers;
    }

    private void put(String name, Slot slot) {
        if (slots.putIfAbsent(Require.text("provider name", name), slot) != null) {
            throw new GatorException(GatorError.NAME_TAKEN, "there are two providers called '" + name + "'");
        }
    }

    private GatorException unknown(String id, String name) {
        List<String> known = new ArrayList<>(slots.keySet());
        known.addAll(ready.keySet());
        List<String> near = Names.near(id.indexOf(':') < 0 ? id : name, known);
        String meant = near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?";
        return new GatorException(
                ProviderError.UNKNOWN_PROVIDER,
                "no provider '" + name + "' for the model '" + id + "'" + meant + " There are " + known);
    }

    private static GatorException asGatorException(String name, CompletionException wrapped) {
        Throwable cause = wrapped.getCause() == null ? wrapped : wrapped.getCause();
        return cause instanceof GatorException known
                ? known
                : new GatorException(
                        GatorError.BROKEN_PROVIDER,
                        name + " threw " + cause.getClass().getName(),
                        cause);
    }

    /** A provider that may not exist yet. */
    private static final class Slot {
        private final String keyName;
        private final ProviderConfig config;
        private final Function<ProviderConfig, ModelProvider> factory;
        private volatile @Nullable ModelProvider made;

        Slot(String keyName, ProviderConfig config, Function<ProviderConfig, ModelProvider> factory) {
            this.keyName = keyName;
            this.config = config;
            this.factory = factory;
        }

        ModelProvider provider() {
            ModelProvider existing = made;
            if (existing != null) {
                return existing;
            }
            synchronized (this) {
                ModelProvider ours = made;
                if (ours == null) {
                    ours = factory.apply(config);
                    made = ours;
                }
                return ours;
            }
        }

        void close() {
            ModelProvider existing = made;
            if (existing != null) {
                existing.close();
            }
        }
    }
}
