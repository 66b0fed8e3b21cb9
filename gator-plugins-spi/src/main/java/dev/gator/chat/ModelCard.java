package dev.gator.chat;

import dev.gator.error.Require;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a model is and can do. What is unknown is empty, not zero. */
public final class ModelCard {

    private final String id;
    private final Set<Capability> capabilities;
    private final int contextWindow;
    private final int maxOutput;
    private final @Nullable Pricing pricing;
    private final @Nullable String region;

    private ModelCard(Builder builder) {
        this.id = builder.id;
        this.capabilities = Set.copyOf(builder.capabilities);
        this.contextWindow = builder.contextWindow;
        this.maxOutput = builder.maxOutput;
        this.pricing = builder.pricing;
        this.region = builder.region;
    }

    /** Starts the card of a model, such as {@code openai:gpt-4o-mini}. */
    public static Builder of(String id) {
        return new Builder(id);
    }

    /**
     * Returns the card of a strategy over {@code members}: every capability that all have, the smallest window, the
     * price only if all agree on it, the region only if all share it.
     */
    public static ModelCard across(String id, Collection<ModelCard> members) {
        List<ModelCard> all = Require.notEmpty("members of " + id, List.copyOf(members));
        Builder card = of(id);
        EnumSet<Capability> shared = EnumSet.allOf(Capability.class);
        all.forEach(member -> shared.retainAll(member.capabilities));
        card.capabilities.addAll(shared);
        card.contextWindow = smallest(all.stream().map(ModelCard::contextWindow).toList());
        card.maxOutput = smallest(all.stream().map(ModelCard::maxOutput).toList());
        ModelCard first = all.get(0);
        card.pricing = all.stream().allMatch(m -> Objects.equals(m.pricing, first.pricing)) ? first.pricing : null;
        card.region = all.stream().allMatch(m -> Objects.equals(m.region, first.region)) ? first.region : null;
        return card.build();
    }

    /** Returns the model's id: provider, colon, name. */
    public String id() {
        return id;
    }

    /** Returns the part of the id before the colon, or all of it. */
    public String provider() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** Returns the part of the id after the colon, or all of it. */
    public String name() {
        return id.substring(id.indexOf(':') + 1);
    }

    /** Returns what the model can do. */
    public Set<Capability> capabilities() {
        return capabilities;
    }

    /** Returns whether the model can do that. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Returns how many tokens prompt and answer may have together. */
    public OptionalInt contextWindow() {
        return known(contextWindow);
    }

    /** Returns how many tokens an answer may have. */
    public OptionalInt maxOutput() {
        return known(maxOutput);
    }

    /** Returns the price list. */
    public Optional<Pricing> pricing() {
        return Optional.ofNullable(pricing);
    }

    /** Returns where the data is processed, such as {@code eu}. */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /** Returns what that usage costs, if both are known. */
    public Optional<Money> cost(Usage usage) {
        return pricing == null || !usage.isKnown() ? Optional.empty() : Optional.of(pricing.cost(usage));
    }

    /** Returns a builder that begins with this card's content. */
    public Builder toBuilder() {
        Builder copy = of(id);
        copy.capabilities.addAll(capabilities);
        copy.contextWindow = contextWindow;
        copy.maxOutput = maxOutput;
        copy.pricing = pricing;
        copy.region = region;
        return copy;
    }

    /** Returns the same card under another id, as wrappers need it. */
    public ModelCard withId(String other) {
        Builder copy = toBuilder();
        copy.id = Require.text("model id", other);
        return copy.build();
    }

    @Override
    public String toString() {
        return id + " " + capabilities;
    }

    private static OptionalInt known(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static int smallest(List<OptionalInt> values) {
        return values.stream().anyMatch(OptionalInt::isEmpty)
                ? 0
                : values.stream().mapToInt(OptionalInt::getAsInt).min().orElse(0);
    }

    /** Collects what is known about a model. */
    public static final class Builder {
        private String id;
        private final EnumSet<Capability> capabilities = EnumSet.noneOf(Capability.class);
        private int contextWindow;
        private int maxOutput;
        private @Nullable Pricing pricing;
        private @Nullable String region;

        private Builder(String id) {
            this.id = Require.text("model id", id);
        }

        /** Adds capabilities. */
        public Builder can(Capability... more) {
            capabilities.addAll(List.of(more));
            return this;
        }

        /** Adds capabilities. */
        public Builder can(Collection<Capability> more) {
            capabilities.addAll(more);
            return this;
        }

        /** Removes capabilities. */
        public Builder cannot(Capability... fewer) {
            List.of(fewer).forEach(capabilities::remove);
            return this;
        }

        /** Sets how many tokens prompt and answer may have together. */
        public Builder contextWindow(int tokens) {
            this.contextWindow = Require.range("context window", tokens, 1, Integer.MAX_VALUE);
            return this;
        }

        /** Sets how many tokens an answer may have. */
        public Builder maxOutput(int tokens) {
            this.maxOutput = Require.range("largest output", tokens, 1, Integer.MAX_VALUE);
            return this;
        }

        /** Sets the price list. */
        public Builder pricing(Pricing prices) {
            this.pricing = prices;
            return this;
        }

        /** Sets where the data is processed. */
        public Builder region(String where) {
            this.region = Require.text("region", where);
            return this;
        }

        /** Returns the card. */
        public ModelCard build() {
            return new ModelCard(this);
        }
    }
}
