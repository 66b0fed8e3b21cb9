package dev.gator.chat;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.json.JsonExtractor;
import dev.gator.observe.Explanation;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole answer. */
public final class ChatReply {

    private final String id;
    private final String model;
    private final Message.Assistant message;
    private final FinishReason finish;
    private final Usage usage;
    private final @Nullable Money cost;
    private final List<Warning> warnings;
    private final @Nullable Explanation explanation;

    private ChatReply(Builder builder) {
        this.id = builder.id;
        this.model = builder.model;
        this.message = new Message.Assistant(builder.parts, false);
        this.finish = builder.finish;
        this.usage = builder.usage;
        this.cost = builder.cost;
        this.warnings = List.copyOf(builder.warnings);
        this.explanation = builder.explanation;
    }

    /** Starts a reply of that model. */
    public static Builder from(String model) {
        return new Builder(model);
    }

    /** Returns the words of the answer. */
    public String text() {
        return message.text();
    }

    /**
     * Reads the answer as a record.
     *
     * @throws GatorException with {@link CallError#NOT_STRUCTURED} if the text holds no JSON that fits
     */
    public <T> T as(Class<T> type) {
        Json json = JsonExtractor.find(text())
                .orElseThrow(() -> new GatorException(
                        CallError.NOT_STRUCTURED, "the answer of " + model + " holds no JSON for " + type.getName()));
        try {
            return JsonBinding.read(json, type);
        } catch (GatorException e) {
            throw new GatorException(CallError.NOT_STRUCTURED, "the answer of " + model + ": " + e.detail(), e);
        }
    }

    /** Returns the answer as a message, to be put into the next request. */
    public Message.Assistant message() {
        return message;
    }

    /** Returns the tools that the model wants called. */
    public List<Part.ToolCall> toolCalls() {
        return message.toolCalls();
    }

    /** Returns what the model thought, as far as the provider shows it. */
    public String reasoning() {
        return message.parts().stream()
                .filter(Part.Reasoning.class::isInstance)
                .map(part -> ((Part.Reasoning) part).text())
                .collect(Collectors.joining());
    }

    /** Returns the provider's id of the answer, or an empty text. */
    public String id() {
        return id;
    }

    /** Returns the model that answered. */
    public String model() {
        return model;
    }

    /** Returns why the model stopped. */
    public FinishReason finish() {
        return finish;
    }

    /** Returns the tokens consumed. */
    public Usage usage() {
        return usage;
    }

    /** Returns what the answer cost, if the price is known. */
    public Optional<Money> cost() {
        return Optional.ofNullable(cost);
    }

    /** Returns the settings that were ignored. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Returns why the answer is what it is, if that was asked for. */
    public Optional<Explanation> explanation() {
        return Optional.ofNullable(explanation);
    }

    /** Starts with this reply's content. */
    public Builder toBuilder() {
        Builder copy = new Builder(model);
        copy.id = id;
        copy.parts.addAll(message.parts());
        copy.finish = finish;
        copy.usage = usage;
        copy.cost = cost;
        copy.warnings.addAll(warnings);
        copy.explanation = explanation;
        return copy;
    }

    /** Returns the answer's text and figures, for people who debug. */
    @Override
    public String toString() {
        return "ChatReply[" + model + ", " + finish + ", " + usage.total() + " tokens, "
                + message.parts().size() + " parts]";
    }

    /** Collects a reply. */
    public static final class Builder {
        private final String model;
        private String id = "";
        private final List<Part> parts = new ArrayList<>();
        private FinishReason finish = FinishReason.STOP;
        private Usage usage = Usage.UNKNOWN;
        private @Nullable Money cost;
        private final List<Warning> warnings = new ArrayList<>();
        private @Nullable Explanation explanation;

        private Builder(String model) {
            this.model = model;
        }

        /** Sets the provider's id of the answer. */
        public Builder id(String value) {
            this.id = value;
            return this;
        }

        /** Adds words. */
        public Builder text(String words) {
            return part(Part.text(words));
        }

        /** Adds a part. */
        public Builder part(Part part) {
            parts.add(part);
            return this;
        }

        /** Replaces all parts. */
        public Builder parts(List<? extends Part> all) {
            parts.clear();
            parts.addAll(all);
            return this;
        }

        /** Sets why the model stopped. */
        public Builder finish(FinishReason reason) {
            this.finish = reason;
            return this;
        }

        /** Sets the tokens consumed. */
        public Builder usage(Usage tokens) {
            this.usage = tokens;
            return this;
        }

        /** Sets what the answer cost. */
        public Builder cost(Optional<Money> price) {
            this.cost = price.orElse(null);
            return this;
        }

        /** Adds settings that were ignored. */
        public Builder warnings(List<Warning> ignored) {
            warnings.addAll(ignored);
            return this;
        }

        /** Sets why the answer is what it is. */
        public Builder explanation(Explanation why) {
            this.explanation = why;
            return this;
        }

        /** Returns the reply. */
        public ChatReply build() {
            return new ChatReply(this);
        }
    }
}
