package dev.gator.provider.catalog;

import dev.gator.chat.Capability;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.provider.ModelCatalog;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds what is known about a provider's models: the application's word, then the built-in catalogue, then what models of
 * such a name usually can do. Thread-safe.
 */
public final class CardBook {

    private static final int REMEMBERED = 1_000;

    private final String provider;
    private final ModelCatalog known;
    private final Function<String, Collection<Capability>> guess;
    private final Map<String, ModelCard> cards = new ConcurrentHashMap<>();

    /** Creates a book over the application's catalogue; {@code guess} tells capabilities from a model's name. */
    public CardBook(String provider, ModelCatalog configured, Function<String, Collection<Capability>> guess) {
        this.provider = provider;
        this.known = configured.or(BuiltInCatalog.get());
        this.guess = guess;
    }

    /** Returns the card of the model with that name. */
    public ModelCard of(String model) {
        ModelCard card = cards.get(model);
        if (card == null) {
            card = find(Require.text("model name", model));
            if (cards.size() < REMEMBERED) { // names may come from strangers
                cards.put(model, card);
            }
        }
        return card;
    }

    private ModelCard find(String model) {
        String id = provider + ":" + model;
        return known.find(id)
                .orElseGet(() -> ModelCard.of(id).can(guess.apply(model)).build());
    }
}
