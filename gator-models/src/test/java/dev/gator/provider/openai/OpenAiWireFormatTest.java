package dev.gator.provider.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.ToolChoice;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonSchema;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import dev.gator.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests, byte for byte as JSON, and answers of services with habits of their own. */
class OpenAiWireFormatTest {

    private static final String FINE =
            "{\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"fine\"},\"finish_reason\":\"stop\"}]}";

    private final WireServer server = WireServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    /** A city. */
    record City(String name) {}

    @Test
    void writesAPlainQuestion() {
        assertSent(
                ChatRequest.builder().system("Be brief.").user("Why?").build(),
                "{'model':'gpt-4o','messages':[{'role':'system','content':'Be brief.'},{'role':'user','content':'Why?'}]}");
    }

    @Test
    void asksStreamsForTheirUsage() {
        answer("data: [DONE]\n\n");
        assertThrows(GatorException.class, () -> stream(OpenAiCompatible.OPENAI, "gpt-4o", ChatRequest.of("Why?")));
        assertEquals(
                json(
                        "{'model':'gpt-4o','messages':[{'role':'user','content':'Why?'}],'stream':true,'stream_options':{'include_usage':true}}"),
                Json.parse(server.lastRequest().text()));
    }

    @Test
    void writesEverySetting() {
        ChatRequest request = ChatRequest.builder()
                .user("Why?")
                .sampling(dev.gator.chat.Sampling.builder()
                        .temperature(0.5)
                        .topP(0.9)
                        .maxTokens(100)
                        .seed(7)
                        .frequencyPenalty(0.1)
                        .presencePenalty(0.2)
                        .stop("END")
                        .build())
                .options(OpenAiOptions.defaults()
                        .withServiceTier("flex")
                        .withUser("u1")
                        .withPromptCacheKey("k1")
                        .withStore(true)
                        .withMetadata(Map.of("a", "b")))
                .build();
        assertSent(
                request,
                "{'model':'gpt-4o','messages':[{'role':'user','content':'Why?'}],'temperature':0.5,'top_p':0.9,'max_completion_tokens':100,"
                        + "'frequency_penalty':0.1,'presence_penalty':0.2,'seed':7,'stop':['END'],'service_tier':'flex','user':'u1',"
                        + "'prompt_cache_key':'k1','store':true,'metadata':{'a':'b'}}");
    }

    @Test
    void writesToolsTheirCallsAndResults() {
        ToolSpec tool = ToolSpec.of(
                "weather", "Tells the weather", JsonSchema.parse("{\"type\":\"object\",\"properties\":{}}"));
        ChatRequest request = ChatRequest.builder()
                .user("Rain?")
                .message(new Message.Assistant(List.of(new Part.ToolCall("c1", "weather", "{\"a\":1}")), false))
                .message(Message.toolResults(List.of(
                        new Part.ToolResult("c1", "weather", "dry", false),
                        new Part.ToolResult("c2", "weather", "no", true))))
                .tools(tool)
                .toolChoice(ToolChoice.tool("weather"))
                .options(OpenAiOptions.defaults().withParallelToolCalls(false))
                .build();
        assertSent(
                request,
                "{'model':'gpt-4o','messages':[{'role':'user','content':'Rain?'},{'role':'assistant','content':null,'tool_calls':[{'id':'c1',"
                        + "'type':'function','function':{'name':'weather','arguments':'{\\\"a\\\":1}'}}]},"
                        + "{'role':'tool','tool_call_id':'c1','content':'dry'},{'role':'tool','tool_call_id':'c2','content':'ERROR: no'}],"
                        + "'tools':[{'type':'function','function':{'name':'weather','description':'Tells the weather',"
                        + "'parameters':{'type':'object','properties':{}}}}],"
                        + "'tool_choice':{'type':'function','function':{'name':'weather'}},'parallel_tool_calls':false}");
    }

    @Test
    void writesFilesByKind() {
        Attachment notes = Attachment.of("hi".getBytes(StandardCharsets.UTF_8), MediaType.MARKDOWN)
                .named("notes.md");
        Attachment pdf = Attachment.of("%PDF-1.4".getBytes(StandardCharsets.UTF_8), MediaType.PDF)
                .named("a.pdf");
        assertSent(
                ChatRequest.builder().user("Read", notes, pdf).build(),
                "{'model':'gpt-4o','messages':[{'role':'user','content':[{'type':'text','text':'Read'},"
                        + "{'type':'text','text':'notes.md:\\nhi'},"
                        + "{'type':'file','file':{'filename':'a.pdf','file_data':'data:application/pdf;base64,JVBERi0xLjQ='}}]}]}");
    }

    @Test
    void writesTheStrictSchema() {
        ChatRequest request = ChatRequest.builder()
                .user("Which city?")
                .format(ResponseFormat.json(City.class))
                .build();
        String schema = JsonSchema.of(City.class).strict().orElseThrow().toString();
        send(OpenAiCompatible.OPENAI, "gpt-4o", request);
        assertEquals(
                Json.parse("{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"City\",\"strict\":true,\"schema\":"
                        + schema + "}}"),
                Json.parse(server.lastRequest().text()).asObject().member("response_format"));
    }

    @Test
    void saysJsonWhereNobodyElseDoes() {
        ChatRequest request =
                ChatRequest.builder().user("List").format(ResponseFormat.json()).build();
        assertSent(
                request,
                "{'model':'gpt-4o','messages':[{'role':'user','content':'List'},{'role':'system','content':'Answer with JSON.'}],"
                        + "'response_format':{'type':'json_object'}}");
    }

    @Test
    void speaksToThinkingModels() {
        ChatRequest request = ChatRequest.builder()
                .user("Why?")
                .temperature(0.3)
                .reasoning(Reasoning.of(Reasoning.Effort.NONE))
                .build();
        ChatReply reply = send(OpenAiCompatible.OPENAI, "o3-mini", request);
        assertEquals("low", Json.parse(server.lastRequest().text()).asObject().string("reasoning_effort"));
        assertEquals(List.of("temperature", "reasoning"), settings(reply));
        send(OpenAiCompatible.OPENAI, "gpt-5-mini", request);
        assertEquals(
                "minimal", Json.parse(server.lastRequest().text()).asObject().string("reasoning_effort"));
        send(OpenAiCompatible.OPENAI, "gpt-5.1", request);
        assertEquals("none", Json.parse(server.lastRequest().text()).asObject().string("reasoning_effort"));
        send(
                OpenAiCompatible.OPENROUTER,
                "x/y",
                ChatRequest.builder()
                        .user("Why?")
                        .reasoning(Reasoning.ofTokens(999))
                        .build());
        assertEquals(
                json("{'max_tokens':999}"),
                Json.parse(server.lastRequest().text()).asObject().member("reasoning"));
    }

    @Test
    void knowsTheQuirks() {
        ChatRequest request = ChatRequest.builder()
                .user("Why?")
                .sampling(dev.gator.chat.Sampling.builder()
                        .seed(1)
                        .topK(5)
                        .maxTokens(9)
                        .build())
                .build();
        assertEquals(List.of("topK"), settings(send(OpenAiCompatible.MISTRAL, "mistral-small", request)));
        assertTrue(server.lastRequest().text().contains("\"random_seed\":1"));
        assertTrue(server.lastRequest().text().contains("\"max_tokens\":9"));
        assertEquals(List.of("topK", "seed"), settings(send(OpenAiCompatible.DEEPSEEK, "deepseek-chat", request)));
        assertEquals(List.of(), settings(send(OpenAiCompatible.VLLM, "any", request)));
        assertTrue(server.lastRequest().text().contains("\"top_k\":5"));
    }

    @Test
    void callsAzureDeployments() {
        server.on("POST", "/openai/deployments/my%20gpt/chat/completions").reply(request -> WireReply.json(FINE));
        try (OpenAi azure = OpenAiCompatible.AZURE.create(config(server.url()))) {
            assertEquals("fine", azure.chat("my gpt").chat("Why?"));
        }
        assertEquals("2024-10-21", server.lastRequest().query("api-version").orElse(""));
        assertEquals("key-123456", server.lastRequest().header("api-key").orElse(""));
        assertTrue(server.lastRequest().header("authorization").isEmpty());

        server.on("POST", "/openai/v1/chat/completions").reply(request -> WireReply.json(FINE));
        try (OpenAi azure = OpenAiCompatible.AZURE.create(config(server.url() + "/openai/v1"))) {
            assertEquals("fine", azure.chat("my gpt").chat("Why?"));
        }
    }

    @Test
    void needsAnAddressWhereThereIsNoUsualOne() {
        try (OpenAi other = OpenAiCompatible.OTHER.create(
                ProviderConfig.builder().key(Secret.of("k-123")).build())) {
            GatorException e =
                    assertThrows(GatorException.class, () -> other.chat("m").chat("Why?"));
            assertEquals(ProviderError.BAD_SETTING, e.code());
        }
    }

    @Test
    void readsHabitsOfOtherServices() {
        ChatReply mistral = reply(
                "{'content':[{'type':'thinking','thinking':[{'type':'text','text':'Hm.'}]},{'type':'text','text':'Blue.'}]}",
                "stop");
        assertEquals("Hm.", mistral.reasoning());
        assertEquals("Blue.", mistral.text());

        ChatReply local = reply(
                "{'content':null,'tool_calls':[{'function':{'name':'f','arguments':{'a':1}}},{'function':{'name':'g','arguments':''}}]}",
                "stop");
        assertEquals(FinishReason.TOOL_CALLS, local.finish());
        assertEquals("{\"a\":1}", local.toolCalls().get(0).arguments());
        assertEquals("{}", local.toolCalls().get(1).arguments());
        assertFalse(
                local.toolCalls().get(0).id().equals(local.toolCalls().get(1).id()));

        ChatReply refusal = reply("{'content':null,'refusal':'I cannot.'}", "stop");
        assertEquals(FinishReason.CONTENT_FILTER, refusal.finish());
        assertEquals("I cannot.", refusal.text());
    }

    @Test
    void readsErrorsThatAreSentAsSuccess() {
        answerJson("{'error':{'message':'slow down','code':'rate_limit_exceeded'}}");
        for (boolean streamed : new boolean[] {false, true}) {
            GatorException e = assertThrows(
                    GatorException.class,
                    () -> ask(streamed, OpenAiCompatible.OPENROUTER.create(config(server.url()))));
            assertEquals(ProviderError.RATE_LIMITED, e.code());
        }
    }

    private static void ask(boolean streamed, OpenAi provider) {
        try (provider;
                ChatStream answer = streamed
                        ? provider.chat("m").stream("?")
                        : ChatStream.of(provider.chat("m").chat(ChatRequest.of("?")))) {
            assertFalse(answer.reply().text().isEmpty());
        }
    }

    @Test
    void countsThoughtsOnce() {
        String usage =
                "'usage':{'prompt_tokens':10,'completion_tokens':5,'total_tokens':%d,'completion_tokens_details':{'reasoning_tokens':20}}";
        assertEquals(25, counted(usage.formatted(35)).usage().output());
        assertEquals(5, counted(usage.formatted(15)).usage().output());
        ChatReply deepSeek = counted("'usage':{'prompt_tokens':10,'completion_tokens':5,'prompt_cache_hit_tokens':8}");
        assertEquals(8, deepSeek.usage().cachedRead());
    }

    @Test
    void hearsAndSpeaks() {
        String sound = java.util.Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
        server.on("POST", "/chat/completions")
                .reply(
                        WireReply.json(FINE.replace(
                                "\"content\":\"fine\"",
                                "\"content\":null,\"audio\":{\"id\":\"a\",\"data\":\"" + sound
                                        + "\",\"transcript\":\"Hi\"}")),
                        WireReply.bytes(
                                "text/event-stream",
                                bytes(
                                        "data: {'id':'c','choices':[{'delta':{'audio':{'id':'a','transcript':'Hi'}}}]}\n\n"
                                                + "data: {'choices':[{'delta':{'audio':{'data':'" + sound + "'}}}]}\n\n"
                                                + "data: {'choices':[{'delta':{},'finish_reason':'stop'}]}\n\ndata: [DONE]\n\n")));
        ChatRequest request = ChatRequest.builder()
                .user("Hello")
                .options(OpenAiOptions.defaults().withVoice("alloy", "mp3"))
                .build();
        try (OpenAi openAi = OpenAi.of(config(server.url()))) {
            ChatReply whole = openAi.chat("gpt-audio").chat(request);
            assertSound(whole, MediaType.MP3);
            assertEquals(
                    json("{'voice':'alloy','format':'mp3'}"),
                    Json.parse(server.lastRequest().text()).asObject().member("audio"));
            try (ChatStream stream = openAi.chat("gpt-audio").stream(request)) {
                assertSound(stream.reply(), MediaType.PCM);
            }
            GatorException e = assertThrows(
                    GatorException.class, () -> openAi.chat("gpt-4o").chat(request));
            assertEquals(CallError.UNSUPPORTED, e.code());
        }
    }

    @Test
    void writesTheResponsesForm() {
        server.on("POST", "/responses")
                .reply(
                        WireReply.json(
                                "{\"id\":\"r1\",\"model\":\"o3\",\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"ok\"}]}]}"));
        ChatRequest request = ChatRequest.builder()
                .system("Brief.")
                .user("Why?")
                .message(new Message.Assistant(List.of(new Part.Reasoning("Hm", "sealed"), Part.text("So.")), false))
                .user("And?")
                .options(OpenAiOptions.responses())
                .build();
        try (OpenAi openAi = OpenAi.of(config(server.url()))) {
            assertEquals("ok", openAi.chat("o3").chat(request).text());
        }
        assertEquals(
                json(
                        "{'model':'o3','input':[{'role':'system','content':'Brief.'},{'role':'user','content':[{'type':'input_text','text':'Why?'}]},"
                                + "{'type':'reasoning','summary':[{'type':'summary_text','text':'Hm'}],'encrypted_content':'sealed'},"
                                + "{'role':'assistant','content':'So.'},{'role':'user','content':[{'type':'input_text','text':'And?'}]}],"
                                + "'include':['reasoning.encrypted_content'],'reasoning':{'summary':'auto'},'store':false}"),
                Json.parse(server.lastRequest().text()));
        try (OpenAi groq = OpenAiCompatible.GROQ.create(config(server.url()))) {
            GatorException e =
                    assertThrows(GatorException.class, () -> groq.chat("m").chat(request));
            assertEquals(CallError.UNSUPPORTED, e.code());
        }
    }

    @Test
    void saysWhyAResponseFailed() {
        server.on("POST", "/responses")
                .reply(
                        WireReply.json(
                                "{\"id\":\"r\",\"status\":\"failed\",\"output\":[],\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slow\"}}"));
        try (OpenAi openAi = OpenAi.of(config(server.url()))) {
            ChatRequest request = ChatRequest.builder()
                    .user("?")
                    .options(OpenAiOptions.responses())
                    .build();
            GatorException e =
                    assertThrows(GatorException.class, () -> openAi.chat("o3").chat(request));
            assertEquals(ProviderError.RATE_LIMITED, e.code());
        }
    }

    private void assertSound(ChatReply reply, MediaType type) {
        assertEquals("Hi", reply.text());
        Part.File file = (Part.File) reply.message().parts().get(1);
        Attachment.Bytes bytes = (Attachment.Bytes) file.attachment();
        assertEquals(type, bytes.type());
        assertArrayEquals(new byte[] {1, 2, 3}, bytes.bytes());
    }

    private void assertSent(ChatRequest request, String expected) {
        ChatReply reply = send(OpenAiCompatible.OPENAI, "gpt-4o", request);
        assertEquals("fine", reply.text());
        assertEquals(List.of(), reply.warnings());
        assertEquals(json(expected), Json.parse(server.lastRequest().text()));
    }

    private ChatReply send(OpenAiCompatible service, String model, ChatRequest request) {
        server.on("POST", "/chat/completions").reply(any -> WireReply.json(FINE));
        try (OpenAi provider = service.create(config(server.url()))) {
            return provider.chat(model).chat(request);
        }
    }

    private ChatReply stream(OpenAiCompatible service, String model, ChatRequest request) {
        try (OpenAi provider = service.create(config(server.url()));
                ChatStream stream = provider.chat(model).stream(request)) {
            return stream.reply();
        }
    }

    private ChatReply reply(String message, String finish) {
        answerJson("{'id':'c1','choices':[{'message':" + message + ",'finish_reason':'" + finish + "'}]}");
        return sendPlain();
    }

    private ChatReply counted(String usage) {
        answerJson("{'id':'c1','choices':[{'message':{'content':'x'},'finish_reason':'stop'}]," + usage + "}");
        return sendPlain();
    }

    private ChatReply sendPlain() {
        try (OpenAi provider = OpenAiCompatible.OTHER.create(config(server.url()))) {
            return provider.chat("m").chat(ChatRequest.of("?"));
        }
    }

    private void answerJson(String json) {
        server.on("POST", "/chat/completions").reply(any -> WireReply.json(json.replace('\'', '"')));
    }

    private void answer(String events) {
        server.on("POST", "/chat/completions").reply(any -> WireReply.bytes("text/event-stream", bytes(events)));
    }

    private static List<String> settings(ChatReply reply) {
        return reply.warnings().stream().map(dev.gator.chat.Warning::setting).toList();
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static ProviderConfig config(String url) {
        return ProviderConfig.builder()
                .key(Secret.of("key-123456"))
                .baseUrl(url)
                .build();
    }
}
