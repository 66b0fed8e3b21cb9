package dev.gator.offline;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.TokenCounter;
import dev.gator.chat.Warning;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers without a model: no weights, no network, no key. Deterministic and thread-safe.
 *
 * <p>It is no AI and says so when it is asked what it is. It composes from the request: picks sentences of given
 * evidence, calls tools whose names the user's words mention, fills JSON schemas so that they always fit, and speaks in
 * the tone that the instructions set. What it was not given it does not claim.
 */
public final class OfflineWriter implements ChatModel {

    /** The model's id. */
    public static final String ID = "offline";

    private static final int WINDOW = 1_000_000;
    private static final TokenCounter COUNTER = TokenCounter.estimate();
    private static final ModelCard CARD = ModelCard.of(ID)
            .can(
                    Capability.TOOLS,
                    Capability.PARALLEL_TOOLS,
                    Capability.TOOL_CHOICE,
                    Capability.JSON_SCHEMA,
                    Capability.JSON_MODE,
                    Capability.SEED,
                    Capability.STOP_SEQUENCES)
            .contextWindow(WINDOW)
            .pricing(Pricing.free())
            .build();

    private OfflineWriter() {}

    /** Returns the writer. */
    public static OfflineWriter create() {
        return new OfflineWriter();
    }

    @Override
    public ModelCard card() {
        return CARD;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        request.context().check();
        int input = COUNTER.count(request);
        if (input > WINDOW) {
            throw new GatorException(
                    ProviderError.CONTEXT_TOO_LONG, "the prompt has about " + input + " tokens, the window " + WINDOW);
        }
        Reading reading = Reading.of(request);
        Dice dice = Dice.of(reading.everything(), request.sampling().seed().orElse(0));
        Phrasing phrasing = new Phrasing(reading, dice);
        ValueFinder values = new ValueFinder(reading, phrasing, dice);
        List<Part.ToolCall> calls = new ToolChooser(reading, values).choose(request);
        ChatReply.Builder reply = ChatReply.from(ID).warnings(warnings(request.sampling(), request));
        return calls.isEmpty()
                ? said(reply, text(request, phrasing, values), request.sampling(), input)
                : called(reply, calls, input);
    }

    /** Returns the answer as a stream, a word at a time. */
    @Override
    public ChatStream stream(ChatRequest request) {
        return ChatStream.over(new Telling(chat(request), request.context()), request.context());
    }

    private static String text(ChatRequest request, Phrasing phrasing, ValueFinder values) {
        if (request.format() instanceof ResponseFormat.Schema schema) {
            return new SchemaFiller(schema.schema().json(), values).fill().toString();
        }
        if (request.format() instanceof ResponseFormat.AnyJson) {
            Json json = JsonObject.builder().put("answer", phrasing.answer()).build();
            return json.toString();
        }
        return phrasing.answer();
    }

    private static ChatReply called(ChatReply.Builder reply, List<Part.ToolCall> calls, int input) {
        int output = calls.stream().mapToInt(COUNTER::count).sum();
        Usage usage = Usage.estimated(input, output);
        return reply.parts(calls)
                .finish(FinishReason.TOOL_CALLS)
                .usage(usage)
                .cost(CARD.cost(usage))
                .build();
    }

    private static ChatReply said(ChatReply.Builder reply, String whole, Sampling sampling, int input) {
        String text = whole;
        for (String stop : sampling.stop()) {
            int at = text.indexOf(stop);
            text = at < 0 ? text : text.substring(0, at);
        }
        String kept = within(text, sampling.maxTokens().orElse(Integer.MAX_VALUE));
        Usage usage = Usage.estimated(input, COUNTER.count(kept));
        return reply.text(kept)
                .finish(kept.length() < text.length() ? FinishReason.LENGTH : FinishReason.STOP)
                .usage(usage)
                .cost(CARD.cost(usage))
                .build();
    }

    /** Returns as many whole words as the limit allows. */
    private static String within(String text, int mostTokens) {
        if (COUNTER.count(text) <= mostTokens) {
            return text;
        }
        int end = text.length();
        while (end > 0 && COUNTER.count(text.substring(0, end)) > mostTokens) {
            int space = text.lastIndexOf(' ', end - 1);
            end = space > 0 ? space : end - 1;
        }
        return text.substring(0, end);
    }

    private static List<Warning> warnings(Sampling sampling, ChatRequest request) {
        List<Warning> warnings = new ArrayList<>();
        String reason = "the offline writer composes and does not sample";
        sampling.temperature().ifPresent(value -> warnings.add(new Warning("temperature", reason)));
        sampling.topP().ifPresent(value -> warnings.add(new Warning("topP", reason)));
        sampling.topK().ifPresent(value -> warnings.add(new Warning("topK", reason)));
        sampling.frequencyPenalty().ifPresent(value -> warnings.add(new Warning("frequencyPenalty", reason)));
        sampling.presencePenalty().ifPresent(value -> warnings.add(new Warning("presencePenalty", reason)));
        request.reasoning()
                .ifPresent(value -> warnings.add(new Warning("reasoning", "the offline writer does not think")));
        return warnings;
    }
}
