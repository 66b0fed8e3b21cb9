package dev.gator.provider.gemini;

import dev.gator.provider.http.JsonScan;
import dev.gator.provider.http.Names;

/** What one part of a candidate's content says. Used again for the next one. */
final class Piece {

    private static final Names PART = Names.of("text", "thought", "thoughtSignature", "functionCall");
    private static final Names CALL = Names.of("id", "name", "args");

    String text = "";
    String signature = "";
    boolean thought;
    boolean calls;
    String callId = "";
    String tool = "";
    String arguments = "";
    int from;
    int to;

    void read(JsonScan scan) {
        text = "";
        signature = "";
        thought = false;
        calls = false;
        scan.object();
        for (String name; (name = scan.member(PART)) != null; ) {
            switch (name) {
                case "text" -> {
                    text = scan.text();
                    from = scan.textFrom();
                    to = scan.textTo();
                }
                case "thought" -> thought = scan.bool();
                case "thoughtSignature" -> signature = scan.textOrEmpty();
                case "functionCall" -> call(scan);
                default -> scan.skip();
            }
        }
    }

    private void call(JsonScan scan) {
        calls = true;
        callId = "";
        tool = "";
        arguments = "{}";
        scan.object();
        for (String name; (name = scan.member(CALL)) != null; ) {
            switch (name) {
                case "id" -> callId = scan.textOrEmpty();
                case "name" -> tool = scan.textOrEmpty();
                case "args" -> arguments = scan.peek() == 'n' ? nothing(scan) : scan.raw();
                default -> scan.skip();
            }
        }
    }

    private static String nothing(JsonScan scan) {
        scan.skip();
        return "{}";
    }
}
