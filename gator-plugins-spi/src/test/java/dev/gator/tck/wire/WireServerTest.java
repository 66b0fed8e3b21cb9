package dev.gator.tck.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireServerTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final WireServer server = WireServer.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void recordsWhatCame() throws Exception {
        server.on("POST", "/v1/chat").reply(WireReply.json("{\"ok\":true}"));

        HttpResponse<String> reply = post("/v1/chat?key=a%20b&flag", "{\"q\":\"ä\"}");

        assertEquals(200, reply.statusCode());
        assertEquals("{\"ok\":true}", reply.body());
        assertEquals(
                "application/json", reply.headers().firstValue("content-type").orElseThrow());
        RecordedRequest request = server.lastRequest();
        assertEquals("POST", request.method());
        assertEquals("/v1/chat", request.path());
        assertEquals("/v1/chat?key=a%20b&flag", request.target());
        assertEquals("a b", request.query("key").orElseThrow());
        assertEquals("", request.query("flag").orElseThrow());
        assertTrue(request.query("other").isEmpty());
        assertEquals("{\"q\":\"ä\"}", request.text());
        assertEquals("ä", request.json().asObject().string("q"));
        assertArrayEquals("{\"q\":\"ä\"}".getBytes(StandardCharsets.UTF_8), request.body());
        assertEquals("Bearer k", request.header("AUTHORIZATION").orElseThrow());
        assertEquals(1, request.connection());
        assertFalse(request.toString().contains("a%20b"), "queries hold keys");
    }

    @Test
    void keepsConnectionsAlive() throws IOException {
        server.on("GET", "/a").reply(WireReply.text("first"), WireReply.text("second"));
        try (RawClient raw = new RawClient(server)) {
            for (String expected : List.of("first", "second", "second")) {
                raw.get("/a").head();
                assertEquals(expected, raw.text(expected.length()));
            }
            assertEquals(1, server.connectionCount());
            assertEquals(1, server.openConnections());
        }
        assertTrue(server.awaitOpenConnections(0, SOON));
        assertFalse(server.awaitClientClose(Duration.ofMillis(1)), "an idle close is no abandoned exchange");
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        server.on("GET", "/*").reply(request -> WireReply.text(request.path()));
        try (RawClient raw = new RawClient(server)) {
            raw.get("/1").get("/2");
            raw.head();
            assertEquals("/1", raw.text(2));
            raw.head();
            assertEquals("/2", raw.text(2));
        }
    }

    @Test
    void choosesByRequestAndByPattern() throws Exception {
        server.on("POST", "/models/*:generate").reply(request -> WireReply.text(201, "got " + request.text()));

        assertEquals("got x", post("/models/m-1:generate", "x").body());
        assertEquals(404, post("/models/m-1:count", "x").statusCode());
    }

    @Test
    void saysWhatIsNotScripted() throws Exception {
        server.on("GET", "/known").reply(WireReply.text("x"));

        HttpResponse<String> reply = post("/unknown", "x");

        assertEquals(404, reply.statusCode());
        assertTrue(reply.body().contains("POST /unknown"), reply.body());
        assertTrue(reply.body().contains("GET /known"), reply.body());
        server.otherwise(WireReply.status(503));
        assertEquals(503, post("/unknown", "x").statusCode());
        server.reset();
        assertEquals(404, post("/known", "x").statusCode());
        assertEquals(1, server.requestCount());
    }

    @Test
    void laterRepliesFollowTheOnesThatWereUsed() throws Exception {
        WireRoute route = server.on("POST", "/a").reply(WireReply.text("one"));
        assertEquals("one", post("/a", "").body());
        assertEquals("one", post("/a", "").body());
        route.reply(WireReply.text("two"));
        assertEquals("two", post("/a", "").body());
    }

    @Test
    void aFailingFunctionIsSeenByTheClient() throws Exception {
        server.on("POST", "/a").reply(request -> {
            throw new IllegalArgumentException("planted");
        });
        HttpResponse<String> reply = post("/a", "");
        assertEquals(500, reply.statusCode());
        assertTrue(reply.body().contains("planted"), reply.body());
    }

    @Test
    void readsChunkedBodiesAndExpectations() throws IOException {
        server.on("POST", "/a").reply(WireReply.text("ok"));
        try (RawClient raw = new RawClient(server)) {
            raw.send("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
            assertTrue(raw.head().startsWith("HTTP/1.1 100"));
            raw.send("3\r\nabc\r\n").send("A;x=y\r\n0123456789\r\n").send("0\r\nTrailer: t\r\n\r\n");
            assertTrue(raw.head().startsWith("HTTP/1.1 200"));
            assertEquals("abc0123456789", server.lastRequest().text());
            assertEquals("ok", raw.text(2));
            raw.post("/a", "next").head();
            assertEquals("next", server.lastRequest().text());
        }
    }

    @Test
    void readsLargeHeadsAndBodies() throws Exception {
        server.on("POST", "/a").reply(request -> WireReply.text(Integer.toString(request.body().length)));
        try (RawClient raw = new RawClient(server)) {
            raw.send("POST /a HTTP/1.1\r\nX-Long: " + "y".repeat(40_000) + "\r\nContent-Length: 2\r\n\r\nhi");
            raw.head();
            assertEquals(
                    "1",
                    Integer.toString(
                            server.lastRequest().headers().all("content-length").size()));
            assertEquals(
                    40_000, server.lastRequest().header("x-long").orElseThrow().length());
            assertEquals("hi", server.lastRequest().text());
        }
        assertEquals("3000000", post("/a", "z".repeat(3_000_000)).body());
    }

    @Test
    void refusesWhatIsNotHttp() throws IOException {
        for (String garbage : List.of(
                "hello\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET / HTTP/1.1\r\nX: " + "y".repeat(70_000))) {
            try (RawClient raw = new RawClient(server)) {
                raw.send(garbage);
                assertTrue(raw.head().startsWith("HTTP/1.1 400"), garbage);
            }
        }
    }

    @Test
    void answersHeadWithoutBody() throws IOException {
        server.on("HEAD", "/a").reply(WireReply.text("body"));
        server.on("GET", "/a").reply(WireReply.status(204));
        try (RawClient raw = new RawClient(server)) {
            raw.send("HEAD /a HTTP/1.1\r\n\r\n");
            assertTrue(raw.head().contains("Content-Length: 4"));
            assertFalse(raw.get("/a").head().contains("Content-Length"));
        }
    }

    @Test
    void honoursConnectionClose() throws IOException {
        server.on("GET", "/a").reply(WireReply.text("x"));
        server.on("GET", "/b").reply(WireReply.text("x").closing());
        try (RawClient raw = new RawClient(server)) {
            raw.send("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n");
            assertTrue(new String(raw.untilEnd(), StandardCharsets.UTF_8).endsWith("\r\n\r\nx"));
        }
        try (RawClient raw = new RawClient(server)) {
            String all = new String(raw.get("/b").untilEnd(), StandardCharsets.UTF_8);
            assertTrue(all.contains("Connection: close\r\n"), all);
        }
    }

    @Test
    void tellsWhenAClientCloses() throws IOException {
        server.on("GET", "/hang").reply(WireReply.text("x").silent());
        try (RawClient raw = new RawClient(server)) {
            raw.get("/hang");
            assertTrue(server.awaitRequests(1, SOON));
            assertFalse(server.awaitClientClose(Duration.ofMillis(30)));
            raw.close();
            assertTrue(server.awaitClientClose(SOON));
        }
        assertFalse(server.awaitClientClose(Duration.ofMillis(1)), "each close is reported once");
        assertTrue(server.awaitOpenConnections(0, SOON));
    }

    @Test
    void tellsWhenAClientClosesHalfWayThroughItsRequest() throws IOException {
        try (RawClient raw = new RawClient(server)) {
            raw.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf");
        }
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void closingEndsEveryWaitAndEveryThread() throws Exception {
        server.on("GET", "/hang").reply(WireReply.text("x").hangingAfterHead());
        server.on("GET", "/late").reply(WireReply.text("x").delayed(Duration.ofHours(1)));
        String prefix = "wire-" + server.port() + "-";
        try (RawClient one = new RawClient(server);
                RawClient two = new RawClient(server);
                RawClient idle = new RawClient(server)) {
            one.get("/hang").head();
            two.get("/late");
            idle.send("GET /");
            assertTrue(server.awaitRequests(2, SOON));
            assertTrue(server.awaitOpenConnections(3, SOON));
            assertTrue(threads(prefix) >= 3, "the acceptor and the two that wait");
            assertTimeoutPreemptively(Duration.ofSeconds(30), server::close);
            assertEquals(0, threads(prefix));
            assertFalse(server.awaitClientClose(Duration.ofMillis(1)), "the server closed, not the client");
        }
        server.close();
    }

    @Test
    void keepsOnlyAsManyRequestsAsAsked() throws Exception {
        server.keepingLast(2).otherwise(WireReply.text("ok"));
        for (int i = 0; i < 5; i++) {
            post("/" + i, "");
        }
        assertEquals(5, server.requestCount());
        assertEquals(
                List.of("/3", "/4"),
                server.requests().stream().map(RecordedRequest::path).toList());
    }

    @Test
    void saysThatNothingCame() {
        GatorException e = assertThrows(GatorException.class, server::lastRequest);
        assertEquals(WireError.NO_REQUEST, e.code());
        assertFalse(server.awaitRequests(1, Duration.ofMillis(1)));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer k")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
