package dev.gator.provider.gemini;

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
import org.jspecify.annotations.Nullable;

/**
 * Reads answers, whole ones and the pieces of a stream.
 *
 * <p>A signature may come on any part. The contract knows signatures of thoughts only, so one that comes on a tool call is
 * told as a thought without words before the call, and one that comes on words as such a thought after them.
 */
final class GenerateReader {

    private static final Names TOP =
            Names.of("candidates", "promptFeedback", "usageMetadata", "modelVersion", "responseId", "error");
    private static final Names CANDIDATE = Names.of("content", "finishReason");
    private static final Names CONTENT = Names.of("parts");
    private static final Names FEEDBACK = Names.of("blockReason");

    private final AnswerTeller teller;
    private final GenerateCall call;
    private final UsageCounter usage = new UsageCounter();
    private final Piece piece = new Piece();
    private String id = "";
    private String model = "";
    private String blocked = "";
    private boolean hasCandidate;
    private boolean failed;
    private int calls;
    private int said;
    private @Nullable FinishReason finish;
    private @Nullable GrowingPart current;

    GenerateReader(AnswerTeller teller, GenerateCall call) {
        this.teller = teller;
        this.call = call;
    }

    /** Reads a whole answer. */
    static ChatReply whole(Answer answer, GenerateCall call) {
        AnswerTeller teller = new AnswerTeller();
        GenerateReader reader = new GenerateReader(teller, call);
        if (!reader.piece(answer.scan())) {
            throw answer.reportedError();
        }
        if (!reader.hasCandidate) {
            throw new GatorException(ProviderError.MALFORMED_ANSWER, "gemini answered JSON that is no whole answer");
        }
        reader.end();
        return teller.reply();
    }

    /** Reads an answer or a piece of one; returns false if it reports an error. */
    boolean piece(JsonScan scan) {
        said = 0;
        scan.object();
        for (String name; (name = scan.member(TOP)) != null; ) {
            switch (name) {
                case "candidates" -> candidates(scan);
                case "promptFeedback" -> feedback(scan);
                case "usageMetadata" -> usage.read(scan);
                case "modelVersion" -> model = scan.textOrEmpty();
                case "responseId" -> id = scan.textOrEmpty();
                case "error" -> {
                    failed = true;
                    scan.skip();
                }
                default -> scan.skip();
            }
        }
        scan.end();
        refuseIfBlocked();
        if (!failed && hasCandidate) {
            begin();
        }
        return !failed;
    }

    /** Returns whether the model has said why it stopped; more may follow all the same. */
    boolean isFinished() {
        return finish != null;
    }

    /** Tells that the answer is complete. */
    void end() {
        begin();
        closeWords();
        teller.finish(finish == null ? FinishReason.OTHER : finish, usage.usage(), call.card());
    }

    /** Returns the part that the last piece did nothing but lengthen, or null. */
    @Nullable
    GrowingPart hot() {
        return said == 1 && finish == null ? current : null;
    }

    int hotFrom() {
        return piece.from;
    }

    int hotTo() {
        return piece.to;
    }

    private void begin() {
        teller.begin(
                id, model.isEmpty() ? call.card().name() : model, call.asking().warnings());
    }

    private void candidates(JsonScan scan) {
        if (!scan.arrayOrNull()) {
            return;
        }
        for (int i = 0; scan.item(); i++) {
            if (i > 0) {
                scan.skip();
                continue;
            }
            hasCandidate = true;
            scan.object();
            for (String name; (name = scan.member(CANDIDATE)) != null; ) {
                switch (name) {
                    case "content" -> content(scan);
                    case "finishReason" -> finish = finish(scan.textOrEmpty());
                    default -> scan.skip();
                }
            }
        }
    }

    private void content(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        for (String name; (name = scan.member(CONTENT)) != null; ) {
            if (name.equals("parts") && scan.arrayOrNull()) {
                while (scan.item()) {
                    piece.read(scan);
                    tell();
                }
            } else if (!name.equals("parts")) {
                scan.skip();
            }
        }
    }

    private void tell() {
        said++;
        if (piece.calls) {
            call();
        } else if (piece.thought) {
            words(PartKind.REASONING);
            if (!piece.signature.isEmpty()) {
                sealThought(piece.signature);
            }
        } else {
            words(PartKind.TEXT);
            if (!piece.signature.isEmpty()) {
                closeWords();
                sealThought(piece.signature);
            }
        }
    }

    private void call() {
        closeWords();
        if (!piece.signature.isEmpty()) {
            sealThought(piece.signature);
        }
        String callId = piece.callId.isEmpty() ? CallIds.makeUp(id, calls) : piece.callId;
        calls++;
        GrowingPart part = teller.openCall(callId, piece.tool);
        teller.grow(part, piece.arguments);
        teller.close(part);
    }

    private void words(PartKind kind) {
        if (piece.text.isEmpty()) {
            return;
        }
        GrowingPart part = current;
        if (part == null || part.kind() != kind) {
            closeWords();
            part = teller.open(kind);
            current = part;
        }
        teller.grow(part, piece.text);
    }

    private void sealThought(String signature) {
        GrowingPart thought = current == null ? teller.open(PartKind.REASONING) : current;
        teller.seal(thought, call.asking().signed(signature));
        current = null;
    }

    private void closeWords() {
        GrowingPart part = current;
        if (part != null) {
            teller.close(part);
        }
        current = null;
    }

    private void feedback(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        for (String name; (name = scan.member(FEEDBACK)) != null; ) {
            if (name.equals("blockReason")) {
                blocked = scan.textOrEmpty();
            } else {
                scan.skip();
            }
        }
    }

    private void refuseIfBlocked() {
        if (!blocked.isEmpty() && !hasCandidate) {
            String reason = blocked.matches("[A-Z_]{1,40}") ? blocked : "OTHER";
            throw new GatorException(ProviderError.CONTENT_REFUSED, "gemini refused the prompt: " + reason);
        }
    }

    private static @Nullable FinishReason finish(String word) {
        return switch (word) {
            case "", "FINISH_REASON_UNSPECIFIED" -> null;
            case "STOP" -> FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "SAFETY",
                    "RECITATION",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "IMAGE_RECITATION" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }
}
