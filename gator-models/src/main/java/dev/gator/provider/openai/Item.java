package dev.gator.provider.openai;

import dev.gator.chat.PartKind;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import java.util.ArrayList;
import java.util.List;

/** An output item of the responses API: a message, a function call or a thought. */
final class Item {

    private static final Names NAMES = Names.of(
            "type", "call_id", "name", "arguments", "encrypted_content", "summary", "content", "text", "refusal");

    private String type = "";
    private String callId = "";
    private String name = "";
    private String arguments = "";
    private String seal = "";
    private final List<String> summary = new ArrayList<>(1);
    private final List<String> words = new ArrayList<>(1);
    private boolean refused;

    private Item() {}

    static Item read(JsonScan scan) {
        Item item = new Item();
        scan.object();
        for (String member; (member = scan.member(NAMES)) != null; ) {
            switch (member) {
                case "type" -> item.type = scan.textOrEmpty();
                case "call_id" -> item.callId = scan.textOrEmpty();
                case "name" -> item.name = scan.textOrEmpty();
                case "arguments" -> item.arguments = scan.textOrEmpty();
                case "encrypted_content" -> item.seal = scan.textOrEmpty();
                case "summary" -> item.pieces(scan, item.summary);
                case "content" -> item.pieces(scan, item.words);
                default -> scan.skip();
            }
        }
        return item;
    }

    private void pieces(JsonScan scan, List<String> into) {
        if (!scan.arrayOrNull()) {
            return;
        }
        while (scan.item()) {
            scan.object();
            for (String member; (member = scan.member(NAMES)) != null; ) {
                switch (member) {
                    case "text" -> into.add(scan.textOrEmpty());
                    case "refusal" -> {
                        refused = true;
                        into.add(scan.textOrEmpty());
                    }
                    default -> scan.skip();
                }
            }
        }
    }

    boolean isRefused() {
        return refused;
    }

    /** Tells all of it. */
    void tell(PartTeller teller, int index) {
        switch (type) {
            case "message" -> words.forEach(text -> teller.tell(PartKind.TEXT, text));
            case "function_call" -> teller.call(index, callId, name, arguments);
            case "reasoning" -> {
                teller.tell(PartKind.REASONING, String.join("\n\n", summary.isEmpty() ? words : summary));
                teller.seal(seal);
            }
            default -> {
                // calls of tools that the service itself runs are not offered, so they do not come
            }
        }
    }

    /** Tells what a stream's announcement of an item adds. */
    void announce(PartTeller teller, int index) {
        if (type.equals("function_call")) {
            teller.call(index, callId, name, "");
        }
    }

    /** Tells what only the end of an item in a stream has. */
    void conclude(PartTeller teller) {
        if (type.equals("reasoning")) {
            teller.seal(seal);
        }
    }
}
