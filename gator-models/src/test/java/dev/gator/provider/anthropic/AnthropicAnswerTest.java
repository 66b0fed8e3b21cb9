package dev.gator.provider.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import dev.gator.chat.ResponseFormat;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Anthropic answers beyond what the contract plays. */
class AnthropicAnswerTest {

    private static final String START =
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
                    + "\"model\":\"claude-x\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":10,"
                    + "\"cache_creation_input_tokens\":20,\"cache_read_input_tokens\":30,\"output_tokens\":1}}}";
    private static final String END =
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\",\"stop_sequence\":null},"
                    + "\"usage\":{\"output_tokens\":15}}";

    private final WireServer server = WireServer.start();
    private final Anthropic provider = Anthropic.of(ProviderConfig.builder()
            .baseUrl(server.url())
            .key(Secret.of("sk-test"))
            .build());

    record Plan(String title, int days) {}

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Test
    void keepsThoughtsThatTheServiceHides() {
        Part.Reasoning hidden =
                new Part.Reasoning("", "anthropic:claude-haiku-4-5|" + RedactedThought.signature("c2VjcmV0"));
        answer(WireReply.json(message(
                "{\"type\":\"redacted_thinking\",\"data\":\"c2VjcmV0\"}," + "{\"type\":\"text\",\"text\":\"Yes\"}",
                "end_turn")));
        assertEquals(
                List.of(hidden, Part.text("Yes")),
                model("claude-haiku-4-5").chat(ChatRequest.of("?")).message().parts());
        answer(stream(
                START,
                block(0, "{\"type\":\"redacted_thinking\",\"data\":\"c2VjcmV0\"}"),
                stop(0),
                block(1, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}"),
                delta(1, "{\"type\":\"signature_delta\",\"signature\":\"sig\"}"),
                stop(1),
                END,
                "{\"type\":\"message_stop\"}"));
        assertEquals(
                List.of(hidden, new Part.Reasoning("", "anthropic:claude-haiku-4-5|sig")),
                streamed(ChatRequest.of("?")).message().parts());
    }

    @Test
    void tellsCallsApartThatAreStreamedInterleaved() {
        answer(stream(
                START,
                block(0, "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"one\",\"input\":{}}"),
                block(1, "{\"type\":\"tool_use\",\"id\":\"b\",\"name\":\"two\",\"input\":{}}"),
                delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"x\\\"\"}"),
                delta(1, "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"y\\\"\"}"),
                delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\":1}\"}"),
                delta(1, "{\"type\":\"input_json_delta\",\"partial_json\":\":2}\"}"),
                stop(0),
                stop(1),
                END,
                "{\"type\":\"message_stop\"}"));
        ChatReply reply = streamed(ChatRequest.of("?"));
        assertEquals(
                List.of(new Part.ToolCall("a", "one", "{\"x\":1}"), new Part.ToolCall("b", "two", "{\"y\":2}")),
                reply.toolCalls());
        assertEquals(60, reply.usage().input());
        assertEquals(15, reply.usage().output());
        assertEquals(30, reply.usage().cachedRead());
        assertEquals(20, reply.usage().cachedWrite());
    }

    @Test
    void turnsTheAnsweringToolBackIntoText() {
        ChatRequest request = ChatRequest.builder()
                .user("Plan")
                .format(ResponseFormat.json(Plan.class))
                .build();
        answer(WireReply.json(message(
                "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"Plan\",\"input\":{\"title\":\"Basel\",\"days\":3}}",
                "tool_use")));
        ChatReply whole = model("claude-opus-4-1").chat(request);
        assertEquals(new Plan("Basel", 3), whole.as(Plan.class));
        assertEquals(FinishReason.STOP, whole.finish());
        answer(stream(
                START,
                block(0, "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"Plan\",\"input\":{}}"),
                delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"title\\\":\\\"Basel\\\",\"}"),
                delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\"\\\"days\\\":3}\"}"),
                stop(0),
                END,
                "{\"type\":\"message_stop\"}"));
        try (ChatStream stream = model("claude-opus-4-1").stream(request)) {
            StringBuilder words = new StringBuilder();
            ChatReply reply = stream.forEachText(words::append);
            assertEquals("{\"title\":\"Basel\",\"days\":3}", words.toString());
            assertEquals(FinishReason.STOP, reply.finish());
            assertTrue(reply.toolCalls().isEmpty());
        }
    }

    @Test
    void passesOverWhatTheServicesOwnToolsDid() {
        answer(WireReply.json(message(
                "{\"type\":\"server_tool_use\",\"id\":\"s\",\"name\":\"web_search\",\"input\":{\"query\":\"x\"}},"
                        + "{\"type\":\"text\",\"text\":\"Found\",\"citations\":[{\"type\":\"char_location\"}]}",
                "pause_turn")));
        ChatReply reply = model("claude-haiku-4-5").chat(ChatRequest.of("?"));
        assertEquals(List.of(Part.text("Found")), reply.message().parts());
        assertEquals(FinishReason.OTHER, reply.finish());
    }

    @Test
    void namesAnErrorThatComesAsASuccess() {
        answer(WireReply.json(
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}"));
        GatorException e = assertThrows(
                GatorException.class, () -> model("claude-haiku-4-5").chat(ChatRequest.of("?")));
        assertEquals(ProviderError.OVERLOADED, e.code());
    }

    @Test
    void namesBetasInAHeader() {
        answer(WireReply.json(message("{\"type\":\"text\",\"text\":\"Hi\"}", "end_turn")));
        AnthropicOptions betas = AnthropicOptions.defaults().withBetas("one-2026-01-01", "two-2026-01-01");
        provider.chat("claude-haiku-4-5", betas).chat("?");
        assertEquals(
                "one-2026-01-01,two-2026-01-01",
                server.lastRequest().header("anthropic-beta").orElseThrow());
        model("claude-haiku-4-5").chat(ChatRequest.of("?"));
        assertTrue(server.lastRequest().header("anthropic-beta").isEmpty());
    }

    @Test
    void readsAllPagesOfTheModelList() {
        server.on("GET", "/v1/models")
                .reply(
                        WireReply.json("{\"data\":[{\"id\":\"claude-new\",\"max_input_tokens\":7,\"max_tokens\":5}],"
                                + "\"has_more\":true,\"last_id\":\"claude-new\"}"),
                        WireReply.json("{\"data\":[{\"id\":\"claude-haiku-4-5\"}],\"has_more\":false}"));
        List<ModelCard> cards = provider.models(CallContext.create());
        assertEquals(OptionalInt.of(7), cards.get(0).contextWindow());
        assertEquals(OptionalInt.of(5), cards.get(0).maxOutput());
        assertTrue(cards.get(1).pricing().isPresent());
        assertEquals("claude-new", server.lastRequest().query("after_id").orElseThrow());
    }

    @Test
    void refusesACallWithoutAName() {
        answer(WireReply.json(message("{\"type\":\"tool_use\",\"id\":\"a\",\"input\":{}}", "tool_use")));
        GatorException e = assertThrows(
                GatorException.class, () -> model("claude-haiku-4-5").chat(ChatRequest.of("?")));
        assertEquals(ProviderError.MALFORMED_ANSWER, e.code());
        assertInstanceOf(GatorException.class, e);
    }

    private ChatModel model(String name) {
        return provider.chat(name);
    }

    private ChatReply streamed(ChatRequest request) {
        try (ChatStream stream = model("claude-haiku-4-5").stream(request)) {
            return stream.reply();
        }
    }

    private void answer(WireReply reply) {
        server.otherwise(reply);
    }

    private static String message(String content, String stop) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-x\",\"content\":["
                + content + "],\"stop_reason\":\"" + stop + "\",\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}";
    }

    private static String block(int index, String block) {
        return "{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + block + "}";
    }

    private static String delta(int index, String delta) {
        return "{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":" + delta + "}";
    }

    private static String stop(int index) {
        return "{\"type\":\"content_block_stop\",\"index\":" + index + "}";
    }

    private static WireReply stream(String... events) {
        SseScript script = SseScript.empty();
        for (String event : events) {
            script = script.data(event);
        }
        return WireReply.sse(script);
    }
}
