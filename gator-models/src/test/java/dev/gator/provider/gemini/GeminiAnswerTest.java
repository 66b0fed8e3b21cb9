package dev.gator.provider.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Gemini answers beyond what the contract plays. */
class GeminiAnswerTest {

    private static final ChatRequest QUESTION = ChatRequest.of("?");

    private final WireServer server = WireServer.start();
    private final Gemini provider = Gemini.of(ProviderConfig.builder()
            .baseUrl(server.url() + "/v1beta")
            .key(Secret.of("key-of-a-test"))
            .build());
    private final ChatModel model = provider.chat("gemini-3.8-flash");

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void refusesABlockedPrompt() {
        String blocked = "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"responseId\":\"r\"}";
        server.otherwise(WireReply.json(blocked));
        assertRefused(assertThrows(GatorException.class, () -> model.chat(QUESTION)));
        server.otherwise(WireReply.sse(SseScript.empty().data(blocked)));
        assertRefused(assertThrows(GatorException.class, this::streamed));
    }

    @Test
    void keepsTheSignatureOfACallForTheNextTurn() {
        String parts = "{\"text\":\"Look\"},"
                + "{\"functionCall\":{\"name\":\"one\",\"args\":{\"x\":1}},\"thoughtSignature\":\"c2ln\"},"
                + "{\"functionCall\":{\"name\":\"two\"}}";
        ChatReply reply = both(answer(parts, "STOP"), List.of(answer(parts, "STOP")));
        List<Part> told = reply.message().parts();
        assertEquals(Part.text("Look"), told.get(0));
        assertEquals(new Part.Reasoning("", "gemini:gemini-3.8-flash|c2ln"), told.get(1));
        assertEquals("{\"x\":1}", ((Part.ToolCall) told.get(2)).arguments());
        assertEquals("{}", ((Part.ToolCall) told.get(3)).arguments());
        assertNotEquals(reply.toolCalls().get(0).id(), reply.toolCalls().get(1).id());
        assertEquals(FinishReason.TOOL_CALLS, reply.finish());
    }

    @Test
    void keepsTheSignatureOfWordsAlsoWhenItComesLast() {
        ChatReply reply = both(
                answer("{\"text\":\"Hello\",\"thoughtSignature\":\"c2ln\"}", "STOP"),
                List.of(
                        answer("{\"text\":\"Hel\"}", ""),
                        answer("{\"text\":\"lo\"}", ""),
                        answer("{\"text\":\"\",\"thoughtSignature\":\"c2ln\"}", "STOP")));
        assertEquals(
                List.of(Part.text("Hello"), new Part.Reasoning("", "gemini:gemini-3.8-flash|c2ln")),
                reply.message().parts());
    }

    @Test
    void countsThoughtsSoundAndPictures() {
        server.otherwise(
                WireReply.json(
                        """
                {"candidates":[{"content":{"parts":[{"text":"x"}]},"finishReason":"STOP"}],
                 "usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":40,"candidatesTokenCount":10,
                  "thoughtsTokenCount":30,"toolUsePromptTokenCount":5,"totalTokenCount":145,
                  "promptTokensDetails":[{"modality":"TEXT","tokenCount":20},{"modality":"AUDIO","tokenCount":50},
                   {"modality":"IMAGE","tokenCount":30}],
                  "candidatesTokensDetails":[{"modality":"AUDIO","tokenCount":4}]}}"""));
        assertEquals(
                new Usage(105, 40, 40, 0, 30, 50, 4, 30, Usage.Origin.REPORTED),
                model.chat(QUESTION).usage());
    }

    @Test
    void namesWhyItStopped() {
        for (String word : List.of("SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII")) {
            server.otherwise(WireReply.json("{\"candidates\":[{\"finishReason\":\"" + word + "\"}]}"));
            assertEquals(FinishReason.CONTENT_FILTER, model.chat(QUESTION).finish(), word);
        }
        server.otherwise(WireReply.json("{\"candidates\":[{\"finishReason\":\"MALFORMED_FUNCTION_CALL\"}]}"));
        assertEquals(FinishReason.OTHER, model.chat(QUESTION).finish());
    }

    @Test
    void waitsAsLongAsTheServiceSays() {
        server.otherwise(
                WireReply.json(
                        429,
                        """
                {"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED","details":[
                 {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}}"""));
        GatorException e = assertThrows(GatorException.class, () -> model.chat(QUESTION));
        assertEquals(ProviderError.RATE_LIMITED, e.code());
        assertEquals(Duration.ofMillis(34_500), e.retryAfter().orElseThrow());
    }

    @Test
    void sendsTheKeyInAHeaderAlone() {
        server.otherwise(WireReply.json(answer("{\"text\":\"Hi\"}", "STOP")));
        model.chat(QUESTION);
        assertEquals(
                "key-of-a-test", server.lastRequest().header("x-goog-api-key").orElseThrow());
        assertFalse(server.lastRequest().target().contains("key"));
    }

    @Test
    void readsAllPagesOfTheModelList() {
        server.on("GET", "/v1beta/models")
                .reply(
                        WireReply.json("{\"models\":[{\"name\":\"models/new\",\"inputTokenLimit\":7,"
                                + "\"outputTokenLimit\":5}],\"nextPageToken\":\"a b\"}"),
                        WireReply.json("{\"models\":[{\"name\":\"models/gemini-3.8-flash\"}]}"));
        List<ModelCard> cards = provider.models(CallContext.create());
        assertEquals("gemini:new", cards.get(0).id());
        assertEquals(OptionalInt.of(7), cards.get(0).contextWindow());
        assertTrue(cards.get(1).pricing().isPresent());
        assertEquals("a b", server.lastRequest().query("pageToken").orElseThrow());
    }

    @Test
    void estimatesTokensOfVectorsWhereNobodyCounts() {
        server.otherwise(WireReply.json("{\"embeddings\":[{\"values\":[1,2]}]}"));
        EmbeddingReply reply = provider.embedding("gemini-embedding-001").embed(EmbeddingRequest.of("some text"));
        assertEquals(Usage.Origin.ESTIMATED, reply.usage().origin());
        assertTrue(reply.cost().isPresent());
    }

    private ChatReply both(String whole, List<String> pieces) {
        server.otherwise(WireReply.json(whole));
        ChatReply told = model.chat(QUESTION);
        SseScript script = SseScript.empty();
        for (String piece : pieces) {
            script = script.data(piece);
        }
        server.otherwise(WireReply.sse(script));
        assertEquals(told.message(), streamed().message());
        return told;
    }

    private ChatReply streamed() {
        try (ChatStream stream = model.stream(QUESTION)) {
            return stream.reply();
        }
    }

    private static void assertRefused(GatorException e) {
        assertEquals(ProviderError.CONTENT_REFUSED, e.code());
        assertTrue(e.detail().contains("PROHIBITED_CONTENT"), e.detail());
    }

    private static String answer(String parts, String finish) {
        return "{\"responseId\":\"r\",\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + parts + "]}"
                + (finish.isEmpty() ? "" : ",\"finishReason\":\"" + finish + "\"") + "}]}";
    }
}
