package dev.gator.explain;

import dev.gator.observe.Explanation;
import dev.gator.usage.Usage;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** How figures of an explanation read. */
final class Figures {

    private Figures() {}

    static String time(Duration took) {
        double millis = took.toNanos() / 1e6;
        if (millis >= 1_000) {
            return String.format(Locale.ROOT, millis >= 10_000 ? "%.1f s" : "%.2f s", millis / 1_000);
        }
        return millis >= 10
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f ms", millis);
    }

    static String tokens(Usage usage) {
        if (!usage.isKnown()) {
            return "tokens unknown";
        }
        return usage.total() == 0 ? "" : usage.input() + " → " + usage.output();
    }

    static String cost(Explanation node) {
        if (node.totalCost().isEmpty()) {
            return "price unknown";
        }
        var amount = node.totalCost().get();
        return amount.amount().signum() == 0
                ? "$0"
                : amount.currency().getSymbol(Locale.US)
                        + amount.amount()
                                .setScale(
                                        Math.min(6, Math.max(2, amount.amount().scale())), RoundingMode.HALF_UP)
                                .toPlainString();
    }
}
