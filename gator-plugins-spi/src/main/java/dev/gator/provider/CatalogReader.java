package dev.gator.provider;

import dev.gator.chat.Capability;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a catalogue: {@code {"models": [{"id", "context", "maxOutput", "capabilities", "region", "price"}]}}. */
final class CatalogReader {

    private CatalogReader() {}

    static ModelCatalog read(String json) {
        Map<String, ModelCard> cards = new HashMap<>();
        for (Json entry : Json.parse(json).asObject().array("models")) {
            ModelCard card = card(entry.asObject());
            cards.put(card.id(), card);
        }
        Map<String, ModelCard> known = Map.copyOf(cards);
        return id -> Optional.ofNullable(known.get(id));
    }

    private static ModelCard card(JsonObject entry) {
        String id = entry.string("id");
        try {
            ModelCard.Builder card = ModelCard.of(id);
            entry.optionalLong("context").ifPresent(tokens -> card.contextWindow(Math.toIntExact(tokens)));
            entry.optionalLong("maxOutput").ifPresent(tokens -> card.maxOutput(Math.toIntExact(tokens)));
            entry.optionalString("region").ifPresent(card::region);
            entry.optionalObject("price").ifPresent(price -> card.pricing(pricing(price)));
            entry.optionalArray("capabilities")
                    .ifPresent(all -> all.forEach(one -> card.can(Capability.valueOf(one.asString()))));
            return card.build();
        } catch (GatorException | IllegalArgumentException | ArithmeticException e) {
            throw new GatorException(
                    ProviderError.BAD_SETTING, "model catalogue entry '" + id + "': " + e.getMessage(), e);
        }
    }

    private static Pricing pricing(JsonObject price) {
        Currency currency =
                Currency.getInstance(price.optionalString("currency").orElse("USD"));
        Money input = money(price, "input", currency).orElseThrow(() -> missing("input"));
        Money output = money(price, "output", currency).orElseThrow(() -> missing("output"));
        Pricing.Builder pricing = Pricing.perMillion(input, output)
                .cache(
                        money(price, "cachedRead", currency).orElse(input),
                        money(price, "cachedWrite", currency).orElse(input))
                .audio(
                        money(price, "audioInput", currency).orElse(input),
                        money(price, "audioOutput", currency).orElse(output));
        price.optionalString("source").ifPresent(pricing::source);
        price.optionalString("asOf").ifPresent(day -> pricing.asOf(LocalDate.parse(day)));
        return pricing.build();
    }

    private static Optional<Money> money(JsonObject price, String name, Currency currency) {
        return price.optionalString(name).map(amount -> new Money(new BigDecimal(amount), currency));
    }

    private static GatorException missing(String name) {
        return new GatorException(ProviderError.BAD_SETTING, "price." + name + " is missing");
    }
}
