package dev.gator.provider.cohere;

import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;
import java.util.ArrayList;
import java.util.List;

/** What a message, whole or a delta of one, says. Used again for the next one. */
final class Said {

    private static final Names MESSAGE = Names.of("content", "tool_plan", "tool_calls", "citations");
    private static final Names NAMES = Names.of("type", "text", "thinking", "id", "function", "name", "arguments");

    final List<Piece> content = new ArrayList<>();
    final List<Piece> calls = new ArrayList<>();
    final List<Citation> citations = new ArrayList<>();
    String plan = "";
    int from;
    int to;

    /** A block of content, or a tool call. */
    static final class Piece {
        String words = "";
        boolean thought;
        String id = "";
        String name = "";
    }

    void clear() {
        content.clear();
        calls.clear();
        citations.clear();
        plan = "";
    }

    void read(JsonScan scan) {
        if (!scan.objectOrNull()) {
            return;
        }
        for (String name; (name = scan.member(MESSAGE)) != null; ) {
            switch (name) {
                case "content" -> pieces(scan, content);
                case "tool_calls" -> pieces(scan, calls);
                case "tool_plan" -> plan = words(scan);
                case "citations" -> citations(Json.parse(scan.raw()));
                default -> scan.skip();
            }
        }
    }

    // a stream has one where a whole message has a list
    private void pieces(JsonScan scan, List<Piece> into) {
        switch (scan.peek()) {
            case '[' -> {
                scan.array();
                while (scan.item()) {
                    into.add(piece(scan, new Piece()));
                }
            }
            case '{' -> into.add(piece(scan, new Piece()));
            default -> scan.skip();
        }
    }

    private Piece piece(JsonScan scan, Piece piece) {
        scan.object();
        for (String name; (name = scan.member(NAMES)) != null; ) {
            switch (name) {
                case "type" -> piece.thought |= scan.textOrEmpty().equals("thinking");
                case "text", "arguments" -> add(piece, words(scan));
                case "thinking" -> {
                    String thought = words(scan);
                    piece.thought |= !thought.isEmpty();
                    add(piece, thought);
                }
                case "id" -> piece.id = scan.textOrEmpty();
                case "name" -> piece.name = scan.textOrEmpty();
                case "function" -> {
                    if (!scan.passNull()) {
                        piece(scan, piece);
                    }
                }
                default -> scan.skip();
            }
        }
        return piece;
    }

    private static void add(Piece piece, String words) {
        if (!words.isEmpty()) {
            piece.words = words;
        }
    }

    private String words(JsonScan scan) {
        if (scan.passNull()) {
            return "";
        }
        String text = scan.text();
        if (!text.isEmpty()) {
            from = scan.textFrom();
            to = scan.textTo();
        }
        return text;
    }

    private void citations(Json found) {
        if (found instanceof JsonArray list) {
            list.forEach(this::citations);
        } else if (found instanceof JsonObject one) {
            List<String> sources = new ArrayList<>();
            one.optionalArray("sources")
                    .ifPresent(all -> all.forEach(
                            source -> source.asObject().optionalString("id").ifPresent(sources::add)));
            citations.add(new Citation(
                    (int) one.optionalLong("start").orElse(0),
                    (int) one.optionalLong("end").orElse(0),
                    one.optionalString("text").orElse(""),
                    sources));
        }
    }
}
