package dev.gator.tck.wire;

import dev.gator.call.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads requests off one connection. */
final class RequestReader {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Connection connection;
    private final WireInput input;

    RequestReader(Connection connection, WireInput input) {
        this.connection = connection;
        this.input = input;
    }

    /** Reads one whole request. */
    RecordedRequest next() throws IOException {
        String head = input.head();
        int lineEnd = head.indexOf("\r\n");
        String[] line = head.substring(0, lineEnd).split(" ", -1);
        if (line.length != 3 || !line[2].startsWith("HTTP/1.")) {
            throw new MalformedRequest("not an HTTP/1.1 request line");
        }
        WireHeaders headers = headers(head, lineEnd + 2);
        byte[] body = body(headers);
        return new RecordedRequest(
                line[0], line[1], headers, body, TimeSource.system().now(), connection.id());
    }

    private byte[] body(WireHeaders headers) throws IOException {
        if (headers.first("expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            connection.send(CONTINUE, 0, CONTINUE.length);
        }
        if (headers.first("transfer-encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return input.chunks();
        }
        String length = headers.first("content-length").orElse("0");
        try {
            return input.exactly(Long.parseLong(length));
        } catch (NumberFormatException e) {
            throw new MalformedRequest("content length " + length);
        }
    }

    private static WireHeaders headers(String head, int from) throws MalformedRequest {
        List<WireHeaders.Line> lines = new ArrayList<>();
        int at = from;
        while (head.charAt(at) != '\r') {
            int end = head.indexOf("\r\n", at);
            int colon = head.indexOf(':', at);
            boolean broken = head.indexOf('\n', at) < end || head.indexOf('\r', at) < end;
            if (colon <= at || colon > end || broken) {
                throw new MalformedRequest("a header line that is not 'name: value'");
            }
            lines.add(new WireHeaders.Line(
                    head.substring(at, colon), head.substring(colon + 1, end).strip()));
            at = end + 2;
        }
        return new WireHeaders(lines);
    }
}
