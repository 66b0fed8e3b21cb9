package dev.gator.provider.ollama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.chat.Warning;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonSchema;
import dev.gator.provider.ProviderConfig;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests, byte for byte as JSON, and answers that only Ollama gives. */
class OllamaWireFormatTest {

    private static final String FINE =
            "{'model':'llama3.2','message':{'role':'assistant','content':'fine'},'done':true,'done_reason':'stop','prompt_eval_count':5,'eval_count':2}";
    private static final ToolSpec WEATHER =
            ToolSpec.of("weather", "Tells the weather", JsonSchema.parse("{\"type\":\"object\",\"properties\":{}}"));

    private final WireServer server = WireServer.start();
    private final Ollama ollama =
            Ollama.of(ProviderConfig.builder().baseUrl(server.url()).build());

    @AfterEach
    void stop() {
        ollama.close();
        server.close();
    }

    @Test
    void writesAPlainQuestionAndTurnsStreamingOff() {
        assertSent(
                ChatRequest.builder().system("Be brief.").user("Why?").build(),
                "{'model':'llama3.2','messages':[{'role':'system','content':'Be brief.'},{'role':'user','content':'Why?'}],'stream':false}");
    }

    @Test
    void writesEverySettingAmongTheOptions() {
        ChatRequest request = ChatRequest.builder()
                .user("Why?")
                .sampling(Sampling.builder()
                        .temperature(0.5)
                        .topP(0.9)
                        .topK(20)
                        .maxTokens(100)
                        .seed(7)
                        .frequencyPenalty(0.1)
                        .presencePenalty(0.2)
                        .stop("END")
                        .build())
                .options(OllamaOptions.defaults()
                        .withContextWindow(8192)
                        .withMinP(0.05)
                        .withRepeatPenalty(1.1)
                        .withGpuLayers(0)
                        .withThreads(8)
                        .withKeepAlive(Duration.ofMinutes(10)))
                .build();
        assertSent(
                request,
                "{'model':'llama3.2','messages':[{'role':'user','content':'Why?'}],'options':{'temperature':0.5,'top_p':0.9,"
                        + "'top_k':20,'num_predict':100,'seed':7,'frequency_penalty':0.1,'presence_penalty':0.2,'stop':['END'],"
                        + "'num_ctx':8192,'min_p':0.05,'repeat_penalty':1.1,'num_gpu':0,'num_thread':8},'keep_alive':600,'stream':false}");
    }

    @Test
    void writesToolsTheirCallsAndResults() {
        ChatRequest request = ChatRequest.builder()
                .user("Rain?")
                .message(new Message.Assistant(
                        List.of(
                                new Part.Reasoning("Look it up.", ""),
                                new Part.ToolCall("c1", "weather", "{\"a\":1}"),
                                new Part.ToolCall("c2", "weather", "not json")),
                        false))
                .message(Message.toolResults(List.of(
                        new Part.ToolResult("c1", "", "dry", false), new Part.ToolResult("c2", "weather", "no", true))))
                .tools(WEATHER)
                .build();
        assertSent(
                request,
                "{'model':'llama3.2','messages':[{'role':'user','content':'Rain?'},{'role':'assistant','content':'','thinking':'Look it up.',"
                        + "'tool_calls':[{'id':'c1','function':{'name':'weather','arguments':{'a':1}}},"
                        + "{'id':'c2','function':{'name':'weather','arguments':{'malformed':'not json'}}}]},"
                        + "{'role':'tool','content':'dry','tool_name':'weather','tool_call_id':'c1'},"
                        + "{'role':'tool','content':'ERROR: no','tool_name':'weather','tool_call_id':'c2'}],"
                        + "'tools':[{'type':'function','function':{'name':'weather','description':'Tells the weather',"
                        + "'parameters':{'type':'object','properties':{}}}}],'stream':false}");
    }

    @Test
    void offersNoToolsWhenNoneMayBeCalled() {
        ChatRequest request = ChatRequest.builder()
                .user("Rain?")
                .tools(WEATHER)
                .toolChoice(ToolChoice.none())
                .build();
        assertSent(request, "{'model':'llama3.2','messages':[{'role':'user','content':'Rain?'}],'stream':false}");
    }

    @Test
    void warnsThatNoCallCanBeDemanded() {
        answer(FINE);
        ChatReply reply = ollama.chat("llama3.2")
                .chat(ChatRequest.builder()
                        .user("Rain?")
                        .tools(WEATHER)
                        .toolChoice(ToolChoice.required())
                        .build());
        assertEquals(
                List.of("toolChoice"),
                reply.warnings().stream().map(Warning::setting).toList());
    }

    @Test
    void writesSchemaAndAnyJson() {
        JsonSchema schema = JsonSchema.parse("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}");
        assertSent(
                ChatRequest.builder()
                        .user("Who?")
                        .format(ResponseFormat.json(schema))
                        .build(),
                "{'model':'llama3.2','messages':[{'role':'user','content':'Who?'}],"
                        + "'format':{'type':'object','properties':{'name':{'type':'string'}}},'stream':false}");
        assertSent(
                ChatRequest.builder().user("Who?").format(ResponseFormat.json()).build(),
                "{'model':'llama3.2','messages':[{'role':'user','content':'Who?'},"
                        + "{'role':'system','content':'Answer with JSON.'}],'format':'json','stream':false}");
    }

    @Test
    void writesPicturesBesideTheTextAndTextFilesInIt() {
        Attachment picture = Attachment.of(new byte[] {1, 2, 3}, MediaType.PNG);
        Attachment notes = Attachment.of("hi".getBytes(StandardCharsets.UTF_8), MediaType.MARKDOWN)
                .named("notes.md");
        assertSent(
                "gemma3:4b",
                ChatRequest.builder().user("Read", notes, picture).build(),
                "{'model':'gemma3:4b','messages':[{'role':'user','content':'Read\\n\\nnotes.md:\\nhi','images':['AQID']}],'stream':false}");
    }

    @Test
    void refusesWhatItCannotSend() {
        Attachment link = Attachment.link(URI.create("https://example.com/a.png"), MediaType.PNG);
        Attachment picture = Attachment.of(new byte[] {1, 2, 3}, MediaType.PNG);
        assertRefused("gemma3", ChatRequest.builder().user("See", link).build());
        assertRefused("llama3.2", ChatRequest.builder().user("See", picture).build());
        assertRefused(
                "gemma3", ChatRequest.builder().user("Rain?").tools(WEATHER).build());
    }

    @Test
    void asksModelsToThinkInTheirOwnWay() {
        assertEquals("true", thought("qwen3", Reasoning.of(Reasoning.Effort.LOW)));
        assertEquals("false", thought("qwen3:8b", Reasoning.of(Reasoning.Effort.NONE)));
        assertEquals("\"high\"", thought("gpt-oss:20b", Reasoning.of(Reasoning.Effort.HIGH)));
        assertEquals("\"low\"", thought("gpt-oss:20b", Reasoning.of(Reasoning.Effort.NONE)));
        assertEquals("\"medium\"", thought("gpt-oss:20b", Reasoning.ofTokens(5000)));
        assertEquals(
                "\"max\"",
                sent(
                                "qwen3",
                                ChatRequest.builder()
                                        .user("Why?")
                                        .options(OllamaOptions.defaults().withEffort("max"))
                                        .build())
                        .asObject()
                        .member("think")
                        .toString());
    }

    @Test
    void readsCallsOfServersThatGiveNoIds() {
        answer(
                "{'model':'m','message':{'role':'assistant','content':'','tool_calls':[{'function':{'name':'weather',"
                        + "'arguments':{'city':'Basel'}}},{'function':{'name':'weather','arguments':{}}}]},'done':true,'done_reason':'stop'}");
        ChatReply reply = ollama.chat("llama3.2").chat(ChatRequest.of("Rain?"));
        assertEquals(FinishReason.TOOL_CALLS, reply.finish());
        assertEquals(
                2, reply.toolCalls().stream().map(Part.ToolCall::id).distinct().count());
        assertEquals(
                Json.parse("{\"city\":\"Basel\"}"),
                Json.parse(reply.toolCalls().get(0).arguments()));
        assertEquals(Usage.UNKNOWN, reply.usage());
    }

    @Test
    void keepsWordsAroundACallTogether() {
        server.otherwise(WireReply.text(
                        200,
                        json(
                                "{'model':'m','message':{'content':'One '},'done':false}\n"
                                        + "{'model':'m','message':{'content':'','tool_calls':[{'id':'c','function':{'name':'t','arguments':{}}}]},'done':false}\n"
                                        + "{'model':'m','message':{'content':'two'},'done':true,'done_reason':'stop','eval_count':3}"))
                .contentType("application/x-ndjson"));
        try (ChatStream stream = ollama.chat("llama3.2").stream("Go")) {
            ChatReply reply = stream.reply();
            assertEquals(
                    List.of(Part.text("One two"), new Part.ToolCall("c", "t", "{}")),
                    reply.message().parts());
            assertEquals(Usage.reported(0, 3), reply.usage());
        }
    }

    @Test
    void saysHowToGetAModelThatIsNotThere() {
        server.otherwise(
                WireReply.json(404, json("{'error':'model |phi9| not found'}").replace('|', '\'')));
        for (GatorException e : List.of(
                assertThrows(GatorException.class, () -> ollama.chat("phi9").chat("Hi")),
                assertThrows(GatorException.class, () -> ollama.chat("phi9").stream("Hi")),
                assertThrows(
                        GatorException.class, () -> ollama.embedding("phi9").embed(EmbeddingRequest.of("Hi"))))) {
            assertEquals(ProviderError.UNKNOWN_MODEL, e.code());
            assertTrue(e.detail().endsWith("ollama pull phi9"), e::detail);
        }
    }

    @Test
    void readsAnErrorThatComesAsSuccess() {
        answer("{'error':'an error was encountered while running the model'}");
        GatorException e =
                assertThrows(GatorException.class, () -> ollama.chat("llama3.2").chat("Hi"));
        assertEquals(ProviderError.SERVER_ERROR, e.code());
    }

    @Test
    void knowsFamiliesByTheirNameAndWhatTheyCost() {
        ModelCard vision = ollama.chat("gemma3:27b").card();
        assertEquals("ollama:gemma3:27b", vision.id());
        assertTrue(vision.can(Capability.IMAGE_INPUT));
        assertFalse(vision.can(Capability.TOOLS));
        assertEquals(Optional.of(Money.ZERO), vision.cost(Usage.reported(1000, 1000)));
        assertTrue(ollama.chat("somebody/own").card().can(Capability.TOOLS));
        assertTrue(
                ollama.chat("gpt-oss:120b-cloud").card().pricing().isEmpty(), "the price of a hosted model is unknown");
        assertEquals(
                4096,
                ollama.chat("llama3.2", OllamaOptions.defaults().withContextWindow(4096))
                        .card()
                        .contextWindow()
                        .orElseThrow());
    }

    @Test
    void listsWhatTheServerSaysItsModelsCanDo() {
        answer(
                "{'models':[{'name':'gemma3:4b','capabilities':['completion','tools','thinking']},{'name':'old:latest'}]}");
        List<ModelCard> cards = ollama.models(CallContext.create());
        assertTrue(cards.get(0).can(Capability.TOOLS) && cards.get(0).can(Capability.REASONING));
        assertFalse(cards.get(0).can(Capability.IMAGE_INPUT));
        assertTrue(cards.get(1).can(Capability.TOOLS));
    }

    @Test
    void refusesImpossibleOptions() {
        OllamaOptions options = OllamaOptions.defaults();
        assertThrows(GatorException.class, () -> options.withEffort("very"));
        assertThrows(GatorException.class, () -> options.withContextWindow(-1));
        assertThrows(GatorException.class, () -> options.withMinP(2));
    }

    private String thought(String model, Reasoning how) {
        return sent(model, ChatRequest.builder().user("Why?").reasoning(how).build())
                .asObject()
                .member("think")
                .toString();
    }

    private void assertRefused(String model, ChatRequest request) {
        GatorException e =
                assertThrows(GatorException.class, () -> ollama.chat(model).chat(request));
        assertEquals(CallError.UNSUPPORTED, e.code());
        assertEquals(0, server.requestCount());
    }

    private void assertSent(ChatRequest request, String expected) {
        assertSent("llama3.2", request, expected);
    }

    private void assertSent(String model, ChatRequest request, String expected) {
        assertEquals(Json.parse(json(expected)), sent(model, request));
    }

    private Json sent(String model, ChatRequest request) {
        answer(FINE);
        ollama.chat(model).chat(request);
        return Json.parse(server.lastRequest().text());
    }

    private void answer(String body) {
        server.otherwise(WireReply.json(json(body)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
