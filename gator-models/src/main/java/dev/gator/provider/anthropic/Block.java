package dev.gator.provider.anthropic;

import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;

/** What one block of content, or one delta of it, says. Used again for the next one. */
final class Block {

    private static final Names NAMES = Names.of(
            "type", "text", "thinking", "partial_json", "input", "id", "name", "signature", "data", "stop_reason");

    String type = "";
    String id = "";
    String name = "";
    String signature = "";
    String data = "";
    String stopReason = "";
    int from;
    int to;
    private String words = "";
    private String input = "";

    void clear() {
        type = "";
        id = "";
        name = "";
        signature = "";
        data = "";
        stopReason = "";
        words = "";
        input = "";
    }

    void read(JsonScan scan) {
        scan.object();
        for (String member; (member = scan.member(NAMES)) != null; ) {
            switch (member) {
                case "type" -> type = scan.textOrEmpty();
                case "text", "thinking", "partial_json" -> words(scan);
                case "input" -> input = scan.raw();
                case "id" -> id = scan.textOrEmpty();
                case "name" -> name = scan.textOrEmpty();
                case "signature" -> signature = scan.textOrEmpty();
                case "data" -> data = scan.textOrEmpty();
                case "stop_reason" -> stopReason = scan.textOrEmpty();
                default -> scan.skip();
            }
        }
    }

    /** Returns its words, or the arguments of a call; a stream begins every call with an empty object. */
    String said() {
        if (!words.isEmpty()) {
            return words;
        }
        return input.equals("{}") || input.equals("null") ? "" : input;
    }

    private void words(JsonScan scan) {
        if (!scan.passNull()) {
            words = scan.text();
            from = scan.textFrom();
            to = scan.textTo();
        }
    }
}
