package dev.gator.provider.cohere;

import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.chat.PartKind;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.provider.chat.AnswerTeller;
import dev.gator.provider.chat.GrowingPart;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Usage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads whole answers and the events of streamed ones. */
final class ChatReader {

    private static final Names NAMES =
            Names.of("type", "id", "index", "delta", "message", "finish_reason", "usage", "error");

    private final AnswerTeller teller = new AnswerTeller();
    private final ChatCall call;
    private final Function<Json, GatorException> errors;
    private final String answerTool;
    private final Map<Integer, GrowingPart> content = new HashMap<>();
    private final Map<Integer, GrowingPart> calls = new HashMap<>();
    private final Said said = new Said();
    private String type = "";
    private String id = "";
    private int index;
    private String finish = "";
    private String error = "";
    private Usage usage = Usage.UNKNOWN;
    private boolean hasMessage;
    private @Nullable GrowingPart plan;
    private @Nullable GrowingPart hot;

    ChatReader(ChatCall call, Function<Json, GatorException> errors) {
        this.call = call;
        this.errors = errors;
        this.answerTool = call.answerTool().map(ToolSpec::name).orElse("");
    }

    AnswerTeller teller() {
        return teller;
    }

    /** Reads a whole answer. */
    ChatReply whole(Answer answer) {
        JsonScan scan = answer.scan();
        members(scan);
        scan.end();
        if (!hasMessage || finish.isEmpty()) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "cohere answered JSON that is no whole answer");
        }
        begin();
        plan(said.plan);
        endPlan();
        for (Said.Piece piece : said.content) {
            teller.close(grown(open(piece), piece.words));
        }
        for (Said.Piece piece : said.calls) {
            teller.close(grown(openCall(piece), piece.words));
        }
        cite();
        end();
        return teller.reply();
    }

    /** Reads an event. */
    void event(JsonScan scan) {
        hot = null;
        type = "";
        index = 0;
        said.clear();
        members(scan);
        scan.end();
        switch (type) {
            case "message-start" -> begin();
            case "content-start", "content-delta" -> said.content.forEach(this::grow);
            case "content-end" -> close(content.remove(index));
            case "tool-plan-delta" -> plan(said.plan);
            case "tool-call-start", "tool-call-delta" -> said.calls.forEach(this::growCall);
            case "tool-call-end" -> close(calls.remove(index));
            case "citation-start" -> cite();
            case "message-end" -> end();
            default -> {
                // whatever the service invents next
            }
        }
    }

    /** Returns the part that the last event did nothing but lengthen, or null. */
    @Nullable
    GrowingPart hot() {
        return hot;
    }

    int hotFrom() {
        return said.from;
    }

    int hotTo() {
        return said.to;
    }

    private void members(JsonScan scan) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "type" -> type = scan.textOrEmpty();
                case "id" -> id = id.isEmpty() ? scan.textOrEmpty() : skipped(scan);
                case "index" -> index = (int) scan.numberOrZero();
                case "delta" -> {
                    if (!scan.passNull()) {
                        members(scan);
                    }
                }
                case "message" -> {
                    hasMessage |= scan.peek() == '{';
                    said.read(scan);
                }
                case "finish_reason" -> finish = scan.textOrEmpty();
                case "usage" -> usage = UsageReader.read(scan);
                case "error" ->
                    error = scan.peek() == '"' ? scan.text() : scan.raw().replace("null", "");
                default -> scan.skip();
            }
        }
    }

    private String skipped(JsonScan scan) {
        scan.skip();
        return id;
    }

    private void begin() {
        teller.begin(id, call.card().name(), call.asking().warnings());
    }

    private void grow(Said.Piece piece) {
        GrowingPart part = content.get(index);
        if (part == null) {
            content.put(index, grown(open(piece), piece.words));
        } else if (!piece.words.isEmpty()) {
            teller.grow(part, piece.words);
            hot = part;
        }
    }

    private void growCall(Said.Piece piece) {
        GrowingPart part = calls.get(index);
        if (part == null) {
            endPlan();
            calls.put(index, grown(openCall(piece), piece.words));
        } else if (!piece.words.isEmpty()) {
            teller.grow(part, piece.words);
            hot = part;
        }
    }

    private GrowingPart open(Said.Piece piece) {
        return teller.open(piece.thought ? PartKind.REASONING : PartKind.TEXT);
    }

    private GrowingPart openCall(Said.Piece piece) {
        return piece.name.equals(answerTool) && !answerTool.isEmpty()
                ? teller.open(PartKind.TEXT)
                : teller.openCall(piece.id, piece.name);
    }

    private GrowingPart grown(GrowingPart part, String words) {
        teller.grow(part, words);
        return part;
    }

    private void plan(String words) {
        if (words.isEmpty()) {
            return;
        }
        GrowingPart open = plan;
        if (open == null) {
            plan = grown(teller.open(PartKind.REASONING), words);
        } else {
            teller.grow(open, words);
            hot = open;
        }
    }

    private void endPlan() {
        if (plan != null) {
            teller.seal(plan, ToolPlan.SIGNATURE);
            plan = null;
        }
    }

    private void close(@Nullable GrowingPart part) {
        if (part != null) {
            teller.close(part);
        }
    }

    private void cite() {
        said.citations.forEach(call.options().citations());
    }

    private void end() {
        if (!error.isEmpty() || finish.equals("ERROR") || finish.equals("TIMEOUT")) {
            throw errors.apply(JsonObject.builder()
                    .put("code", finish)
                    .put("message", error.isEmpty() ? "the answer ended with " + finish : error)
                    .build());
        }
        begin();
        endPlan();
        content.values().forEach(teller::close);
        calls.values().forEach(teller::close);
        teller.finish(reason(), usage, call.card());
    }

    private FinishReason reason() {
        return switch (finish) {
            case "COMPLETE", "STOP_SEQUENCE" -> FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "TOOL_CALL" -> FinishReason.TOOL_CALLS;
            case "ERROR_TOXIC" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }
}
