package dev.gator.provider.openai;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ReplyAssembler;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.http.Answer;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import dev.gator.usage.Usage;

/** Reads the response object, which is the whole answer and also comes at the beginning and the end of a stream. */
final class ResponsesReader {

    private static final Names NAMES =
            Names.of("id", "model", "status", "output", "usage", "incomplete_details", "reason");

    private final PartTeller teller;
    private final Asked asked;
    private String id = "";
    private String model = "";
    private String status = "";
    private String reason = "";
    private Usage usage = Usage.UNKNOWN;
    private boolean hasOutput;
    private boolean refused;

    ResponsesReader(PartTeller teller, Asked asked) {
        this.teller = teller;
        this.asked = asked;
    }

    static ChatReply whole(Answer answer, Asked asked) {
        PartTeller teller = new PartTeller();
        ResponsesReader reader = new ResponsesReader(teller, asked);
        JsonScan scan = answer.scan();
        reader.read(scan, true);
        scan.end();
        if (!reader.hasOutput) {
            throw new GatorException(
                    ProviderError.MALFORMED_ANSWER, asked.service().name() + " answered JSON that is no response");
        }
        if (reader.hasFailed()) {
            throw answer.reportedError();
        }
        reader.begin();
        reader.end();
        ReplyAssembler assembler = new ReplyAssembler();
        for (ChatEvent event; (event = teller.poll()) != null; ) {
            assembler.accept(event);
        }
        return assembler.toReply();
    }

    /** Reads the object; tells its output if nothing of it was told before. */
    void read(JsonScan scan, boolean telling) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "id" -> id = scan.textOrEmpty();
                case "model" -> model = scan.textOrEmpty();
                case "status" -> status = scan.textOrEmpty();
                case "output" -> output(scan, telling);
                case "usage" -> usage = scan.passNull() ? usage : UsageReader.read(scan);
                case "incomplete_details" -> why(scan);
                default -> scan.skip();
            }
        }
    }

    boolean hasFailed() {
        return status.equals("failed") || status.equals("cancelled");
    }

    void refuse() {
        refused = true;
    }

    void begin() {
        if (!teller.hasBegun()) {
            teller.begin(id, model.isEmpty() ? asked.card().name() : model, asked.warnings());
        }
    }

    void end() {
        FinishReason finish = Finish.of(status.equals("incomplete") ? reason : status);
        teller.finish(
                refused ? FinishReason.CONTENT_FILTER : finish,
                usage,
                asked.card().cost(usage),
                MediaType.WAV);
    }

    private void output(JsonScan scan, boolean telling) {
        hasOutput = true;
        if (!telling) {
            scan.skip();
            return;
        }
        scan.array();
        for (int index = 0; scan.item(); index++) {
            Item item = Item.read(scan);
            refused |= item.isRefused();
            item.tell(teller, index);
        }
    }

    private void why(JsonScan scan) {
        if (scan.objectOrNull()) {
            for (String name; (name = scan.member(NAMES)) != null; ) {
                if (name.equals("reason")) {
                    reason = scan.textOrEmpty();
                } else {
                    scan.skip();
                }
            }
        }
    }
}
