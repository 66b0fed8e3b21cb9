package dev.gator.provider.anthropic;

import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.chat.PartKind;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.chat.AnswerTeller;
import dev.gator.provider.chat.GrowingPart;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.tool.ToolSpec;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads whole messages and the events of streamed ones. */
final class MessagesReader {

    private static final Names NAMES = Names.of(
            "type",
            "index",
            "message",
            "content_block",
            "delta",
            "usage",
            "error",
            "id",
            "model",
            "content",
            "stop_reason");

    private final AnswerTeller teller;
    private final MessagesCall call;
    private final String answerTool;
    private final UsageCounter usage = new UsageCounter();
    private final Map<Integer, GrowingPart> open = new HashMap<>();
    private final Block block = new Block();
    private String id = "";
    private String model = "";
    private String type = "";
    private int index;
    private boolean hasContent;
    private @Nullable FinishReason finish;
    private @Nullable GrowingPart hot;

    MessagesReader(AnswerTeller teller, MessagesCall call) {
        this.teller = teller;
        this.call = call;
        this.answerTool = call.answerTool().map(ToolSpec::name).orElse("");
    }

    /** Reads a whole answer. */
    static ChatReply whole(Answer answer, MessagesCall call) {
        AnswerTeller teller = new AnswerTeller();
        MessagesReader reader = new MessagesReader(teller, call);
        JsonScan scan = answer.scan();
        reader.members(scan);
        scan.end();
        if (reader.type.equals("error")) {
            throw answer.reportedError();
        }
        if (!reader.hasContent || reader.finish == null) {
            throw new GatorException(
                    ProviderError.MALFORMED_ANSWER, "anthropic answered JSON that is no whole message");
        }
        reader.begin();
        reader.end();
        return teller.reply();
    }

    /** Reads an event; returns false if it reports an error. */
    boolean event(JsonScan scan) {
        hot = null;
        type = "";
        index = 0;
        block.clear();
        members(scan);
        scan.end();
        switch (type) {
            case "message_start" -> begin();
            case "content_block_start" -> start();
            case "content_block_delta" -> grow();
            case "content_block_stop" -> stop();
            case "message_stop" -> end();
            case "error" -> {
                return false;
            }
            default -> {
                // pings, counts that were read already, and whatever the service invents next
            }
        }
        return true;
    }

    /** Returns the part that the last event did nothing but lengthen, or null. */
    @Nullable
    GrowingPart hot() {
        return hot;
    }

    int hotFrom() {
        return block.from;
    }

    int hotTo() {
        return block.to;
    }

    private void members(JsonScan scan) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "type" -> type = scan.textOrEmpty();
                case "index" -> index = (int) scan.numberOrZero();
                case "message" -> message(scan);
                case "content_block", "delta" -> block.read(scan);
                case "usage" -> usage.read(scan);
                case "id" -> id = scan.textOrEmpty();
                case "model" -> model = scan.textOrEmpty();
                case "content" -> content(scan);
                case "stop_reason" -> finish = finish(scan.textOrEmpty());
                default -> scan.skip();
            }
        }
        if (!block.stopReason.isEmpty()) {
            finish = finish(block.stopReason);
        }
    }

    private void message(JsonScan scan) {
        String outer = type;
        members(scan);
        type = outer;
    }

    private void content(JsonScan scan) {
        if (!scan.arrayOrNull()) {
            return;
        }
        hasContent = true;
        for (index = 0; scan.item(); index++) {
            block.clear();
            block.read(scan);
            start();
            stop();
        }
        block.clear();
    }

    private void start() {
        GrowingPart part =
                switch (block.type) {
                    case "text" -> teller.open(PartKind.TEXT);
                    case "thinking", "redacted_thinking" -> teller.open(PartKind.REASONING);
                    case "tool_use" ->
                        block.name.equals(answerTool) && !answerTool.isEmpty()
                                ? teller.open(PartKind.TEXT)
                                : teller.openCall(block.id, block.name);
                    default -> null; // what the service's own tools did
                };
        if (part != null) {
            open.put(index, part);
            teller.grow(part, block.said());
            seal(part);
        }
    }

    private void grow() {
        GrowingPart part = open.get(index);
        if (part == null) {
            return;
        }
        String said = block.said();
        teller.grow(part, said);
        if (!block.signature.isEmpty()) {
            seal(part);
        } else if (!said.isEmpty()) {
            hot = part;
        }
    }

    // a thought is sealed when its signature is there, and then it is over
    private void seal(GrowingPart part) {
        String signature = block.data.isEmpty() ? block.signature : RedactedThought.signature(block.data);
        if (part.kind() == PartKind.REASONING && !signature.isEmpty()) {
            teller.seal(part, call.asking().signed(signature));
            open.remove(index);
        }
    }

    private void stop() {
        GrowingPart part = open.remove(index);
        if (part != null) {
            teller.close(part);
        }
    }

    private void begin() {
        teller.begin(
                id, model.isEmpty() ? call.card().name() : model, call.asking().warnings());
    }

    private void end() {
        begin();
        open.values().forEach(teller::close);
        open.clear();
        teller.finish(finish == null ? FinishReason.OTHER : finish, usage.usage(), call.card());
    }

    private static @Nullable FinishReason finish(String word) {
        return switch (word) {
            case "" -> null;
            case "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            case "tool_use" -> FinishReason.TOOL_CALLS;
            case "refusal" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }
}
