package dev.gator.provider.openai;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.PartKind;
import dev.gator.chat.ReplyAssembler;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat completions, whole ones and chunks: a chunk's {@code delta} has the members of a {@code message}.
 *
 * <p>After a chunk, {@link #hotKind()} tells whether a single string was all that it had to say.
 */
final class ChatReader {

    private static final Names TOP = Names.of("id", "model", "choices", "usage", "error", "x_groq");
    private static final Names CHOICE = Names.of("delta", "message", "finish_reason");
    private static final Names MESSAGE = Names.of(
            "content", "reasoning_content", "reasoning", "refusal", "tool_calls", "audio", "text", "thinking", "type");
    private static final Names CALL = Names.of("index", "id", "function", "name", "arguments", "data", "transcript");

    private final PartTeller teller;
    private final Asked asked;
    private final MediaType soundType;
    private String id = "";
    private String model = "";
    private Usage usage = Usage.UNKNOWN;
    private @Nullable FinishReason finish;
    private boolean refused;
    private boolean failed;
    private boolean hasChoice;
    private int said;
    private int hotFrom;
    private int hotTo;
    private @Nullable PartKind hotKind;

    ChatReader(PartTeller teller, Asked asked, MediaType soundType) {
        this.teller = teller;
        this.asked = asked;
        this.soundType = soundType;
    }

    /** Reads a whole answer. */
    static ChatReply whole(Answer answer, Asked asked, MediaType soundType) {
        PartTeller teller = new PartTeller();
        ChatReader reader = new ChatReader(teller, asked, soundType);
        if (!reader.read(answer.scan())) {
            throw answer.reportedError();
        }
        if (!reader.hasChoice) {
            throw new GatorException(
                    ProviderError.MALFORMED_ANSWER,
                    asked.service().name() + " answered JSON that is no chat completion");
        }
        reader.end();
        ReplyAssembler assembler = new ReplyAssembler();
        for (ChatEvent event; (event = teller.poll()) != null; ) {
            assembler.accept(event);
        }
        return assembler.toReply();
    }

    /** Reads an answer or a chunk; returns false if it reports an error instead. */
    boolean read(JsonScan scan) {
        said = 0;
        hotKind = null;
        scan.object();
        for (String name; (name = scan.member(TOP)) != null; ) {
            switch (name) {
                case "id" -> id = id.isEmpty() ? scan.textOrEmpty() : skipped(scan, id);
                case "model" -> model = model.isEmpty() ? scan.textOrEmpty() : skipped(scan, model);
                case "choices" -> choices(scan);
                case "usage" -> usage(scan);
                case "x_groq" -> groq(scan);
                case "error" -> error(scan);
                default -> scan.skip();
            }
        }
        scan.end();
        if (!teller.hasBegun() && (!id.isEmpty() || hasChoice)) {
            teller.begin(id, model(), asked.warnings());
        }
        return !failed;
    }

    /** Tells that the answer is complete. */
    void end() {
        if (!teller.hasBegun()) {
            teller.begin(id, model(), asked.warnings());
        }
        FinishReason reason = finish == null ? FinishReason.OTHER : finish;
        ModelCard card = asked.card();
        teller.finish(refused ? FinishReason.CONTENT_FILTER : reason, usage, card.cost(usage), soundType);
    }

    /** Returns the kind of the only thing that the last chunk said, or null. */
    @Nullable
    PartKind hotKind() {
        return said == 1 ? hotKind : null;
    }

    int hotFrom() {
        return hotFrom;
    }

    int hotTo() {
        return hotTo;
    }

    private String model() {
        return model.isEmpty() ? asked.card().name() : model;
    }

    private static String skipped(JsonScan scan, String known) {
        scan.skip();
        return known;
    }

    private void choices(JsonScan scan) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            hasChoice = true;
            scan.object();
            for (String name; (name = scan.member(CHOICE)) != null; ) {
                switch (name) {
                    case "delta", "message" -> message(scan);
                    case "finish_reason" -> finish(scan);
                    default -> scan.skip();
                }
            }
        }
    }

    private void message(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        for (String name; (name = scan.member(MESSAGE)) != null; ) {
            switch (name) {
                case "content" -> content(scan);
                case "reasoning_content", "reasoning" -> words(scan, PartKind.REASONING);
                case "refusal" -> refusal(scan);
                case "tool_calls" -> calls(scan);
                case "audio" -> audio(scan);
                default -> scan.skip();
            }
        }
    }

    private void content(JsonScan scan) {
        if (scan.peek() != '[') {
            words(scan, PartKind.TEXT);
            return;
        }
        said++;
        scan.array(); // Mistral's thinking models answer with typed pieces
        while (scan.item()) {
            pieces(scan, PartKind.TEXT);
        }
    }

    private void pieces(JsonScan scan, PartKind kind) {
        scan.object();
        for (String name; (name = scan.member(MESSAGE)) != null; ) {
            switch (name) {
                case "text" -> teller.tell(kind, scan.textOrEmpty());
                case "thinking" -> {
                    scan.array();
                    while (scan.item()) {
                        pieces(scan, PartKind.REASONING);
                    }
                }
                default -> scan.skip();
            }
        }
    }

    private void words(JsonScan scan, PartKind kind) {
        if (scan.passNull()) {
            return;
        }
        String text = scan.text();
        if (!text.isEmpty()) {
            said++;
            hotKind = kind;
            hotFrom = scan.textFrom();
            hotTo = scan.textTo();
            teller.tell(kind, text);
        }
    }

    private void refusal(JsonScan scan) {
        String text = scan.textOrEmpty();
        if (!text.isEmpty()) {
            said++;
            refused = true;
            teller.tell(PartKind.TEXT, text);
        }
    }

    private void calls(JsonScan scan) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            call(scan);
        }
    }

    private void call(JsonScan scan) {
        said++;
        int index = -1;
        String callId = "";
        Function function = new Function();
        scan.object();
        for (String name; (name = scan.member(CALL)) != null; ) {
            switch (name) {
                case "index" -> index = (int) scan.numberOrZero();
                case "id" -> callId = scan.textOrEmpty();
                case "function" -> function.read(scan);
                default -> scan.skip();
            }
        }
        teller.call(index, callId, function.name, function.arguments);
        if (callId.isEmpty() && function.name.isEmpty() && !function.arguments.isEmpty()) {
            hotKind = PartKind.TOOL_CALL;
            hotFrom = function.from;
            hotTo = function.to;
        }
    }

    private void audio(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        said++;
        String data = "";
        String transcript = "";
        for (String name; (name = scan.member(CALL)) != null; ) {
            switch (name) {
                case "data" -> data = scan.textOrEmpty();
                case "transcript" -> transcript = scan.textOrEmpty();
                default -> scan.skip();
            }
        }
        teller.tell(PartKind.TEXT, transcript);
        teller.sound(data);
    }

    private void finish(JsonScan scan) {
        if (scan.passNull()) {
            return;
        }
        said++;
        hotKind = null;
        finish = Finish.of(scan.text());
    }

    private void usage(JsonScan scan) {
        if (!scan.passNull()) {
            said++;
            usage = UsageReader.read(scan);
        }
    }

    private void groq(JsonScan scan) {
        said++;
        if (scan.objectOrNull()) {
            for (String name; (name = scan.member(TOP)) != null; ) {
                switch (name) {
                    case "usage" -> usage(scan);
                    case "error" -> error(scan);
                    default -> scan.skip();
                }
            }
        }
    }

    private void error(JsonScan scan) {
        if (!scan.passNull()) {
            scan.skip();
            failed = true;
        }
    }

    /** What a tool call says about its function. */
    private static final class Function {
        private String name = "";
        private String arguments = "";
        private int from;
        private int to;

        void read(JsonScan scan) {
            scan.object();
            for (String member; (member = scan.member(CALL)) != null; ) {
                switch (member) {
                    case "name" -> name = scan.textOrEmpty();
                    case "arguments" -> arguments(scan);
                    default -> scan.skip();
                }
            }
        }

        // some services send an object where the format has a text that holds one
        private void arguments(JsonScan scan) {
            if (scan.peek() == '{') {
                arguments = scan.raw();
                return;
            }
            arguments = scan.textOrEmpty();
            from = scan.textFrom();
            to = scan.textTo();
        }
    }
}
