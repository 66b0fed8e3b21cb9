package dev.gator.tck;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.PartKind;
import dev.gator.chat.Warning;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what the toy service answers, whole or event by event. */
final class ToyAnswer {

    private final ModelCard card;
    private final List<Warning> warnings;
    private final Predicate<Flaw> flawed;
    private final Queue<ChatEvent> ready = new ArrayDeque<>();
    private final StringBuilder all = new StringBuilder();
    private @Nullable JsonObject part;
    private int number = -1;

    ToyAnswer(ModelCard card, List<Warning> warnings, Predicate<Flaw> flawed) {
        this.card = card;
        this.warnings = warnings;
        this.flawed = flawed;
    }

    ChatReply whole(String text) {
        JsonObject json = parse(text);
        try {
            ChatReply.Builder reply = ChatReply.from(json.string("model"))
                    .id(json.string("id"))
                    .warnings(warnings)
                    .finish(finish(json))
                    .usage(usage(json))
                    .cost(cost(usage(json)));
            int calls = 0;
            for (Json each : json.array("parts")) {
                Part value = value(each.asObject(), each.asObject().string("all"));
                calls += value instanceof Part.ToolCall ? 1 : 0;
                boolean dropped = value instanceof Part.ToolCall && calls > 1 && flawed.test(Flaw.ONE_CALL_ONLY);
                if (!dropped && !(value instanceof Part.Reasoning && flawed.test(Flaw.HIDES_THOUGHTS))) {
                    reply.part(value);
                }
            }
            return reply.build();
        } catch (GatorException e) {
            throw malformed(e);
        }
    }

    /** Takes in one event of a stream; {@link #next()} gives what it means. */
    void accept(String data) {
        JsonObject json = parse(data);
        if (json.has("error") && !flawed.test(Flaw.IGNORES_STREAM_ERRORS)) {
            throw new GatorException(
                    json.string("error").equals("OVERLOADED") ? ProviderError.OVERLOADED : ProviderError.SERVER_ERROR,
                    "toy: the stream broke off");
        }
        try {
            read(json);
        } catch (GatorException e) {
            throw malformed(e);
        }
    }

    private void read(JsonObject json) {
        if (json.has("id") && json.has("model")) {
            String id = flawed.test(Flaw.STARTED_WITHOUT_ID) ? "" : json.string("id");
            ready.add(new ChatEvent.Started(id, json.string("model"), warnings));
        } else if (json.has("begin")) {
            endPart();
            begin(json);
        } else if (json.has("more")) {
            more(json.string("more"));
        } else if (json.has("done") || json.has("error")) {
            endPart();
            finishStream(json);
        } else {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "toy: an unknown event");
        }
    }

    @Nullable
    ChatEvent next() {
        return ready.poll();
    }

    void finishStream(JsonObject json) {
        Usage usage = json.has("in") && !flawed.test(Flaw.STREAM_HAS_NO_USAGE) ? usage(json) : Usage.UNKNOWN;
        ready.add(new ChatEvent.Finished(json.has("finish") ? finish(json) : FinishReason.STOP, usage, cost(usage)));
    }

    private void begin(JsonObject json) {
        part = json;
        number++;
        all.setLength(0);
        if (flawed.test(Flaw.NO_PART_STARTED)) {
            return;
        }
        ready.add(
                switch (json.string("kind")) {
                    case "call" ->
                        new ChatEvent.PartStarted(number, PartKind.TOOL_CALL, json.string("id"), json.string("tool"));
                    case "thought" -> ChatEvent.PartStarted.of(number, PartKind.REASONING);
                    default -> ChatEvent.PartStarted.of(number, PartKind.TEXT);
                });
    }

    private void more(String chunk) {
        all.append(chunk);
        String kind = part == null ? "" : part.string("kind");
        if (kind.equals("call") && flawed.test(Flaw.CALLS_WITHOUT_DELTAS)) {
            return;
        }
        ready.add(
                switch (kind) {
                    case "call" -> new ChatEvent.ArgumentsDelta(number, chunk);
                    case "thought" -> new ChatEvent.ReasoningDelta(number, chunk);
                    default -> new ChatEvent.TextDelta(number, chunk);
                });
    }

    private void endPart() {
        if (part != null) {
            ready.add(new ChatEvent.PartEnded(number, value(part, all.toString())));
            part = null;
        }
    }

    private static Part value(JsonObject json, String whole) {
        return switch (json.string("kind")) {
            case "call" -> new Part.ToolCall(json.string("id"), json.string("tool"), whole);
            case "thought" -> new Part.Reasoning(whole, json.string("signature"));
            default -> Part.text(whole);
        };
    }

    private FinishReason finish(JsonObject json) {
        return flawed.test(Flaw.ALWAYS_STOPS) ? FinishReason.STOP : FinishReason.valueOf(json.string("finish"));
    }

    private Usage usage(JsonObject json) {
        boolean noCache = flawed.test(Flaw.FORGETS_CACHE);
        boolean noWrites = noCache || flawed.test(Flaw.FORGETS_CACHE_WRITES);
        return Usage.reported(json.number("in").longValue(), json.number("out").longValue())
                .withCache(
                        noCache ? 0 : json.number("cachedRead").longValue(),
                        noWrites ? 0 : json.number("cachedWrite").longValue())
                .withReasoning(
                        flawed.test(Flaw.FORGETS_THINKING_TOKENS)
                                ? 0
                                : json.number("thinking").longValue());
    }

    private Optional<Money> cost(Usage usage) {
        return flawed.test(Flaw.FREE_OF_CHARGE) ? Optional.empty() : card.cost(usage);
    }

    private JsonObject parse(String text) {
        try {
            return Json.parse(text).asObject();
        } catch (GatorException e) {
            throw malformed(e);
        }
    }

    private GatorException malformed(GatorException cause) {
        if (flawed.test(Flaw.LEAKS_RUNTIME_EXCEPTIONS)) {
            throw new IllegalStateException(cause);
        }
        return cause.code() instanceof ProviderError
                ? cause
                : new GatorException(ProviderError.MALFORMED_ANSWER, "toy: the answer cannot be read");
    }
}
