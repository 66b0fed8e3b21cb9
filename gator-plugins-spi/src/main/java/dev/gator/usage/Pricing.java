package dev.gator.usage;

import dev.gator.error.Require;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a million tokens cost, with the source and date of that knowledge.
 *
 * <p>A price that a list does not give falls back to the one it is a part of: cached, audio and image tokens to input,
 * reasoning and spoken tokens to output.
 */
public final class Pricing {

    private static final int MILLION_DIGITS = 6; // moving the point is exact and a tenth of the work of dividing

    private final Money input;
    private final Money output;
    private final Money cachedRead;
    private final Money cachedWrite;
    private final Money audioInput;
    private final Money audioOutput;
    private final String source;
    private final @Nullable LocalDate asOf;

    private Pricing(Builder builder) {
        this.input = builder.input;
        this.output = builder.output;
        this.cachedRead = orElse(builder.cachedRead, builder.input);
        this.cachedWrite = orElse(builder.cachedWrite, builder.input);
        this.audioInput = orElse(builder.audioInput, builder.input);
        this.audioOutput = orElse(builder.audioOutput, builder.output);
        this.source = builder.source;
        this.asOf = builder.asOf;
    }

    /** Returns the price list of a model that costs nothing per token, such as one on this machine. */
    public static Pricing free() {
        return perMillion(Money.ZERO, Money.ZERO).source("runs on this machine").build();
    }

    /** Starts a price list with its two main prices per million tokens. */
    public static Builder perMillion(Money input, Money output) {
        return new Builder(input, output);
    }

    /** Returns what the usage costs, exactly. */
    public Money cost(Usage usage) {
        long plainInput = Math.max(0, usage.input() - usage.cachedRead() - usage.cachedWrite() - usage.audioInput());
        long plainOutput = Math.max(0, usage.output() - usage.audioOutput());
        return new Money(
                input.amount()
                        .multiply(BigDecimal.valueOf(plainInput))
                        .add(output.amount().multiply(BigDecimal.valueOf(plainOutput)))
                        .add(cachedRead.amount().multiply(BigDecimal.valueOf(usage.cachedRead())))
                        .add(cachedWrite.amount().multiply(BigDecimal.valueOf(usage.cachedWrite())))
                        .add(audioInput.amount().multiply(BigDecimal.valueOf(usage.audioInput())))
                        .add(audioOutput.amount().multiply(BigDecimal.valueOf(usage.audioOutput())))
                        .movePointLeft(MILLION_DIGITS),
                input.currency());
    }

    /** Returns the price of a million input tokens. */
    public Money input() {
        return input;
    }

    /** Returns the price of a million output tokens. */
    public Money output() {
        return output;
    }

    /** Returns where the prices come from. */
    public String source() {
        return source;
    }

    /** Returns the day the prices were read, or null if the source has none. */
    public @Nullable LocalDate asOf() {
        return asOf;
    }

    @Override
    public String toString() {
        return input + "/" + output + " per million tokens (" + source + (asOf == null ? ")" : ", " + asOf + ")");
    }

    private static Money orElse(@Nullable Money given, Money fallback) {
        return given == null ? fallback : given;
    }

    /** Collects the optional prices. */
    public static final class Builder {
        private final Money input;
        private final Money output;
        private @Nullable Money cachedRead;
        private @Nullable Money cachedWrite;
        private @Nullable Money audioInput;
        private @Nullable Money audioOutput;
        private String source = "given by the application";
        private @Nullable LocalDate asOf;

        private Builder(Money input, Money output) {
            Require.that(!input.isNegative() && !output.isNegative(), "price is negative: " + input + ", " + output);
            this.input = input;
            this.output = output;
        }

        /** Sets the prices of tokens read from and written to the provider's cache. */
        public Builder cache(Money read, Money write) {
            this.cachedRead = read;
            this.cachedWrite = write;
            return this;
        }

        /** Sets the prices of heard and spoken tokens. */
        public Builder audio(Money heard, Money spoken) {
            this.audioInput = heard;
            this.audioOutput = spoken;
            return this;
        }

        /** Sets where the prices come from. */
        public Builder source(String source) {
            this.source = Require.text("price source", source);
            return this;
        }

        /** Sets the day the prices were read. */
        public Builder asOf(LocalDate day) {
            this.asOf = day;
            return this;
        }

        /** Returns the price list. */
        public Pricing build() {
            return new Pricing(this);
        }
    }
}
