package dev.gator.tck.wire;

import dev.gator.error.GatorException;
import dev.gator.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/** The file format of a recorded exchange. */
final class ExchangeText {

    private static final String FIRST_LINE = "gator exchange 1";
    private static final int PREFIX = 3;

    private final List<WireHeaders.Line> requestHeaders = new ArrayList<>();
    private final List<WireHeaders.Line> replyHeaders = new ArrayList<>();
    private final ByteArrayOutputStream requestBody = new ByteArrayOutputStream();
    private final List<ByteArrayOutputStream> chunks = new ArrayList<>();
    private String requestLine = "";
    private String status = "";

    private ExchangeText() {}

    static String format(RecordedExchange exchange) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        line(text, ">", " ", exchange.method() + " " + exchange.target());
        exchange.requestHeaders().forEach(header -> line(text, ">", " ", header.name() + ": " + header.value()));
        body(text, ">", laidOut(exchange.requestBody()));
        line(text, "<", " ", Integer.toString(exchange.status()));
        exchange.replyHeaders().forEach(header -> line(text, "<", " ", header.name() + ": " + header.value()));
        for (byte[] chunk : exchange.chunks()) {
            text.append("<-\n");
            body(text, "<", chunk);
        }
        return text.toString();
    }

    /** Reads the format; fails with {@link WireError#BAD_RECORDING}, saying what is wrong. */
    static RecordedExchange parse(String text) {
        Iterator<String> lines = text.lines().iterator();
        if (!lines.hasNext() || !lines.next().equals(FIRST_LINE)) {
            throw bad("does not begin with '" + FIRST_LINE + "'");
        }
        ExchangeText exchange = new ExchangeText();
        int number = 1;
        while (lines.hasNext()) {
            number++;
            exchange.take(lines.next(), number);
        }
        return exchange.finish();
    }

    private static byte[] laidOut(byte[] body) {
        try {
            return Json.parse(new String(body, StandardCharsets.UTF_8)).pretty().getBytes(StandardCharsets.UTF_8);
        } catch (GatorException e) {
            return body; // not JSON, so it is kept as it is
        }
    }

    private static void body(StringBuilder text, String side, byte[] body) {
        if (LineText.isBinary(body)) {
            line(text, side, "=", Base64.getEncoder().encodeToString(body));
            return;
        }
        int from = 0;
        for (int at = 0; at < body.length; at++) {
            if (body[at] == '\n') {
                line(text, side, "|", LineText.escape(body, from, at));
                from = at + 1;
            }
        }
        if (from < body.length) {
            line(text, side, "+", LineText.escape(body, from, body.length));
        }
    }

    private static void line(StringBuilder text, String side, String kind, String content) {
        String prefix = kind.isBlank() ? side + " " : side + kind + (content.isEmpty() ? "" : " ");
        text.append(prefix).append(content).append('\n');
    }

    private void take(String line, int number) {
        char side = line.isEmpty() ? ' ' : line.charAt(0);
        char kind = line.length() < 2 ? ' ' : line.charAt(1);
        String content = line.length() > PREFIX ? line.substring(PREFIX) : "";
        if (line.equals("<-")) {
            chunks.add(new ByteArrayOutputStream());
        } else if (side == '>' && kind == ' ') {
            requestLine = head(requestLine, requestHeaders, line.substring(2));
        } else if (side == '<' && kind == ' ') {
            status = head(status, replyHeaders, line.substring(2));
        } else if (side == '>') {
            requestBody.writeBytes(bytes(kind, content, number));
        } else if (side == '<' && !chunks.isEmpty()) {
            chunks.get(chunks.size() - 1).writeBytes(bytes(kind, content, number));
        } else {
            throw bad("line " + number + " is not part of an exchange");
        }
    }

    private static String head(String first, List<WireHeaders.Line> headers, String line) {
        if (first.isEmpty()) {
            return line;
        }
        int colon = line.indexOf(": ");
        if (colon < 1) {
            throw bad("'" + line + "' is not a header");
        }
        headers.add(new WireHeaders.Line(line.substring(0, colon), line.substring(colon + 2)));
        return first;
    }

    private static byte[] bytes(char kind, String content, int number) {
        return switch (kind) {
            case '|' -> LineText.unescape(content, "\n");
            case '+' -> LineText.unescape(content, "");
            case '=' -> Base64.getDecoder().decode(content);
            default -> throw bad("line " + number + " is of no known kind");
        };
    }

    private static GatorException bad(String what) {
        return new GatorException(WireError.BAD_RECORDING, what);
    }

    private RecordedExchange finish() {
        int space = requestLine.indexOf(' ');
        if (space < 1) {
            throw bad("no request line");
        }
        return new RecordedExchange(
                requestLine.substring(0, space),
                requestLine.substring(space + 1),
                new WireHeaders(requestHeaders),
                requestBody.toByteArray(),
                Integer.parseInt(status),
                new WireHeaders(replyHeaders),
                chunks.stream().map(ByteArrayOutputStream::toByteArray).toList());
    }
}
