package dev.gator.budget;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.provider.ModelCatalog;
import dev.gator.usage.Pricing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices that go over those of a catalogue: a contract's own rates, a newer list. Each says where it comes from and of
 * which day it is. Immutable; what neither book nor catalogue knows stays unknown.
 *
 * <pre>{@code
 * PriceBook book = PriceBook.parse(Files.readString(Path.of("prices.json")));
 * ChatModel model = book.priced(gator.model("openai:gpt-4o-mini"));
 * }</pre>
 */
public final class PriceBook {

    private final Map<String, Pricing> prices;

    private PriceBook(Map<String, Pricing> prices) {
        this.prices = Map.copyOf(prices);
    }

    /** Returns a book without prices. */
    public static PriceBook empty() {
        return new PriceBook(Map.of());
    }

    /**
     * Reads a book from the catalogue's form of JSON: {@code {"models": [{"id": "openai:gpt-4o-mini", "price": {"input":
     * "0.15", "output": "0.60", "source": "contract 7", "asOf": "2026-05-01"}}]}}, prices for a million tokens.
     *
     * @throws GatorException naming the entry that has no price, no source or no day
     */
    public static PriceBook parse(String json) {
        ModelCatalog catalog = ModelCatalog.parse(json);
        Map<String, Pricing> prices = new HashMap<>();
        for (Json entry : Json.parse(json).asObject().array("models")) {
            String id = entry.asObject().string("id");
            requireOrigin(id, entry.asObject());
            catalog.find(id).flatMap(ModelCard::pricing).ifPresent(price -> prices.put(id, price));
        }
        return new PriceBook(prices);
    }

    /** Returns a copy in which a model has another price. */
    public PriceBook with(String modelId, Pricing price) {
        Map<String, Pricing> more = new HashMap<>(prices);
        more.put(modelId, price);
        return new PriceBook(more);
    }

    /** Returns the price of a model, if this book knows it. */
    public Optional<Pricing> price(String modelId) {
        return Optional.ofNullable(prices.get(modelId));
    }

    /** Returns the catalogue with this book's prices in place of its own. */
    public ModelCatalog over(ModelCatalog catalog) {
        return id -> {
            Optional<ModelCard> known = catalog.find(id);
            Pricing mine = prices.get(id);
            if (mine == null) {
                return known;
            }
            ModelCard.Builder card = known.map(ModelCard::toBuilder).orElseGet(() -> ModelCard.of(id));
            return Optional.of(card.pricing(mine).build());
        };
    }

    /** Returns the model with this book's price on its card and in its replies; the same model if the book has none. */
    public ChatModel priced(ChatModel model) {
        Pricing mine = prices.get(model.card().id());
        return mine == null ? model : new Repriced(model, mine);
    }

    private static void requireOrigin(String id, JsonObject entry) {
        JsonObject price = entry.optionalObject("price").orElseThrow(() -> lacking(id, "price"));
        for (String origin : List.of("source", "asOf")) {
            if (price.optionalString(origin).isEmpty()) {
                throw lacking(id, "price." + origin);
            }
        }
    }

    private static GatorException lacking(String id, String field) {
        return new GatorException(ProviderError.BAD_SETTING, "price book entry '" + id + "': " + field + " is missing");
    }
}
