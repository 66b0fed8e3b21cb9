package dev.gator.tck.wire;

import dev.gator.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** A request as it came over the wire. Immutable. */
public final class RecordedRequest {

    private final String method;
    private final String target;
    private final WireHeaders headers;
    private final byte[] body;
    private final Instant at;
    private final long connection;

    RecordedRequest(String method, String target, WireHeaders headers, byte[] body, Instant at, long connection) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.at = at;
        this.connection = connection;
    }

    /** Returns the method, such as {@code POST}. */
    public String method() {
        return method;
    }

    /** Returns the path with the query, as sent. */
    public String target() {
        return target;
    }

    /** Returns the path without the query, as sent. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** Returns the decoded value of a query parameter, or empty if the query lacks it. */
    public Optional<String> query(String name) {
        int mark = target.indexOf('?');
        if (mark < 0) {
            return Optional.empty();
        }
        for (String pair : target.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (key.equals(name)) {
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** Returns all headers. */
    public WireHeaders headers() {
        return headers;
    }

    /** Returns the first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** Returns a copy of the body, transfer coding removed. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns the body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the body as JSON, or throws {@link dev.gator.json.JsonError} saying what is wrong with it. */
    public Json json() {
        return Json.parse(text());
    }

    /** Returns when the last byte of the request was read. */
    public Instant at() {
        return at;
    }

    /** Returns the number of the connection that it came over; the server's first connection is 1. */
    public long connection() {
        return connection;
    }

    /** Returns the request line and the body's size; headers and body may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path() + " (" + body.length + " bytes)";
    }
}
