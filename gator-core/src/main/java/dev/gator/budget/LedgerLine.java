package dev.gator.budget;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * One settled call.
 *
 * @param at when it was settled
 * @param budget which budget paid
 * @param model who answered
 * @param usage the tokens consumed
 * @param cost what that costs, if the price is known
 */
public record LedgerLine(Instant at, String budget, String model, Usage usage, Optional<Money> cost) {

    /** Returns the line as JSON; an unknown cost is null. */
    public Json toJson() {
        return JsonObject.builder()
                .put("at", at.toString())
                .put("budget", budget)
                .put("model", model)
                .put("input", usage.input())
                .put("output", usage.output())
                .put("cachedRead", usage.cachedRead())
                .put("cachedWrite", usage.cachedWrite())
                .put("reasoning", usage.reasoning())
                .put("counted", usage.origin().name())
                .put("cost", cost.<Json>map(c -> Json.of(c.amount())).orElse(Json.nul()))
                .put(
                        "currency",
                        cost.<Json>map(c -> Json.of(c.currency().getCurrencyCode()))
                                .orElse(Json.nul()))
                .build();
    }
}
