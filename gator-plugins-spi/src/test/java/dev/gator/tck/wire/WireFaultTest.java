package dev.gator.tck.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFaultTest {

    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String JSON = "{\"id\":\"1\",\"text\":\"hello\"}";

    private final WireServer server = WireServer.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 529})
    void sendsAnyErrorStatus(int status) throws Exception {
        script(WireReply.json(status, JSON));
        HttpResponse<String> reply = fetch();
        assertEquals(status, reply.statusCode());
        assertEquals(JSON, reply.body());
    }

    @Test
    void asksToComeBackInSecondsOrAtADate() throws Exception {
        script(
                WireReply.json(429, JSON).retryAfter(7),
                WireReply.json(503, JSON).retryAfter(Instant.parse("2031-03-05T06:07:08.9Z")));
        assertEquals("7", fetch().headers().firstValue("retry-after").orElseThrow());
        assertEquals(
                "Wed, 5 Mar 2031 06:07:08 GMT",
                fetch().headers().firstValue("retry-after").orElseThrow());
    }

    @Test
    void delaysTheHead() throws Exception {
        script(WireReply.json(JSON).delayed(SHORT));
        long before = System.nanoTime();
        assertEquals(JSON, fetch().body());
        assertTrue(System.nanoTime() - before >= SHORT.toNanos());
    }

    @Test
    void neverSendsAHead() throws IOException {
        script(WireReply.json(JSON).silent());
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").patience(SHORT);
            assertThrows(SocketTimeoutException.class, raw::read);
        }
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void aCancelledClientIsSeenToClose() {
        script(WireReply.json(JSON).silent());
        CompletableFuture<HttpResponse<String>> call =
                client.sendAsync(HttpRequest.newBuilder(server.uri("/")).build(), BodyHandlers.ofString());
        assertTrue(server.awaitRequests(1, SOON));
        assertFalse(server.awaitClientClose(Duration.ofMillis(1)));
        call.cancel(true);
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void hangsAfterTheHead() throws IOException {
        script(WireReply.json(JSON).hangingAfterHead());
        try (RawClient raw = new RawClient(server)) {
            assertTrue(raw.get("/").head().contains("Content-Length: " + JSON.length()));
            raw.patience(SHORT);
            assertThrows(SocketTimeoutException.class, raw::read);
        }
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void hangsInsideTheBodyAndAtItsEnd() throws IOException {
        script(WireReply.json(JSON).hangingAfter(5), WireReply.sse("a").hangingAfter(1_000));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").head();
            assertEquals(JSON.substring(0, 5), raw.text(5));
            raw.patience(SHORT);
            assertThrows(SocketTimeoutException.class, raw::read);
        }
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").head();
            assertEquals("data: a\n\n", new String(raw.chunk(), StandardCharsets.UTF_8));
            raw.patience(SHORT);
            assertThrows(SocketTimeoutException.class, raw::read);
        }
    }

    @Test
    void dripsTheHead() throws IOException {
        script(WireReply.text("ok").drippingHead(Duration.ofMillis(2)));
        try (RawClient raw = new RawClient(server)) {
            long before = System.nanoTime();
            String head = raw.get("/").head();
            assertTrue(System.nanoTime() - before
                    >= Duration.ofMillis(2L * head.length()).toNanos() * 9 / 10);
            assertEquals("ok", raw.text(2));
        }
    }

    @Test
    void dripsTheBody() throws IOException {
        script(WireReply.json(JSON).drippingBody(Duration.ofMillis(2)));
        try (RawClient raw = new RawClient(server)) {
            long before = System.nanoTime();
            raw.get("/").head();
            assertEquals(JSON, raw.text(JSON.length()));
            assertTrue(System.nanoTime() - before
                    >= Duration.ofMillis(JSON.length()).toNanos());
        }
    }

    @Test
    void pausesBetweenEvents() throws IOException {
        script(WireReply.sse("a", "b").pausing(SHORT));
        try (RawClient raw = new RawClient(server)) {
            long before = System.nanoTime();
            raw.get("/").head();
            raw.chunk();
            raw.chunk();
            assertTrue(System.nanoTime() - before >= SHORT.toNanos());
        }
    }

    @Test
    void pausesWhereTheScriptSays() throws IOException {
        script(WireReply.sse(SseScript.of("a").pause(SHORT).data("b").hang()));
        try (RawClient raw = new RawClient(server)) {
            long before = System.nanoTime();
            raw.get("/").head();
            raw.chunk();
            raw.chunk();
            assertTrue(System.nanoTime() - before >= SHORT.toNanos());
            raw.patience(SHORT);
            assertThrows(SocketTimeoutException.class, raw::read);
        }
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void holdsAStreamUntilTheTestLetsItGo() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        script(WireReply.sse(SseScript.of("a").hold(gate).data("b")));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").head();
            raw.chunk();
            raw.patience(SHORT);
            assertThrows(SocketTimeoutException.class, raw::read);
            gate.countDown();
            raw.patience(SOON);
            assertEquals(List.of("data: b\n\n"), raw.chunks());
        }
    }

    @Test
    void resetsBeforeTheHead() throws IOException {
        script(WireReply.json(JSON).resetBeforeHead());
        try (RawClient raw = new RawClient(server)) {
            raw.get("/");
            assertThrows(SocketException.class, raw::read);
        }
        assertFalse(server.awaitClientClose(Duration.ofMillis(1)), "the server did it");
    }

    @Test
    void resetsInsideTheBody() throws IOException {
        script(WireReply.sse("abc", "def").resetAfter(12));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/");
            assertThrows(SocketException.class, raw::untilEnd);
        }
    }

    @Test
    void closesInsteadOfAnswering() throws IOException {
        script(WireReply.json(JSON).cutBeforeHead());
        try (RawClient raw = new RawClient(server)) {
            assertEquals(-1, raw.get("/").read());
        }
    }

    @Test
    void cutsAChunkedStreamWithoutItsLastChunk() throws IOException {
        script(WireReply.sse("abc", "def").cutAfter(12));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").head();
            assertEquals("b\r\ndata: abc\n\n\r\n1\r\nd\r\n", text(raw.untilEnd()));
        }
        IOException e = assertThrows(IOException.class, this::fetch);
        assertFalse(e instanceof HttpTimeoutException);
    }

    @Test
    void endsAnEventStreamInTheMiddleOfAnEvent() throws Exception {
        SseScript script = SseScript.of("{\"a\":1}", "{\"b\":2}");
        script(
                WireReply.sse(script.cutShort()),
                WireReply.sse(script.cutShort()).untilClose());
        assertEquals("data: {\"a\":1}\n\ndata: {", fetch().body());
        assertEquals("data: {\"a\":1}\n\ndata: {", fetch().body(), "looks complete to a plain client");
    }

    @Test
    void endsAnEventStreamWithoutTheTerminalEvent() throws Exception {
        SseScript script = SseScript.of("a").terminal("[DONE]");
        script(WireReply.sse(script), WireReply.sse(script.withoutTerminal()));
        assertEquals("data: a\n\ndata: [DONE]\n\n", fetch().body());
        assertEquals("data: a\n\n", fetch().body());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void splitsInsideCharactersAndLines(int size) throws Exception {
        String body = "data: {\"t\":\"äß€😀\"}\r\n\r\n";
        script(WireReply.sse(SseScript.empty().raw(body)).inPieces(size));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").head();
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            int seen = 0;
            for (byte[] chunk = raw.chunk(); chunk.length > 0; chunk = raw.chunk()) {
                seen += chunk.length;
                assertTrue(chunk.length <= size, "chunk of " + chunk.length);
            }
            assertEquals(length, seen);
        }
        assertEquals(body, fetch().body());
    }

    @Test
    void takesPieceSizesInTurn() throws IOException {
        script(WireReply.ndjson("0123456", "x").inPieces(1, 3));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").head();
            assertEquals(List.of("0", "123", "4", "56\n", "x", "\n"), raw.chunks());
        }
    }

    @Test
    void sendsOneChunkForEachLine() throws IOException {
        script(WireReply.ndjson("{}", "[]"));
        try (RawClient raw = new RawClient(server)) {
            assertTrue(raw.get("/").head().contains("application/x-ndjson"));
            assertEquals(List.of("{}\n", "[]\n"), raw.chunks());
        }
    }

    @Test
    void claimsTooMuchOrTooLittle() throws Exception {
        script(
                WireReply.json(JSON).declaringLength(JSON.length() + 10),
                WireReply.json(JSON).declaringLength(JSON.length() - 3));
        assertThrows(IOException.class, this::fetch);
        assertEquals(JSON.substring(0, JSON.length() - 3), fetch().body());
    }

    @Test
    void sendsHalfAJsonDocument() throws Exception {
        script(WireReply.malformedJson());
        HttpResponse<String> reply = fetch();
        assertEquals(200, reply.statusCode());
        assertTrue(reply.body().startsWith("{") && !reply.body().endsWith("}"));
    }

    @Test
    void gzipBombUnpacksToZeros() throws Exception {
        script(WireReply.gzipBomb(64));
        HttpResponse<byte[]> reply =
                client.send(HttpRequest.newBuilder(server.uri("/")).build(), BodyHandlers.ofByteArray());
        assertEquals("gzip", reply.headers().firstValue("content-encoding").orElseThrow());
        assertTrue(reply.body().length < 128 * 1024, reply.body().length + " bytes on the wire");
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                assertArrayEquals(new byte[block.length], in.readNBytes(block.length));
            }
            assertEquals(-1, in.read());
        }
    }

    @Test
    void packsHonestlyToo() throws Exception {
        script(WireReply.json(JSON).gzipped());
        HttpResponse<InputStream> reply =
                client.send(HttpRequest.newBuilder(server.uri("/")).build(), BodyHandlers.ofInputStream());
        try (InputStream in = new GZIPInputStream(reply.body())) {
            assertEquals(JSON, text(in.readAllBytes()));
        }
        assertThrows(GatorException.class, () -> WireReply.sse("a").gzipped());
    }

    @Test
    void hugeBodiesAreNotHeldInMemory() throws Exception {
        long size = 2L * 1024 * 1024 * 1024;
        script(WireReply.huge("application/json", size));
        HttpResponse<InputStream> reply =
                client.send(HttpRequest.newBuilder(server.uri("/")).build(), BodyHandlers.ofInputStream());
        assertEquals(size, reply.headers().firstValueAsLong("content-length").orElseThrow());
        try (InputStream in = reply.body()) {
            assertEquals("xxxx", text(in.readNBytes(4)));
        }
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void endlessStreamsEndWhenTheClientGoes() throws IOException {
        script(WireReply.endlessSse(SseScript.of("again")));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/").head();
            for (int i = 0; i < 1000; i++) {
                assertEquals("data: again\n\n", text(raw.chunk()));
            }
        }
        assertTrue(server.awaitClientClose(SOON));
        assertThrows(GatorException.class, () -> WireReply.endlessSse(SseScript.empty()));
    }

    @Test
    void redirectsAnywhere() throws Exception {
        script(WireReply.redirect(302, "http://169.254.169.254/latest/meta-data/"));
        HttpResponse<String> reply = fetch();
        assertEquals(302, reply.statusCode());
        assertEquals(
                "http://169.254.169.254/latest/meta-data/",
                reply.headers().firstValue("location").orElseThrow());
        assertThrows(GatorException.class, () -> WireReply.redirect(200, "/"));
    }

    @Test
    void sendsAPageInPlaceOfJson() throws Exception {
        script(WireReply.html("<html>Log in</html>"), WireReply.json(JSON).contentType("text/html"));
        assertEquals(
                "text/html; charset=utf-8",
                fetch().headers().firstValue("content-type").orElseThrow());
        assertEquals(List.of("text/html"), fetch().headers().allValues("content-type"));
    }

    @Test
    void refusesRepliesThatCannotBe() {
        assertThrows(GatorException.class, () -> WireReply.status(99));
        assertThrows(GatorException.class, () -> WireReply.text("x").inPieces());
        assertThrows(GatorException.class, () -> WireReply.text("x").inPieces(1, 0));
        assertThrows(GatorException.class, () -> WireReply.text("x").delayed(Duration.ZERO));
        assertThrows(GatorException.class, () -> WireReply.text("x").header("A", "b\r\nC: d"));
        assertThrows(GatorException.class, () -> WireReply.gzipBomb(0));
    }

    private void script(WireReply... replies) {
        server.on("GET", "/").reply(replies);
    }

    private HttpResponse<String> fetch() throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.uri("/")).build(), BodyHandlers.ofString());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
