package dev.gator.media;

import dev.gator.chat.Warning;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a result took to make.
 *
 * @param usage tokens, where the model counts in tokens
 * @param price what it cost, or null if unknown
 * @param warnings settings that the model ignored
 */
public record MediaReceipt(Usage usage, @Nullable Money price, List<Warning> warnings) {

    /** Nothing is known about it. */
    public static final MediaReceipt UNKNOWN = new MediaReceipt(Usage.UNKNOWN, null, List.of());

    /** Copies the warnings. */
    public MediaReceipt {
        warnings = List.copyOf(warnings);
    }

    /** Returns what it cost, if known. */
    public Optional<Money> cost() {
        return Optional.ofNullable(price);
    }
}
