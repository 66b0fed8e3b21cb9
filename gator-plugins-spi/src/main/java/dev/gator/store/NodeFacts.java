package dev.gator.store;

import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a message beside its words.
 *
 * @param modelId the model that wrote it, or null
 * @param speakerName who speaks, such as a persona or a member of a room, or null
 * @param usage what it consumed
 * @param price what it cost, or null if unknown
 * @param took how long it took
 */
public record NodeFacts(
        @Nullable String modelId, @Nullable String speakerName, Usage usage, @Nullable Money price, Duration took) {

    /** Nothing is known. */
    public static final NodeFacts NONE = new NodeFacts(null, null, Usage.NONE, null, Duration.ZERO);

    /** Returns the facts of what a model wrote. */
    public static NodeFacts ofModel(String model, Usage usage) {
        return new NodeFacts(model, null, usage, null, Duration.ZERO);
    }

    /** Returns a copy with who speaks. */
    public NodeFacts withSpeaker(String name) {
        return new NodeFacts(modelId, name, usage, price, took);
    }

    /** Returns a copy with what it cost. */
    public NodeFacts withCost(Money cost) {
        return new NodeFacts(modelId, speakerName, usage, cost, took);
    }

    /** Returns a copy with how long it took. */
    public NodeFacts withDuration(Duration duration) {
        return new NodeFacts(modelId, speakerName, usage, price, duration);
    }

    /** Returns the model that wrote it, if one did. */
    public Optional<String> model() {
        return Optional.ofNullable(modelId);
    }

    /** Returns who speaks, if that is known. */
    public Optional<String> speaker() {
        return Optional.ofNullable(speakerName);
    }

    /** Returns what it cost, if known. */
    public Optional<Money> cost() {
        return Optional.ofNullable(price);
    }
}
