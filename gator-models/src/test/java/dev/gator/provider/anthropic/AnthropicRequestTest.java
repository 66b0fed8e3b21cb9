package dev.gator.provider.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.Reasoning;
import dev.gator.chat.Reasoning.Effort;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.chat.Warning;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import dev.gator.json.Range;
import dev.gator.provider.ProviderConfig;
import dev.gator.tool.ToolSpec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bodies that go to Anthropic, to the letter. */
class AnthropicRequestTest {

    private static final ToolSpec WEATHER =
            ToolSpec.of("weather", "Tells the weather.", JsonSchema.parse("{\"type\":\"object\",\"properties\":{}}"));

    private static final String SIGNED = "anthropic:claude-haiku-4-5|";

    private final Anthropic provider = Anthropic.of(ProviderConfig.defaults());
    private List<Warning> warnings = List.of();

    record Plan(String title, @Range(min = 1, max = 9) int days) {}

    record Open(Map<String, String> values) {}

    @Test
    void asksPlainly() {
        assertEquals(
                "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":64000,"
                        + "\"system\":[{\"type\":\"text\",\"text\":\"Be brief.\"}],"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"stream\":true}",
                text("claude-haiku-4-5", ask().system("Be brief."), true));
    }

    @Test
    void gathersAllInstructionsBeforeTheMessages() {
        JsonObject body = body("claude-haiku-4-5", ask().system("Now be long."));
        assertEquals(Json.parse("[{\"type\":\"text\",\"text\":\"Now be long.\"}]"), body.member("system"));
        assertEquals(1, body.array("messages").size());
    }

    @Test
    void takesTheLimitFromTheCardOrAUsualOne() {
        assertEquals(
                128_000, body("claude-opus-4-6", ask()).number("max_tokens").intValue());
        assertEquals(
                8_192, body("claude-unheard-of", ask()).number("max_tokens").intValue());
    }

    @Test
    void marksWhatIsWorthCaching() {
        AnthropicOptions own =
                AnthropicOptions.defaults().withCacheTools(true).withCacheTtl(AnthropicOptions.CacheTtl.ONE_HOUR);
        JsonObject body = body(
                "claude-haiku-4-5",
                ChatRequest.builder()
                        .message(Message.system("Long").cachedUpToHere())
                        .message(Message.user("Hi").cachedUpToHere())
                        .tools(WEATHER)
                        .options(own));
        String mark = "\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}";
        assertEquals(Json.parse("[{\"type\":\"text\",\"text\":\"Long\"," + mark + "}]"), body.member("system"));
        assertEquals(
                Json.parse("[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"," + mark + "}]}]"),
                body.member("messages"));
        assertTrue(body.member("tools").toString().contains(mark));
    }

    @Test
    void leavesOutTheFirstOfTooManyCachePoints() {
        ChatRequest.Builder request = ChatRequest.builder();
        for (int i = 0; i < 6; i++) {
            request.message(Message.user("message " + i).cachedUpToHere());
        }
        String body = text("claude-haiku-4-5", request, false);
        assertEquals(4, body.split("cache_control", -1).length - 1);
        assertTrue(body.indexOf("cache_control") > body.indexOf("message 2"));
        assertEquals("cachePoint", warnings.get(0).setting());
    }

    @Test
    void marksTheWordsAndNotTheThoughts() {
        Message said =
                new Message.Assistant(List.of(Part.text("Yes."), new Part.Reasoning("Hm", SIGNED + "sig")), true);
        JsonObject body = body("claude-haiku-4-5", ask().message(said));
        assertEquals(
                Json.parse("[{\"type\":\"text\",\"text\":\"Yes.\",\"cache_control\":{\"type\":\"ephemeral\"}},"
                        + "{\"type\":\"thinking\",\"thinking\":\"Hm\",\"signature\":\"sig\"}]"),
                body.array("messages").get(1).asObject().member("content"));
    }

    @Test
    void sendsFiles() {
        byte[] pdf = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);
        JsonObject body = body(
                "claude-haiku-4-5",
                ChatRequest.builder()
                        .user(
                                "Read",
                                Attachment.of(pdf, MediaType.PDF).named("a.pdf"),
                                Attachment.of("x,y".getBytes(StandardCharsets.UTF_8), MediaType.CSV)
                                        .named("t.csv"),
                                Attachment.link(URI.create("https://example.com/b.pdf"), MediaType.PDF),
                                Attachment.link(URI.create("https://example.com/c.png"), MediaType.PNG)));
        assertEquals(
                Json.parse(
                        """
                        [{"type":"text","text":"Read"},
                         {"type":"document","title":"a.pdf",
                          "source":{"type":"base64","media_type":"application/pdf","data":"JVBERi0xLjQ="}},
                         {"type":"document","title":"t.csv",
                          "source":{"type":"text","media_type":"text/plain","data":"x,y"}},
                         {"type":"document","title":"b.pdf","source":{"type":"url","url":"https://example.com/b.pdf"}},
                         {"type":"image","source":{"type":"url","url":"https://example.com/c.png"}}]"""),
                body.array("messages").get(0).asObject().member("content"));
    }

    @Test
    void refusesFilesThatTheServiceDoesNotRead() {
        for (MediaType type : List.of(MediaType.WAV, MediaType.MP4, MediaType.SVG, MediaType.DOCX)) {
            ChatRequest.Builder request = ChatRequest.builder().user("?", Attachment.of(new byte[] {1}, type));
            GatorException e = assertThrows(GatorException.class, () -> body("claude-haiku-4-5", request));
            assertEquals(CallError.UNSUPPORTED, e.code(), type::toString);
        }
    }

    @Test
    void sendsThoughtsBackAsTheyCame() {
        List<Part> parts = List.of(
                new Part.Reasoning("Hm", SIGNED + "sig"),
                new Part.Reasoning("", SIGNED + RedactedThought.signature("c2VjcmV0")),
                new Part.Reasoning("nobody signed this", ""),
                new Part.Reasoning("another model signed this", "anthropic:claude-opus-5-5|sig"),
                new Part.ToolCall("toolu_1", "weather", "{\"city\":\"Basel\"}"),
                new Part.ToolCall("toolu_2", "weather", "Basel"));
        JsonObject body = body(
                "claude-haiku-4-5",
                ask().message(new Message.Assistant(parts, false))
                        .message(Message.toolResults(
                                List.of(new Part.ToolResult("toolu_1", "weather", "no such city", true)))));
        assertEquals(
                Json.parse(
                        """
                        [{"role":"user","content":"Hi"},
                         {"role":"assistant","content":[
                          {"type":"thinking","thinking":"Hm","signature":"sig"},
                          {"type":"redacted_thinking","data":"c2VjcmV0"},
                          {"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Basel"}},
                          {"type":"tool_use","id":"toolu_2","name":"weather","input":{"malformed":"Basel"}}]},
                         {"role":"user","content":[
                          {"type":"tool_result","tool_use_id":"toolu_1","content":"no such city","is_error":true}]}]"""),
                body.member("messages"));
    }

    @Test
    void holdsAnswersToASchema() {
        JsonObject body = body("claude-haiku-4-5", ask().format(ResponseFormat.json(Plan.class)));
        assertEquals(
                Json.parse(
                        """
                        {"format":{"type":"json_schema","schema":{"type":"object",
                         "properties":{"title":{"type":"string"},"days":{"type":"integer"}},
                         "required":["title","days"],"additionalProperties":false}}}"""),
                body.member("output_config"));
        assertFalse(body.has("tools"));
    }

    @Test
    void demandsAToolWhereSchemasAreNotTaken() {
        for (String model : List.of("claude-3-7-sonnet-20250219", "claude-opus-4-1-20250805")) {
            JsonObject body = body(model, ask().format(ResponseFormat.json(Plan.class)));
            assertEquals(Json.parse("{\"type\":\"tool\",\"name\":\"Plan\"}"), body.member("tool_choice"));
            assertEquals("Plan", body.array("tools").get(0).asObject().string("name"));
            assertFalse(body.has("output_config"));
        }
        JsonObject open = body("claude-haiku-4-5", ask().tools(WEATHER).format(ResponseFormat.json(Open.class)));
        assertEquals(Json.parse("{\"type\":\"any\"}"), open.member("tool_choice"));
        assertEquals(2, open.array("tools").size());
        assertFalse(body("claude-opus-5-5", ask().format(ResponseFormat.json(Open.class)))
                .has("tool_choice"));
    }

    @Test
    void saysThatItHoldsNothingToAnyJson() {
        body("claude-haiku-4-5", ask().format(ResponseFormat.json()));
        assertEquals("format", warnings.get(0).setting());
    }

    @Test
    void choosesTools() {
        AnthropicOptions single = AnthropicOptions.defaults().withParallelTools(false);
        ChatRequest.Builder tools = ask().tools(WEATHER);
        assertFalse(body("claude-haiku-4-5", tools).has("tool_choice"));
        assertEquals("{\"type\":\"any\"}", choice(tools.toolChoice(ToolChoice.required())));
        assertEquals("{\"type\":\"none\"}", choice(tools.toolChoice(ToolChoice.none())));
        assertEquals(
                "{\"type\":\"tool\",\"name\":\"weather\",\"disable_parallel_tool_use\":true}",
                choice(tools.toolChoice(ToolChoice.tool("weather")).options(single)));
        assertEquals(
                "{\"type\":\"auto\",\"disable_parallel_tool_use\":true}", choice(tools.toolChoice(ToolChoice.auto())));
        assertFalse(body("claude-opus-5-5", ask().tools(WEATHER).toolChoice(ToolChoice.required()))
                .has("tool_choice"));
        assertEquals("toolChoice", warnings.get(0).setting());
    }

    @Test
    void thinksByBudgetOrByEffort() {
        assertThinks(
                "claude-haiku-4-5", Reasoning.of(Effort.HIGH), "{\"type\":\"enabled\",\"budget_tokens\":16384}", "");
        assertThinks("claude-haiku-4-5", Reasoning.ofTokens(10), "{\"type\":\"enabled\",\"budget_tokens\":1024}", "");
        assertThinks("claude-haiku-4-5", Reasoning.of(Effort.NONE), "", "");
        String adaptive = "{\"type\":\"adaptive\",\"display\":\"summarized\"}";
        assertThinks("claude-opus-4-6", Reasoning.of(Effort.LOW), adaptive, "low");
        assertThinks("claude-opus-4-6", Reasoning.ofTokens(5000), "{\"type\":\"enabled\",\"budget_tokens\":5000}", "");
        assertThinks("claude-opus-4-7", Reasoning.ofTokens(5000), adaptive, "medium");
        assertThinks("claude-opus-4-7", Reasoning.of(Effort.NONE), "", "");
        assertThinks("claude-sonnet-5-5", Reasoning.of(Effort.NONE), "{\"type\":\"disabled\"}", "");
        assertThinks("claude-opus-5-5", Reasoning.of(Effort.NONE), "", "low");
        assertEquals("reasoning", warnings.get(0).setting());
    }

    @Test
    void leavesRoomForTheAnswerBesideTheThoughts() {
        JsonObject body = body("claude-haiku-4-5", ask().maxTokens(4096).reasoning(Reasoning.of(Effort.HIGH)));
        assertEquals(2048, body.object("thinking").number("budget_tokens").intValue());
        JsonObject little = body("claude-haiku-4-5", ask().maxTokens(500).reasoning(Reasoning.of(Effort.HIGH)));
        assertFalse(little.has("thinking"));
        assertEquals("reasoning", warnings.get(0).setting());
    }

    @Test
    void leavesOutTheSamplingThatIsRefused() {
        Sampling all = Sampling.builder().temperature(1.5).topP(0.5).topK(5).build();
        JsonObject old = body("claude-haiku-4-5", ask().sampling(all));
        assertEquals(1.0, old.number("temperature").doubleValue());
        assertFalse(old.has("top_p"));
        assertEquals(5, old.number("top_k").intValue());
        JsonObject newer = body("claude-opus-4-8", ask().sampling(all));
        assertFalse(newer.has("temperature") || newer.has("top_p") || newer.has("top_k"));
        assertEquals(3, warnings.size());
    }

    @Test
    void sendsItsOwnOptions() {
        AnthropicOptions own = AnthropicOptions.defaults()
                .withUserId("user-7")
                .withEffort("max")
                .withServiceTier("standard_only");
        JsonObject body = body("claude-sonnet-5-5", ask().options(own));
        assertEquals("user-7", body.object("metadata").string("user_id"));
        assertEquals("max", body.object("output_config").string("effort"));
        assertEquals("standard_only", body.string("service_tier"));
        assertThrows(GatorException.class, () -> AnthropicOptions.defaults().withBetas("a\r\nx-evil: 1"));
    }

    private void assertThinks(String model, Reasoning how, String thinking, String effort) {
        JsonObject body = body(model, ask().reasoning(how));
        assertEquals(thinking, body.get("thinking").map(Json::toString).orElse(""), model);
        assertEquals(
                effort,
                body.optionalObject("output_config")
                        .map(config -> config.string("effort"))
                        .orElse(""),
                model);
    }

    private String choice(ChatRequest.Builder request) {
        return body("claude-haiku-4-5", request).member("tool_choice").toString();
    }

    private static ChatRequest.Builder ask() {
        return ChatRequest.builder().user("Hi");
    }

    private JsonObject body(String model, ChatRequest.Builder request) {
        return Json.parse(text(model, request, false)).asObject();
    }

    private String text(String model, ChatRequest.Builder builder, boolean stream) {
        ChatRequest request = builder.build();
        ModelCard card = provider.card(model);
        AnthropicOptions options = request.options(AnthropicOptions.class).orElse(AnthropicOptions.defaults());
        MessagesCall call = new MessagesCall(request, card, options);
        String text = MessagesWriter.write(call, stream).text();
        warnings = new ArrayList<>(call.asking().warnings());
        return text;
    }
}
