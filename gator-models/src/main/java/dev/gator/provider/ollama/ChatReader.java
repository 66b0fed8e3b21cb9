package dev.gator.provider.ollama;

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
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an answer, of which a whole answer is the only one. */
final class ChatReader {

    private static final Names NAMES =
            Names.of("model", "message", "done", "done_reason", "prompt_eval_count", "eval_count", "error");
    private static final Names MESSAGE = Names.of("content", "thinking", "tool_calls");
    private static final Names CALL = Names.of("id", "function", "name", "arguments");

    private final AnswerTeller teller;
    private final ChatCall call;
    private final List<Called> calls = new ArrayList<>();
    private String model = "";
    private String words = "";
    private String thought = "";
    private String reason = "";
    private long input = -1;
    private long output = -1;
    private boolean hasMessage;
    private boolean done;
    private boolean failed;
    private @Nullable GrowingPart thinking;
    private @Nullable GrowingPart speaking;

    ChatReader(AnswerTeller teller, ChatCall call) {
        this.teller = teller;
        this.call = call;
    }

    private record Called(String id, String name, String arguments) {}

    /** Reads a whole answer. */
    static ChatReply whole(Answer answer, ChatCall call) {
        AnswerTeller teller = new AnswerTeller();
        ChatReader reader = new ChatReader(teller, call);
        if (!reader.line(answer.scan())) {
            throw answer.reportedError();
        }
        if (!teller.isFinished() || !reader.hasMessage) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "ollama answered JSON that is no whole answer");
        }
        return teller.reply();
    }

    /** Reads a line; returns false if it reports an error. */
    boolean line(JsonScan scan) {
        words = "";
        thought = "";
        calls.clear();
        members(scan);
        scan.end();
        if (failed) {
            return false;
        }
        teller.begin(
                "", model.isEmpty() ? call.card().name() : model, call.asking().warnings());
        tell();
        if (done) {
            finish();
        }
        return true;
    }

    private void members(JsonScan scan) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "model" -> model = scan.textOrEmpty();
                case "message" -> message(scan);
                case "done" -> done = scan.bool();
                case "done_reason" -> reason = scan.textOrEmpty();
                case "prompt_eval_count" -> input = scan.numberOrZero();
                case "eval_count" -> output = scan.numberOrZero();
                case "error" -> {
                    failed = true;
                    scan.skip();
                }
                default -> scan.skip();
            }
        }
    }

    private void message(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        hasMessage = true;
        for (String name; (name = scan.member(MESSAGE)) != null; ) {
            switch (name) {
                case "content" -> words = scan.textOrEmpty();
                case "thinking" -> thought = scan.textOrEmpty();
                case "tool_calls" -> calls(scan);
                default -> scan.skip();
            }
        }
    }

    private void calls(JsonScan scan) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            String[] said = {"", "", ""};
            callMembers(scan, said);
            calls.add(new Called(said[0], said[1], said[2]));
        }
    }

    private static void callMembers(JsonScan scan, String[] said) {
        scan.object();
        for (String name; (name = scan.member(CALL)) != null; ) {
            switch (name) {
                case "id" -> said[0] = scan.textOrEmpty();
                case "function" -> callMembers(scan, said);
                case "name" -> said[1] = scan.textOrEmpty();
                case "arguments" -> said[2] = scan.peek() == '"' ? scan.text() : scan.raw();
                default -> scan.skip();
            }
        }
    }

    // a thought ends where words or calls begin; words go on around calls, so that they are one part
    private void tell() {
        if (!thought.isEmpty()) {
            thinking = thinking == null ? teller.open(PartKind.REASONING) : thinking;
            teller.grow(thinking, thought);
        }
        if (!words.isEmpty()) {
            stopThinking();
            speaking = speaking == null ? teller.open(PartKind.TEXT) : speaking;
            teller.grow(speaking, words);
        }
        for (Called one : calls) {
            stopThinking();
            GrowingPart part = teller.openCall(one.id(), one.name());
            teller.grow(part, one.arguments().equals("null") ? "" : one.arguments());
            teller.close(part);
        }
    }

    private void stopThinking() {
        if (thinking != null) {
            teller.close(thinking);
            thinking = null;
        }
    }

    private void finish() {
        stopThinking();
        if (speaking != null) {
            teller.close(speaking);
        }
        // a count of zero is left out
        Usage usage = input < 0 && output < 0 ? Usage.UNKNOWN : Usage.reported(Math.max(0, input), Math.max(0, output));
        teller.finish(reason(), usage, call.card());
    }

    private FinishReason reason() {
        return switch (reason) {
            case "", "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "tool_calls" -> FinishReason.TOOL_CALLS;
            case "content_filter" -> FinishReason.CONTENT_FILTER; // said by models that run elsewhere
            default -> FinishReason.OTHER;
        };
    }
}
