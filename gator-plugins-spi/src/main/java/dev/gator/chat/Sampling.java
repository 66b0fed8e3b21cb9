package dev.gator.chat;

import dev.gator.error.Require;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How the next word is chosen. What is not set is left to the provider. */
public final class Sampling {

    private static final Sampling DEFAULTS = new Sampling(new Builder());

    private final @Nullable Double temperature;
    private final @Nullable Double topP;
    private final @Nullable Integer topK;
    private final @Nullable Integer maxTokens;
    private final @Nullable Long seed;
    private final @Nullable Double frequencyPenalty;
    private final @Nullable Double presencePenalty;
    private final List<String> stop;

    private Sampling(Builder builder) {
        this.temperature = builder.temperature;
        this.topP = builder.topP;
        this.topK = builder.topK;
        this.maxTokens = builder.maxTokens;
        this.seed = builder.seed;
        this.frequencyPenalty = builder.frequencyPenalty;
        this.presencePenalty = builder.presencePenalty;
        this.stop = builder.stop;
    }

    /** Returns the sampling that leaves everything to the provider. */
    public static Sampling defaults() {
        return DEFAULTS;
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.temperature = temperature;
        copy.topP = topP;
        copy.topK = topK;
        copy.maxTokens = maxTokens;
        copy.seed = seed;
        copy.frequencyPenalty = frequencyPenalty;
        copy.presencePenalty = presencePenalty;
        copy.stop = stop;
        return copy;
    }

    /** Returns the temperature, 0 to 2. */
    public OptionalDouble temperature() {
        return temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature);
    }

    /** Returns the share of probability to choose from. */
    public OptionalDouble topP() {
        return topP == null ? OptionalDouble.empty() : OptionalDouble.of(topP);
    }

    /** Returns the number of words to choose from. */
    public OptionalInt topK() {
        return topK == null ? OptionalInt.empty() : OptionalInt.of(topK);
    }

    /** Returns how many tokens may be generated. */
    public OptionalInt maxTokens() {
        return maxTokens == null ? OptionalInt.empty() : OptionalInt.of(maxTokens);
    }

    /** Returns the seed. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns the penalty on frequent words. */
    public OptionalDouble frequencyPenalty() {
        return frequencyPenalty == null ? OptionalDouble.empty() : OptionalDouble.of(frequencyPenalty);
    }

    /** Returns the penalty on words already said. */
    public OptionalDouble presencePenalty() {
        return presencePenalty == null ? OptionalDouble.empty() : OptionalDouble.of(presencePenalty);
    }

    /** Returns the texts that end the answer. */
    public List<String> stop() {
        return stop;
    }

    /** Returns a text of what is set, the same for equal settings. */
    @Override
    @SuppressWarnings("ReferenceEquality") // equality is defined by this text, so it cannot be asked here
    public String toString() {
        if (this == DEFAULTS) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        append(text, "temperature", temperature);
        append(text, "topP", topP);
        append(text, "topK", topK);
        append(text, "maxTokens", maxTokens);
        append(text, "seed", seed);
        append(text, "frequencyPenalty", frequencyPenalty);
        append(text, "presencePenalty", presencePenalty);
        append(text, "stop", stop.isEmpty() ? null : stop);
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sampling that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return Optional.of(toString()).hashCode();
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(name).append('=').append(value).append(';');
        }
    }

    /** Collects settings. */
    public static final class Builder {
        private @Nullable Double temperature;
        private @Nullable Double topP;
        private @Nullable Integer topK;
        private @Nullable Integer maxTokens;
        private @Nullable Long seed;
        private @Nullable Double frequencyPenalty;
        private @Nullable Double presencePenalty;
        private List<String> stop = List.of();

        private Builder() {}

        /** Sets the temperature, 0 to 2. */
        public Builder temperature(double value) {
            this.temperature = Require.range("temperature", value, 0, 2);
            return this;
        }

        /** Sets the share of probability to choose from, 0 to 1. */
        public Builder topP(double value) {
            this.topP = Require.range("topP", value, 0, 1);
            return this;
        }

        /** Sets the number of words to choose from. */
        public Builder topK(int value) {
            this.topK = Require.range("topK", value, 1, 1_000_000);
            return this;
        }

        /** Sets how many tokens may be generated. */
        public Builder maxTokens(int value) {
            this.maxTokens = Require.range("maxTokens", value, 1, Integer.MAX_VALUE);
            return this;
        }

        /** Sets the seed. */
        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        /** Sets the penalty on frequent words, -2 to 2. */
        public Builder frequencyPenalty(double value) {
            this.frequencyPenalty = Require.range("frequencyPenalty", value, -2, 2);
            return this;
        }

        /** Sets the penalty on words already said, -2 to 2. */
        public Builder presencePenalty(double value) {
            this.presencePenalty = Require.range("presencePenalty", value, -2, 2);
            return this;
        }

        /** Sets the texts that end the answer. */
        public Builder stop(String... texts) {
            List<String> all = List.of(texts);
            all.forEach(text -> Require.that(!text.isEmpty(), "a stop sequence is empty"));
            this.stop = all;
            return this;
        }

        /** Returns the sampling. */
        public Sampling build() {
            return new Sampling(this);
        }
    }
}
