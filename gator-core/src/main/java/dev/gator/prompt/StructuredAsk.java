package dev.gator.prompt;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.json.JsonExtractor;
import dev.gator.json.JsonSchema;
import dev.gator.json.Violation;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks a model for a record. The schema comes from the record class and goes to the provider where the model can be held to
 * it, otherwise into the prompt. An answer that does not fit is shown to the model with what is wrong, a bounded number of
 * times. Immutable and thread-safe.
 */
public final class StructuredAsk {

    private static final int DEFAULT_REPAIRS = 2;

    private final ChatModel model;
    private final int repairs;

    private StructuredAsk(ChatModel model, int repairs) {
        this.model = model;
        this.repairs = repairs;
    }

    /** Returns an ask that lets the model repair its answer twice. */
    public static StructuredAsk of(ChatModel model) {
        return new StructuredAsk(model, DEFAULT_REPAIRS);
    }

    /** Returns a copy that lets the model repair its answer that often, 0 to 10. */
    public StructuredAsk repairs(int most) {
        return new StructuredAsk(model, Require.range("repairs", most, 0, 10));
    }

    /** Asks one question; see {@link #ask(Class, ChatRequest)}. */
    public <T> T ask(Class<T> type, String question) {
        return ask(type, ChatRequest.of(question)).value();
    }

    /**
     * Asks.
     *
     * @param type a record, enum or sealed interface of records
     * @param request what to ask; its format is replaced
     * @throws GatorException with {@link PromptError#NOT_REPAIRED} if no answer fits in the end, with
     *     {@link dev.gator.error.CallError#NOT_STRUCTURED} if the model ran out of tokens in the middle, or whatever the
     *     model throws
     */
    public <T> Structured<T> ask(Class<T> type, ChatRequest request) {
        return ask(type, JsonSchema.of(type), request);
    }

    /**
     * Asks with a schema that is narrower than the type's own, such as one that knows how many items there must be.
     *
     * @throws GatorException as {@link #ask(Class, ChatRequest)}
     */
    public <T> Structured<T> ask(Class<T> type, JsonSchema schema, ChatRequest request) {
        ChatRequest next = prepare(request, schema);
        Total total = new Total();
        for (int attempt = 1; ; attempt++) {
            ChatReply reply = model.chat(next);
            total.add(reply);
            Attempt<T> made = read(reply, type, schema);
            if (made.value().isPresent()) {
                return new Structured<>(made.value().get(), total.on(reply), attempt);
            }
            if (attempt > repairs) {
                throw new GatorException(
                        PromptError.NOT_REPAIRED,
                        reply.model() + " gave no valid " + schema.name() + " in " + attempt + " attempts: "
                                + made.complaint());
            }
            next = repair(next, reply, made.complaint());
        }
    }

    private ChatRequest prepare(ChatRequest request, JsonSchema schema) {
        if (model.card().can(Capability.JSON_SCHEMA)) {
            return request.toBuilder().format(ResponseFormat.json(schema)).build();
        }
        List<Message> messages = new ArrayList<>(request.messages());
        int systems = (int) messages.stream()
                .takeWhile(message -> message instanceof Message.Instructions)
                .count();
        messages.add(
                systems,
                Message.system("Answer with one JSON value and nothing else. It must fit this JSON schema:\n"
                        + schema.json()));
        ResponseFormat format = model.card().can(Capability.JSON_MODE) ? ResponseFormat.json() : ResponseFormat.text();
        return request.withMessages(messages).toBuilder().format(format).build();
    }

    private static <T> Attempt<T> read(ChatReply reply, Class<T> type, JsonSchema schema) {
        Optional<Json> found = JsonExtractor.find(reply.text());
        if (found.isEmpty()) {
            if (reply.finish() == FinishReason.LENGTH) {
                throw new GatorException(
                        CallError.NOT_STRUCTURED,
                        reply.model() + " reached its token limit in the middle of " + schema.name());
            }
            return Attempt.bad("the answer holds no JSON");
        }
        try {
            T value = JsonBinding.read(found.get(), type);
            // reading forgives slips such as a number in quotes, so the bounds are checked on what was understood
            List<Violation> broken = schema.validate(JsonBinding.write(value, type));
            return broken.isEmpty() ? Attempt.good(value) : Attempt.bad(told(broken));
        } catch (GatorException e) {
            List<Violation> broken = schema.validate(found.get());
            return Attempt.bad(broken.isEmpty() ? e.detail() : told(broken));
        }
    }

    private static String told(List<Violation> violations) {
        return violations.stream().limit(20).map(Violation::toString).collect(Collectors.joining("\n"));
    }

    private static ChatRequest repair(ChatRequest request, ChatReply reply, String complaint) {
        List<Message> messages = new ArrayList<>(request.messages());
        String said = reply.text().isBlank() ? "(nothing)" : reply.text();
        messages.add(Message.assistant(said));
        messages.add(Message.user("That does not fit. What is wrong:\n" + complaint
                + "\nAnswer again with the whole corrected JSON and nothing else."));
        return request.withMessages(messages);
    }

    private record Attempt<T>(Optional<T> value, String complaint) {

        static <T> Attempt<T> good(T value) {
            return new Attempt<>(Optional.of(value), "");
        }

        static <T> Attempt<T> bad(String complaint) {
            return new Attempt<>(Optional.empty(), complaint);
        }
    }

    private static final class Total {
        private Usage usage = Usage.NONE;
        private Optional<Money> cost = Optional.of(Money.ZERO);

        void add(ChatReply reply) {
            boolean first = usage.equals(Usage.NONE);
            usage = first ? reply.usage() : usage.plus(reply.usage());
            cost = first ? reply.cost() : cost.flatMap(sum -> reply.cost().map(sum::plus));
        }

        ChatReply on(ChatReply reply) {
            return reply.toBuilder().usage(usage).cost(cost).build();
        }
    }
}
