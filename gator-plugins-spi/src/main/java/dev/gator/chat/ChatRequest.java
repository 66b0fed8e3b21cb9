package dev.gator.chat;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.content.Attachment;
import dev.gator.error.Require;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a model needs to answer once. Immutable; {@link #toBuilder()} makes variations. */
public final class ChatRequest {

    private final List<Message> messages;
    private final List<ToolSpec> tools;
    private final ToolChoice toolChoice;
    private final ResponseFormat format;
    private final Sampling sampling;
    private final @Nullable Reasoning reasoning;
    private final Overrides overrides;
    private final List<ProviderOptions> options;
    private final CallContext context;

    private ChatRequest(Builder builder) {
        this.messages = Require.notEmpty("messages of a request", builder.messages);
        this.tools = List.copyOf(builder.tools);
        this.toolChoice = builder.toolChoice;
        this.format = builder.format;
        this.sampling = builder.sampling;
        this.reasoning = builder.reasoning;
        this.overrides = builder.overrides;
        this.options = List.copyOf(builder.options);
        this.context = builder.context;
    }

    private ChatRequest(ChatRequest same, CallContext context) {
        this.messages = same.messages;
        this.tools = same.tools;
        this.toolChoice = same.toolChoice;
        this.format = same.format;
        this.sampling = same.sampling;
        this.reasoning = same.reasoning;
        this.overrides = same.overrides;
        this.options = same.options;
        this.context = context;
    }

    /** Returns a request with one question. */
    public static ChatRequest of(String question) {
        return builder().user(question).build();
    }

    /** Starts an empty request. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with this request's content. */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.messages.addAll(messages);
        copy.tools.addAll(tools);
        copy.toolChoice = toolChoice;
        copy.format = format;
        copy.sampling = sampling;
        copy.reasoning = reasoning;
        copy.overrides = overrides;
        copy.options.addAll(options);
        copy.context = context;
        return copy;
    }

    /** Returns the same request in another context. */
    public ChatRequest withContext(CallContext other) {
        return new ChatRequest(this, other);
    }

    /** Returns the same request with other messages. */
    public ChatRequest withMessages(List<? extends Message> other) {
        Builder copy = toBuilder();
        copy.messages.clear();
        return copy.messages(other).build();
    }

    /** Returns what was said so far, oldest first. */
    public List<Message> messages() {
        return messages;
    }

    /** Returns the tools on offer. */
    public List<ToolSpec> tools() {
        return tools;
    }

    /** Returns whether tools may or must be called. */
    public ToolChoice toolChoice() {
        return toolChoice;
    }

    /** Returns the form the answer must have. */
    public ResponseFormat format() {
        return format;
    }

    /** Returns how the next word is chosen. */
    public Sampling sampling() {
        return sampling;
    }

    /** Returns how hard the model thinks, if that was set. */
    public Optional<Reasoning> reasoning() {
        return Optional.ofNullable(reasoning);
    }

    /** Returns what is different for this request alone. */
    public Overrides overrides() {
        return overrides;
    }

    /** Returns all settings that are meant for one provider only. */
    public List<ProviderOptions> options() {
        return options;
    }

    /** Returns the settings of that provider, if any were given. */
    public <T extends ProviderOptions> Optional<T> options(Class<T> type) {
        return options.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Returns deadline, cancellation, owner, budget and observers. */
    public CallContext context() {
        return context;
    }

    /** Collects a request. */
    public static final class Builder {
        private final List<Message> messages = new ArrayList<>();
        private final List<ToolSpec> tools = new ArrayList<>();
        private ToolChoice toolChoice = ToolChoice.auto();
        private ResponseFormat format = ResponseFormat.text();
        private Sampling sampling = Sampling.defaults();
        private @Nullable Reasoning reasoning;
        private Overrides overrides = Overrides.none();
        private final List<ProviderOptions> options = new ArrayList<>();
        private CallContext context = CallContext.create();

        private Builder() {}

        /** Adds instructions. */
        public Builder system(String text) {
            return message(Message.system(text));
        }

        /** Adds what the user says. */
        public Builder user(String text) {
            return message(Message.user(text));
        }

        /** Adds what the user says, with files. */
        public Builder user(String text, Attachment... files) {
            return message(Message.user(text, files));
        }

        /** Adds a message. */
        public Builder message(Message message) {
            messages.add(message);
            return this;
        }

        /** Adds messages. */
        public Builder messages(List<? extends Message> more) {
            messages.addAll(more);
            return this;
        }

        /** Offers tools. */
        public Builder tools(ToolSpec... more) {
            return tools(List.of(more));
        }

        /** Offers tools. */
        public Builder tools(List<ToolSpec> more) {
            tools.addAll(more);
            return this;
        }

        /** Sets whether tools may or must be called. */
        public Builder toolChoice(ToolChoice choice) {
            this.toolChoice = choice;
            return this;
        }

        /** Sets the form the answer must have. */
        public Builder format(ResponseFormat form) {
            this.format = form;
            return this;
        }

        /** Sets how the next word is chosen. */
        public Builder sampling(Sampling settings) {
            this.sampling = settings;
            return this;
        }

        /** Sets the temperature and keeps the rest of the sampling. */
        public Builder temperature(double value) {
            return sampling(sampling.toBuilder().temperature(value).build());
        }

        /** Sets how many tokens may be generated and keeps the rest of the sampling. */
        public Builder maxTokens(int value) {
            return sampling(sampling.toBuilder().maxTokens(value).build());
        }

        /** Sets how hard the model thinks. */
        public Builder reasoning(Reasoning how) {
            this.reasoning = how;
            return this;
        }

        /** Sets what is different for this request alone. */
        public Builder overrides(Overrides different) {
            this.overrides = different;
            return this;
        }

        /** Adds settings that only one provider has; later ones of a type replace earlier ones. */
        public Builder options(ProviderOptions own) {
            options.removeIf(other -> other.getClass() == own.getClass());
            options.add(own);
            return this;
        }

        /** Sets deadline, cancellation, owner, budget and observers. */
        public Builder context(CallContext circumstances) {
            this.context = circumstances;
            return this;
        }

        /** Returns the request. */
        public ChatRequest build() {
            return new ChatRequest(this);
        }
    }
}
