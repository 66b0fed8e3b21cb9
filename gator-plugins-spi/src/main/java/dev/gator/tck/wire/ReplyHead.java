package dev.gator.tck.wire;

import dev.gator.tck.wire.Delivery.Framing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Writes the head of a reply. */
final class ReplyHead {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(201, "Created"),
            Map.entry(204, "No Content"),
            Map.entry(302, "Found"),
            Map.entry(304, "Not Modified"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private ReplyHead() {}

    static byte[] encode(int status, WireHeaders headers, Content content, Delivery delivery) {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(status).append(' ').append(REASONS.getOrDefault(status, ""));
        head.append("\r\n");
        headers.forEach(line ->
                head.append(line.name()).append(": ").append(line.value()).append("\r\n"));
        if (mayHaveBody(status)) {
            head.append(framing(content, delivery));
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static Optional<byte[]> image(int status, WireHeaders headers, Content content, Delivery delivery) {
        if (!delivery.isPlain() || !mayHaveBody(status) || !(content instanceof Content.Whole whole)) {
            return Optional.empty();
        }
        byte[] head = encode(status, headers, content, delivery);
        byte[] all = new byte[head.length + whole.bytes().length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(whole.bytes(), 0, all, head.length, whole.bytes().length);
        return Optional.of(all);
    }

    static boolean mayHaveBody(int status) {
        return status != 204 && status != 304;
    }

    private static String framing(Content content, Delivery delivery) {
        if (delivery.framing() == Framing.CHUNKED) {
            return "Transfer-Encoding: chunked\r\n";
        }
        long length = delivery.declared() == Content.UNKNOWN ? content.length() : delivery.declared();
        boolean unsaid = delivery.framing() == Framing.UNTIL_CLOSE || length == Content.UNKNOWN;
        return unsaid ? "" : "Content-Length: " + length + "\r\n";
    }
}
