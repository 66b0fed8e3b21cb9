package dev.gator.tck.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import dev.gator.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReplayTest {

    private static final String KEY = "sk-canary-0123456789";
    private static final Secret HIDDEN = Secret.of("canary/registered+value");

    private final WireServer upstream = WireServer.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        upstream.close();
    }

    @Test
    void replaysWhatWasRecordedByteForByte() throws Exception {
        String stream = "data: {\"t\":\"äß€😀\"}\r\n\r\n: ping\n\ndata: back\\slash\n\ndata: [DONE]\n\n";
        byte[] sound = new byte[3_000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (byte) (i * 7);
        }
        upstream.on("POST", "/v1/chat")
                .reply(WireReply.sse(SseScript.empty().raw(stream)).inPieces(4));
        upstream.on("GET", "/v1/voice")
                .reply(WireReply.bytes("audio/mpeg", sound).header("X-Id", "7"));
        try (Recorder recorder = Recorder.start(upstream.url(), folder)) {
            assertEquals(
                    stream,
                    post(recorder.url(), "/v1/chat", "{\"b\":1, \"a\":[true]}").body());
            assertArrayEquals(sound, get(recorder.url(), "/v1/voice").body());
        }
        try (Replay replay = Replay.start(folder)) {
            assertEquals(2, replay.unused().size());
            HttpResponse<byte[]> voice = get(replay.url(), "/v1/voice");
            assertArrayEquals(sound, voice.body());
            assertEquals("7", voice.headers().firstValue("x-id").orElseThrow());
            assertEquals("3000", voice.headers().firstValue("content-length").orElseThrow());
            HttpResponse<String> chat = post(replay.url(), "/v1/chat", "{\"a\" : [true],\n\"b\":1.0}");
            assertEquals(stream, chat.body());
            assertEquals(
                    "text/event-stream",
                    chat.headers().firstValue("content-type").orElseThrow());
            assertEquals(List.of(), replay.unused());
            assertEquals(2, replay.server().requestCount());
            replay.verify();
        }
    }

    @Test
    void keepsTheBordersOfChunks() throws Exception {
        upstream.on("POST", "/s").reply(WireReply.sse("1", "2", "ä"));
        try (Recorder recorder = Recorder.start(upstream.url(), folder)) {
            post(recorder.url(), "/s", "");
        }
        RecordedExchange exchange = RecordedExchange.read(files().get(0));
        assertEquals(3, exchange.chunks().size());
        try (Replay replay = Replay.start(folder);
                RawClient raw = new RawClient(replay.server())) {
            raw.post("/s", "").head();
            assertEquals(List.of("data: 1\n\n", "data: 2\n\n", "data: ä\n\n"), raw.chunks());
        }
    }

    @Test
    void noSecretReachesTheFiles() throws Exception {
        upstream.on("POST", "/v1/chat")
                .reply(WireReply.json(401, "{\"error\":\"bad key " + KEY + ", " + HIDDEN.reveal() + "\"}")
                        .header("Set-Cookie", "session=canary-cookie")
                        .inPieces(7));
        String body = "{\"note\":\"" + HIDDEN.reveal() + "\",\"q\":\"hello\"}";
        String target = "/v1/chat?x=1&key=canary-in-query&enc=canary%2Fregistered%2Bvalue";
        try (Recorder recorder = Recorder.start(upstream.url() + "/", folder, HIDDEN)) {
            assertTrue(post(recorder.url(), target, body).body().contains(KEY), "the client sees all");
        }
        String text = Files.readString(files().get(0));
        assertFalse(text.contains("canary"), text);
        assertTrue(text.contains("authorization: ***") || text.contains("Authorization: ***"), text);
        assertTrue(text.contains("hello"), text);
        assertEquals(
                "{\"error\":\"bad key ***, ***\"}",
                RecordedExchange.read(files().get(0)).replyText());
        try (Replay replay = Replay.start(folder, HIDDEN)) {
            assertEquals(401, post(replay.url(), target, body).statusCode());
            replay.verify();
        }
    }

    @Test
    void refusesWhatWasNotRecorded() throws Exception {
        upstream.otherwise(WireReply.text("ok"));
        try (Recorder recorder = Recorder.start(upstream.url(), folder)) {
            post(recorder.url(), "/v1/chat", "{\"model\":\"m\",\"temperature\":0.5}");
            get(recorder.url(), "/v1/models");
        }
        try (Replay replay = Replay.start(folder)) {
            HttpResponse<String> reply = post(replay.url(), "/v1/chat", "{\"model\":\"m\",\"temperature\":0.7}");
            assertEquals(400, reply.statusCode());
            assertTrue(reply.body().contains("0001-POST-v1-chat.exchange"), reply.body());
            assertTrue(reply.body().contains("differ at 29"), reply.body());
            GatorException e = assertThrows(GatorException.class, replay::verify);
            assertEquals(WireError.NOT_RECORDED, e.code());
            assertTrue(e.getMessage().contains("0.7"), e.getMessage());
        }
        try (Replay replay = Replay.start(folder)) {
            assertEquals(200, get(replay.url(), "/v1/models").statusCode());
            assertEquals(400, get(replay.url(), "/v1/models").statusCode());
            GatorException e = assertThrows(GatorException.class, replay::verify);
            assertTrue(e.getMessage().contains("was served already"), e.getMessage());
        }
    }

    @Test
    void theSameRequestGetsItsAnswersInOrder() throws Exception {
        upstream.on("GET", "/job").reply(WireReply.text("running"), WireReply.text("done"));
        for (int run = 0; run < 2; run++) {
            try (Recorder recorder = Recorder.start(upstream.url(), folder)) {
                get(recorder.url(), "/job");
            }
        }
        assertEquals(2, files().size());
        try (Replay replay = Replay.start(folder)) {
            assertEquals("running", new String(get(replay.url(), "/job").body(), StandardCharsets.UTF_8));
            assertEquals("done", new String(get(replay.url(), "/job").body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void bordersOfFormsDoNotMatter() throws Exception {
        upstream.otherwise(WireReply.text("heard"));
        try (Recorder recorder = Recorder.start(upstream.url(), folder)) {
            postForm(recorder.url(), "aaa111");
        }
        try (Replay replay = Replay.start(folder)) {
            assertEquals("heard", postForm(replay.url(), "bbb222").body());
        }
    }

    @Test
    void brokenExchangesAreNotStored() throws Exception {
        upstream.on("GET", "/cut").reply(WireReply.sse("a", "b").cutAfter(9));
        upstream.on("GET", "/packed").reply(WireReply.json("{}").gzipped());
        try (Recorder recorder = Recorder.start(upstream.url(), folder)) {
            assertThrows(IOException.class, () -> get(recorder.url(), "/cut"));
            assertEquals(502, get(recorder.url(), "/packed").statusCode());
            upstream.close();
            assertEquals(502, get(recorder.url(), "/cut").statusCode());
        }
        assertEquals(List.of(), files());
        GatorException e = assertThrows(GatorException.class, () -> Replay.start(folder));
        assertEquals(WireError.BAD_RECORDING, e.code());
    }

    @Test
    void damagedFilesAreRefusedByName() throws IOException {
        Path file = folder.resolve("0001-x.exchange");
        for (String text : List.of(
                "",
                "something else\n",
                "gator exchange 1\n",
                "gator exchange 1\n> GET /\n< many\n",
                "gator exchange 1\n> GET /\nno colon\n< 200\n",
                "gator exchange 1\n> GET /\n< 200\n<| before its chunk\n",
                "gator exchange 1\n> GET /\n< 200\n<-\n<+ \\q\n",
                "gator exchange 1\n> GET /\n< 200\n<-\n<= %\n")) {
            Files.writeString(file, text);
            GatorException e = assertThrows(GatorException.class, () -> Replay.start(folder), text);
            assertEquals(WireError.BAD_RECORDING, e.code());
            assertTrue(e.getMessage().contains("0001-x.exchange"), e.getMessage());
        }
    }

    @Test
    void anyBytesSurviveTheFile() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        byte[] halfCharacter = {'a', (byte) 0xe2, (byte) 0x82, '\n', '\\', 'x', '\r', '\t', 0x7f};
        List<byte[]> chunks = List.of(all, halfCharacter, new byte[0], "\n\n".getBytes(StandardCharsets.UTF_8));
        RecordedExchange exchange = new RecordedExchange(
                "POST", "/", WireHeaders.of("A", "b: c"), halfCharacter, 200, WireHeaders.of("C", "d"), chunks);

        RecordedExchange back = ExchangeText.parse(exchange.fileText());

        assertEquals(chunks.size(), back.chunks().size());
        for (int i = 0; i < chunks.size(); i++) {
            assertArrayEquals(chunks.get(i), back.chunks().get(i));
        }
        assertArrayEquals(halfCharacter, back.requestBody());
        assertEquals(exchange.requestHeaders(), back.requestHeaders());
        assertEquals(exchange.replyHeaders(), back.replyHeaders());
        assertEquals("POST / -> 200", back.toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private HttpResponse<byte[]> get(String base, String target) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(base + target)).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> post(String base, String target, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + target))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> postForm(String base, String border) throws IOException, InterruptedException {
        String body =
                "--" + border + "\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx\r\n--" + border + "--\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/form"))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
