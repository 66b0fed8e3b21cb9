package dev.gator.provider.openai;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.EventSource;
import dev.gator.chat.PartKind;
import dev.gator.provider.http.EventStream;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import org.jspecify.annotations.Nullable;

/** Reads the events of a streamed response; {@code response.completed} or {@code response.incomplete} ends it. */
final class ResponsesSource implements EventSource {

    private static final Names NAMES = Names.of("type", "response", "item", "output_index", "summary_index", "delta");

    private final EventStream stream;
    private final PartTeller teller = new PartTeller();
    private final ResponsesReader reader;
    private boolean over;

    ResponsesSource(EventStream stream, Asked asked) {
        this.stream = stream;
        this.reader = new ResponsesReader(teller, asked);
    }

    @Override
    public @Nullable ChatEvent next() {
        while (true) {
            ChatEvent ready = teller.poll();
            if (ready != null || over) {
                return ready;
            }
            if (stream.next()) {
                event(stream.scan());
            } else {
                over = true;
            }
        }
    }

    private void event(JsonScan scan) {
        String type = stream.eventName();
        String delta = "";
        int index = 0;
        long summary = 0;
        Item item = null;
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "type" -> type = scan.textOrEmpty();
                case "response" -> reader.read(scan, false);
                case "item" -> item = Item.read(scan);
                case "output_index" -> index = (int) scan.numberOrZero();
                case "summary_index" -> summary = scan.numberOrZero();
                case "delta" -> delta = scan.peek() == '"' ? scan.text() : skipped(scan);
                default -> scan.skip();
            }
        }
        scan.end();
        tell(type, delta, index, summary, item);
    }

    private void tell(String type, String delta, int index, long summary, @Nullable Item item) {
        switch (type) {
            case "response.created", "response.in_progress" -> reader.begin();
            case "response.output_item.added" -> announce(item, index);
            case "response.output_text.delta" -> teller.tell(PartKind.TEXT, delta);
            case "response.refusal.delta" -> {
                reader.refuse();
                teller.tell(PartKind.TEXT, delta);
            }
            case "response.function_call_arguments.delta" -> teller.call(index, "", "", delta);
            case "response.reasoning_summary_part.added" -> teller.tell(PartKind.REASONING, summary > 0 ? "\n\n" : "");
            case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
                teller.tell(PartKind.REASONING, delta);
            case "response.output_item.done" -> conclude(item);
            case "response.completed", "response.incomplete" -> end();
            case "response.failed", "error" -> throw stream.reportedError();
            default -> {
                // more kinds of events come with features that are not asked for
            }
        }
    }

    private void announce(@Nullable Item item, int index) {
        if (item != null) {
            item.announce(teller, index);
        }
    }

    private void conclude(@Nullable Item item) {
        if (item != null) {
            item.conclude(teller);
        }
    }

    private void end() {
        over = true;
        reader.begin();
        reader.end();
        stream.complete();
    }

    private static String skipped(JsonScan scan) {
        scan.skip();
        return "";
    }

    @Override
    public void close() {
        stream.close();
    }
}
