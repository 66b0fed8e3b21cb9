package dev.gator.tck.wire;

import dev.gator.error.Require;
import dev.gator.tck.wire.Delivery.Act;
import dev.gator.tck.wire.Delivery.Framing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/**
 * One answer of the server: a factory says what it is, further methods say how it goes wrong on the way.
 *
 * <pre>{@code
 * WireReply.json(429, "{\"error\":{}}").retryAfter(2)
 * WireReply.sse(SseScript.of("a", "b").terminal("[DONE]")).inPieces(1, 2, 3)
 * WireReply.json("{}").hangingAfterHead()
 * }</pre>
 *
 * <p>Immutable; a reply can be served any number of times, by several connections at once. Of the methods that make it
 * break ({@code silent}, {@code hanging…}, {@code reset…}, {@code cut…}) the last one called counts.
 */
public final class WireReply {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final long BEFORE_HEAD = -1;

    private final int status;
    private final WireHeaders headers;
    private final Content content;
    private final Delivery delivery;
    private final Optional<byte[]> image;

    private WireReply(int status, WireHeaders headers, Content content, Delivery delivery) {
        this.status = Require.range("status", status, 200, 599);
        this.headers = headers;
        this.content = content;
        this.delivery = delivery;
        this.image = ReplyHead.image(status, headers, content, delivery);
    }

    /** Returns a JSON answer with status 200. */
    public static WireReply json(String json) {
        return json(200, json);
    }

    /** Returns a JSON answer; services send their errors like this. */
    public static WireReply json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns JSON that breaks off in the middle, with the correct length and status 200. */
    public static WireReply malformedJson() {
        return json("{\"id\":\"x\",\"choices\":[{\"message\":{\"content\":\"half an ans");
    }

    /** Returns plain text with status 200. */
    public static WireReply text(String text) {
        return text(200, text);
    }

    /** Returns plain text. */
    public static WireReply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a web page with status 200, as gateways and captive portals send in place of JSON. */
    public static WireReply html(String page) {
        return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns any bytes with status 200. */
    public static WireReply bytes(String contentType, byte[] bytes) {
        return of(200, contentType, bytes.clone());
    }

    /** Returns an answer without a body. */
    public static WireReply status(int status) {
        return new WireReply(status, WireHeaders.none(), Content.of(new byte[0]), Delivery.plain(Framing.LENGTH));
    }

    /** Returns a redirect without a body. */
    public static WireReply redirect(int status, String location) {
        return status(Require.range("redirect status", status, 300, 399)).header("Location", location);
    }

    /** Returns an event stream, one write for each event, chunked. */
    public static WireReply sse(SseScript script) {
        return streamed("text/event-stream", script::feed);
    }

    /** Returns an event stream of events that have data only. */
    public static WireReply sse(String... data) {
        return sse(SseScript.of(data));
    }

    /** Returns an event stream that repeats the script until the client closes. */
    public static WireReply endlessSse(SseScript script) {
        Require.text("script", script.text());
        return streamed("text/event-stream", sink -> forever(script, sink));
    }

    /** Returns a stream of JSON lines, one write for each line, chunked. */
    public static WireReply ndjson(String... lines) {
        return streamed("application/x-ndjson", sink -> {
            for (String line : lines) {
                sink.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Returns a body of that many {@code x}, sent from a small block, with a correct length. */
    public static WireReply huge(String contentType, long bytes) {
        return of(200, contentType, Content.repeated('x', Require.notNegative("bytes", bytes)), Framing.LENGTH);
    }

    /** Returns a small body that claims to be JSON and unpacks to that many MiB of zeros. */
    public static WireReply gzipBomb(int mebibytes) {
        return of(200, "application/json", new GzipBomb(mebibytes), Framing.LENGTH)
                .header("Content-Encoding", "gzip");
    }

    /** Adds a header, beside others of that name. */
    public WireReply header(String name, String value) {
        return new WireReply(status, headers.and(name, value), content, delivery);
    }

    /** Sets the content type, right or wrong. */
    public WireReply contentType(String type) {
        return new WireReply(status, headers.with("Content-Type", type), content, delivery);
    }

    /** Asks the client to come back after that many seconds. */
    public WireReply retryAfter(int seconds) {
        return header("Retry-After", Integer.toString(seconds));
    }

    /** Asks the client to come back at that time, written as an HTTP date of whole seconds. */
    public WireReply retryAfter(Instant time) {
        return header("Retry-After", HTTP_DATE.format(time));
    }

    /** Packs the body; only for bodies in memory. */
    public WireReply gzipped() {
        Require.that(content instanceof Content.Whole, "only a body in memory can be packed");
        byte[] packed = GzipBomb.pack(((Content.Whole) content).bytes());
        return new WireReply(status, headers.with("Content-Encoding", "gzip"), Content.of(packed), delivery);
    }

    /** Announces the end of the connection and closes it after the answer. */
    public WireReply closing() {
        return new WireReply(status, headers.with("Connection", "close"), content, delivery);
    }

    /** Sends the body in chunks, without a length. */
    public WireReply chunked() {
        return delivered(delivery.framing(Framing.CHUNKED));
    }

    /** Sends neither length nor chunks; the end of the connection is the end of the body. */
    public WireReply untilClose() {
        return delivered(delivery.framing(Framing.UNTIL_CLOSE));
    }

    /**
     * Claims a length, true or not, and closes the connection after the real body if it was not.
     *
     * @param length the length to claim
     */
    public WireReply declaringLength(long length) {
        return delivered(delivery.declared(Require.notNegative("length", length)));
    }

    /** Cuts each write of the body into pieces of these sizes, taken in turn; each goes out on its own. */
    public WireReply inPieces(int... sizes) {
        Require.that(sizes.length > 0, "no piece sizes");
        Arrays.stream(sizes).forEach(size -> Require.range("piece size", size, 1, Integer.MAX_VALUE));
        return delivered(delivery.pieces(Arrays.stream(sizes).boxed().toList()));
    }

    /** Waits before the first byte of the head. */
    public WireReply delayed(Duration time) {
        return delivered(delivery.delay(Require.positive("delay", time)));
    }

    /** Waits between two writes of the body; with a script, between two events. */
    public WireReply pausing(Duration time) {
        return delivered(delivery.bodyPace(Require.positive("pause", time)));
    }

    /** Sends the head byte by byte with this wait before each. */
    public WireReply drippingHead(Duration perByte) {
        return delivered(delivery.headPace(Require.positive("pace", perByte)));
    }

    /** Sends the body byte by byte with this wait between them. */
    public WireReply drippingBody(Duration perByte) {
        return inPieces(1).pausing(perByte);
    }

    /** Reads the request and never answers. */
    public WireReply silent() {
        return delivered(delivery.ending(BEFORE_HEAD, Act.HANG));
    }

    /** Sends the head and then nothing more. */
    public WireReply hangingAfterHead() {
        return hangingAfter(0);
    }

    /** Sends that many bytes of the body, or all of a shorter one, and then nothing more. */
    public WireReply hangingAfter(long bodyBytes) {
        return delivered(delivery.ending(Require.notNegative("bodyBytes", bodyBytes), Act.HANG));
    }

    /** Resets the connection instead of answering. */
    public WireReply resetBeforeHead() {
        return delivered(delivery.ending(BEFORE_HEAD, Act.RESET));
    }

    /** Resets the connection after that many bytes of the body, or after all of a shorter one. */
    public WireReply resetAfter(long bodyBytes) {
        return delivered(delivery.ending(Require.notNegative("bodyBytes", bodyBytes), Act.RESET));
    }

    /** Closes the connection instead of answering. */
    public WireReply cutBeforeHead() {
        return delivered(delivery.ending(BEFORE_HEAD, Act.CLOSE));
    }

    /** Closes the connection after that many bytes of the body, or after all of a shorter one, as if that were all. */
    public WireReply cutAfter(long bodyBytes) {
        return delivered(delivery.ending(Require.notNegative("bodyBytes", bodyBytes), Act.CLOSE));
    }

    /** Returns the status. */
    public int status() {
        return status;
    }

    /** Returns the headers that were set; length and framing are added on the way out. */
    public WireHeaders headers() {
        return headers;
    }

    /** Returns status and headers. */
    @Override
    public String toString() {
        return status + " " + headers.lines();
    }

    static WireReply of(int status, WireHeaders headers, Content content) {
        Framing framing = content.length() == Content.UNKNOWN ? Framing.CHUNKED : Framing.LENGTH;
        return new WireReply(status, headers, content, Delivery.plain(framing));
    }

    Content content() {
        return content;
    }

    Delivery delivery() {
        return delivery;
    }

    /** Returns head and body as one block, for replies without faults and waits that lie in memory. */
    Optional<byte[]> image() {
        return image;
    }

    private WireReply delivered(Delivery changed) {
        return new WireReply(status, headers, content, changed);
    }

    private static WireReply of(int status, String contentType, byte[] bytes) {
        return of(status, contentType, Content.of(bytes), Framing.LENGTH);
    }

    private static WireReply streamed(String contentType, Content.Feed feed) {
        return of(200, contentType, Content.streamed(feed), Framing.CHUNKED);
    }

    private static WireReply of(int status, String contentType, Content content, Framing framing) {
        return new WireReply(status, WireHeaders.of("Content-Type", contentType), content, Delivery.plain(framing));
    }

    private static void forever(SseScript script, Sink sink) throws IOException {
        while (true) {
            script.feed(sink);
        }
    }
}
