package dev.gator.provider.openai;

import dev.gator.chat.Capability;
import dev.gator.chat.ModelCard;
import dev.gator.error.Require;
import dev.gator.provider.ModelCatalog;
import dev.gator.provider.catalog.BuiltInCatalog;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds what is known about a model: the application's word, then the built-in catalogue, then what its kind can do. */
final class ModelCards {

    private static final int REMEMBERED = 1_000;
    private static final Pattern THINKS =
            Pattern.compile("(?i)(.*/)?(o[1-9]|gpt-5|gpt-oss|deepseek-r|grok-[34]-?mini|magistral|qwq|qwen3).*");

    private final Service service;
    private final ModelCatalog known;
    private final Map<String, ModelCard> cards = new ConcurrentHashMap<>();

    ModelCards(Service service, ModelCatalog configured) {
        this.service = service;
        this.known = configured.or(BuiltInCatalog.get());
    }

    ModelCard of(String model) {
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
        String id = service.name() + ":" + model;
        return known.find(id).orElseGet(() -> ModelCard.of(id).can(guess(model)).build());
    }

    private Set<Capability> guess(String model) {
        EnumSet<Capability> all = EnumSet.copyOf(service.capabilities());
        if (THINKS.matcher(model).matches()) {
            all.add(Capability.REASONING);
        }
        return all;
    }
}
