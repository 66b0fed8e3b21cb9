package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gator.chat.ChatRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The dialect that docs/guides/testing-a-provider.md shows, so that the guide compiles and speaks. */
class TestingGuideTest {

    private static final String ASKED = "{\"model\":\"acme-1\",\"stream\":true,\"turns\":[{\"text\":\"Hello\"}]}";

    @Test
    void theGuidesDialectReadsAndAnswers() throws IOException, InterruptedException {
        ChatDialect dialect = new AcmeWire();
        try (WireServer server = WireServer.start()) {
            server.otherwise(dialect.stream(Scripted.text("Good ", "day")).reply());
            HttpRequest request = HttpRequest.newBuilder(server.uri("/v1/talk"))
                    .header("x-acme-key", "k")
                    .POST(HttpRequest.BodyPublishers.ofString(ASKED))
                    .build();
            String got = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            assertEquals("data: {\"text\":\"Good \"}\n\ndata: {\"text\":\"day\"}\n\ndata: [DONE]\n\n", got);
            assertEquals(WireTopic.CHAT_STREAM, dialect.topic(server.lastRequest()));
            Seen<ChatRequest> seen = dialect.readChat(server.lastRequest());
            assertEquals("acme-1", seen.model());
            assertEquals(Optional.of("k"), seen.key());
            assertEquals(
                    List.of("Hello"),
                    seen.content().messages().stream().map(m -> m.text()).toList());
        }
    }

    static final class AcmeWire implements ChatDialect {

        @Override
        public String name() {
            return "acme";
        }

        @Override
        public String basePath() {
            return "/v1";
        }

        @Override
        public Set<WireTrait> traits() {
            return Set.of(WireTrait.KEY, WireTrait.CALL_IDS);
        }

        @Override
        public WireTopic topic(RecordedRequest request) {
            if (!request.path().equals("/v1/talk")) {
                return WireTopic.OTHER;
            }
            boolean stream =
                    Json.parse(request.text()).asObject().optionalBool("stream").orElse(false);
            return stream ? WireTopic.CHAT_STREAM : WireTopic.CHAT;
        }

        @Override
        public Seen<ChatRequest> readChat(RecordedRequest request) {
            JsonObject body = Json.parse(request.text()).asObject();
            ChatRequest.Builder asked = ChatRequest.builder();
            body.array("turns").forEach(turn -> asked.user(turn.asObject().string("text")));
            return new Seen<>(body.string("model"), request.header("x-acme-key"), asked.build());
        }

        @Override
        public WireReply whole(Scripted answer) {
            return WireReply.json(
                    JsonObject.builder().put("text", answer.words()).build().toString());
        }

        @Override
        public WireStream stream(Scripted answer) {
            WireStream stream = WireStream.events();
            for (Scripted.Piece piece : answer.pieces()) {
                for (String chunk : piece.chunks()) {
                    stream = stream.data(
                            JsonObject.builder().put("text", chunk).build().toString());
                }
            }
            return stream.terminal("[DONE]");
        }

        @Override
        public Optional<WireReply> failure(WireFailure kind) {
            return Optional.of(WireReply.json(kind.status(), "{\"error\":\"" + kind + "\"}"));
        }
    }
}
