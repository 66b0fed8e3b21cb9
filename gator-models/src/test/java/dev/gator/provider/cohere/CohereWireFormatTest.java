package dev.gator.provider.cohere;

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
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.embed.RerankRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import dev.gator.provider.ProviderConfig;
import dev.gator.secret.Secret;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Usage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests, byte for byte as JSON, and answers that only Cohere gives. */
class CohereWireFormatTest {

    private static final String MODEL = "command-a-03-2025";
    private static final String START = "{'model':'command-a-03-2025','messages':[{'role':'user','content':'Why?'}]";
    private static final String FINE =
            "{'id':'r1','finish_reason':'COMPLETE','message':{'role':'assistant','content':[{'type':'text','text':'fine'}]},"
                    + "'usage':{'billed_units':{'input_tokens':5.0,'output_tokens':2.0},'tokens':{'input_tokens':70,'output_tokens':4}}}";
    private static final String PLANNED =
            "{'id':'r1','finish_reason':'TOOL_CALL','message':{'role':'assistant','tool_plan':'I will look.','tool_calls':[{'id':'c1',"
                    + "'type':'function','function':{'name':'weather','arguments':'{}'}}]},'usage':{'tokens':{'input_tokens':7,'output_tokens':3}}}";
    private static final ToolSpec WEATHER =
            ToolSpec.of("weather", "Tells the weather", JsonSchema.parse("{\"type\":\"object\",\"properties\":{}}"));
    private static final String WEATHER_JSON =
            "{'type':'function','function':{'name':'weather','description':'Tells the weather','parameters':{'type':'object','properties':{}}}}";
    private static final JsonSchema CITY =
            JsonSchema.parse("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}");

    private final WireServer server = WireServer.start();
    private final Cohere cohere = Cohere.of(
            ProviderConfig.builder().baseUrl(server.url()).key(Secret.of("key")).build());

    @AfterEach
    void stop() {
        cohere.close();
        server.close();
    }

    @Test
    void writesAPlainQuestionAndSaysWhoAsks() {
        assertSent(
                ChatRequest.builder().system("Be brief.").user("Why?").build(),
                "{'model':'command-a-03-2025','messages':[{'role':'system','content':'Be brief.'},{'role':'user','content':'Why?'}]}");
        assertEquals("gator", server.lastRequest().header("X-Client-Name").orElseThrow());
        assertEquals("Bearer key", server.lastRequest().header("Authorization").orElseThrow());
    }

    @Test
    void writesEverySetting() {
        ChatRequest request = ChatRequest.builder()
                .user("Why?")
                .sampling(Sampling.builder()
                        .temperature(0.5)
                        .topP(0.9)
                        .topK(20)
                        .maxTokens(100)
                        .seed(7)
                        .frequencyPenalty(0.25)
                        .stop("END")
                        .build())
                .options(CohereOptions.defaults()
                        .withSafety(CohereOptions.Safety.STRICT)
                        .withCiting(CohereOptions.Citing.FAST))
                .build();
        assertSent(
                request,
                START
                        + ",'citation_options':{'mode':'FAST'},'safety_mode':'STRICT','max_tokens':100,'temperature':0.5,'seed':7,'p':0.9,"
                        + "'k':20,'frequency_penalty':0.25,'stop_sequences':['END']}");
    }

    @Test
    void warnsOfWhatTheServiceBounds() {
        answer(FINE);
        ChatReply reply = cohere.chat(MODEL)
                .chat(ChatRequest.builder()
                        .user("Why?")
                        .sampling(Sampling.builder()
                                .topP(1)
                                .topK(900)
                                .frequencyPenalty(2)
                                .presencePenalty(0.5)
                                .stop("1", "2", "3", "4", "5", "6")
                                .build())
                        .build());
        assertEquals(
                List.of("topP", "topK", "frequencyPenalty", "presencePenalty", "stop"),
                reply.warnings().stream().map(Warning::setting).toList());
        JsonObject sent = Json.parse(server.lastRequest().text()).asObject();
        assertEquals("0.99", sent.member("p").toString());
        assertEquals("500", sent.member("k").toString());
        assertEquals("1", sent.member("frequency_penalty").toString());
        assertEquals(5, sent.array("stop_sequences").size());
    }

    @Test
    void writesToolsPlansCallsAndResults() {
        answer(PLANNED);
        ChatReply planned = cohere.chat(MODEL).chat(ChatRequest.of("Rain?"));
        assertEquals("I will look.", planned.reasoning());
        assertEquals(FinishReason.TOOL_CALLS, planned.finish());
        assertEquals(Usage.reported(7, 3), planned.usage());
        ChatRequest next = ChatRequest.builder()
                .user("Rain?")
                .message(planned.message())
                .message(Message.toolResults(List.of(new Part.ToolResult("c1", "weather", "no", true))))
                .tools(WEATHER)
                .options(CohereOptions.defaults().withStrictTools(true))
                .build();
        assertSent(
                next,
                "{'model':'command-a-03-2025','messages':[{'role':'user','content':'Rain?'},{'role':'assistant','tool_plan':'I will look.',"
                        + "'tool_calls':[{'id':'c1','type':'function','function':{'name':'weather','arguments':'{}'}}]},"
                        + "{'role':'tool','tool_call_id':'c1','content':'ERROR: no'}],'tools':["
                        + WEATHER_JSON + "],'strict_tools':true}");
    }

    @Test
    void demandsATool() {
        ToolSpec clock = ToolSpec.of("clock", "Tells the time", WEATHER.parameters());
        ChatRequest.Builder request = ChatRequest.builder().user("Why?").tools(WEATHER, clock);
        assertSent(
                request.toolChoice(ToolChoice.tool("weather")).build(),
                START + ",'tools':[" + WEATHER_JSON + "],'tool_choice':'REQUIRED'}");
        answer(FINE);
        ChatReply reply = cohere.chat("command-r-08-2024")
                .chat(request.toolChoice(ToolChoice.required()).build());
        assertEquals("toolChoice", reply.warnings().get(0).setting());
    }

    @Test
    void writesSchemaAndAnyJson() {
        assertSent(
                ChatRequest.builder()
                        .user("Why?")
                        .format(ResponseFormat.json(CITY))
                        .build(),
                START + ",'response_format':{'type':'json_object','json_schema':" + quoted(CITY) + "}}");
        assertSent(
                ChatRequest.builder().user("Why?").format(ResponseFormat.json()).build(),
                "{'model':'command-a-03-2025','messages':[{'role':'system','content':'Answer with JSON.'},"
                        + "{'role':'user','content':'Why?'}],'response_format':{'type':'json_object'}}");
    }

    @Test
    void letsAToolStandForTheSchemaWhereToolsAreGiven() {
        answer(
                "{'id':'r1','finish_reason':'TOOL_CALL','message':{'role':'assistant','tool_calls':[{'id':'c1','type':'function',"
                        + "'function':{'name':'response','arguments':'{|name|:|Basel|}'}}]}}");
        ChatRequest request = ChatRequest.builder()
                .user("Why?")
                .tools(WEATHER)
                .format(ResponseFormat.json(CITY.named("response")))
                .build();
        ChatReply reply = cohere.chat(MODEL).chat(request);
        assertEquals("{\"name\":\"Basel\"}", reply.text());
        assertEquals(FinishReason.STOP, reply.finish());
        JsonObject sent = Json.parse(server.lastRequest().text()).asObject();
        assertEquals("REQUIRED", sent.string("tool_choice"));
        assertEquals(2, sent.array("tools").size());
        assertFalse(sent.has("response_format"));
    }

    @Test
    void asksForNoFormWhereItWouldBeRefused() {
        answer(FINE);
        ChatReply reply = cohere.chat(MODEL)
                .chat(ChatRequest.builder()
                        .user("Why?")
                        .tools(WEATHER)
                        .format(ResponseFormat.json())
                        .options(CohereOptions.defaults().withSafety(CohereOptions.Safety.OFF))
                        .build());
        assertEquals(
                List.of("format", "safety"),
                reply.warnings().stream().map(Warning::setting).toList());
        assertFalse(Json.parse(server.lastRequest().text()).asObject().has("response_format"));
    }

    @Test
    void writesPicturesAndTextFilesAndRefusesOthers() {
        Attachment picture = Attachment.of(new byte[] {1, 2, 3}, MediaType.PNG);
        Attachment notes = Attachment.of("hi".getBytes(StandardCharsets.UTF_8), MediaType.MARKDOWN)
                .named("notes.md");
        answer(FINE);
        cohere.chat("command-a-vision-07-2025")
                .chat(ChatRequest.builder().user("See", picture, notes).build());
        assertEquals(
                Json.parse(
                        json(
                                "[{'role':'user','content':[{'type':'text','text':'See'},"
                                        + "{'type':'image_url','image_url':{'url':'data:image/png;base64,AQID'}},{'type':'text','text':'notes.md:\\nhi'}]}]")),
                Json.parse(server.lastRequest().text()).asObject().member("messages"));
        ChatRequest blind = ChatRequest.builder().user("See", picture).build();
        GatorException e =
                assertThrows(GatorException.class, () -> cohere.chat(MODEL).chat(blind));
        assertEquals(CallError.UNSUPPORTED, e.code());
    }

    @Test
    void thinksWithinABudgetOrNotAtAll() {
        assertEquals("{\"type\":\"disabled\"}", thinking(Reasoning.of(Reasoning.Effort.NONE)));
        assertEquals("{\"type\":\"enabled\",\"token_budget\":2048}", thinking(Reasoning.of(Reasoning.Effort.LOW)));
        assertEquals("{\"type\":\"enabled\"}", thinking(Reasoning.of(Reasoning.Effort.HIGH)));
        assertEquals("{\"type\":\"enabled\",\"token_budget\":77}", thinking(Reasoning.ofTokens(77)));
    }

    @Test
    void sendsThoughtsBack() {
        Message.Assistant thought =
                new Message.Assistant(List.of(new Part.Reasoning("Hm.", ""), Part.text("Blue.")), false);
        answer(FINE);
        cohere.chat(MODEL)
                .chat(ChatRequest.builder()
                        .user("Why?")
                        .message(thought)
                        .user("And?")
                        .build());
        assertEquals(
                Json.parse(
                        json(
                                "{'role':'assistant','content':[{'type':'thinking','thinking':'Hm.'},{'type':'text','text':'Blue.'}]}")),
                Json.parse(server.lastRequest().text())
                        .asObject()
                        .array("messages")
                        .get(1));
    }

    @Test
    void handsCitationsOverWholeAndStreamed() {
        String citation =
                "{'start':4,'end':8,'text':'blue','sources':[{'type':'document','id':'d1','document':{'id':'d1'}}],'type':'TEXT_CONTENT'}";
        Citation expected = new Citation(4, 8, "blue", List.of("d1"));
        List<Citation> citations = new ArrayList<>();
        ChatRequest request = ChatRequest.builder()
                .user("Why?")
                .options(CohereOptions.defaults()
                        .withDocuments(CohereDocument.of("d1", "Blue scatters."), new CohereDocument("d2", "T", "Red."))
                        .withCitations(citations::add))
                .build();
        answer(
                "{'id':'r1','finish_reason':'COMPLETE','message':{'role':'assistant','content':[{'type':'text','text':'The blue'}],"
                        + "'citations':[" + citation + "]}}");
        assertEquals("The blue", cohere.chat(MODEL).chat(request).text());
        assertEquals(List.of(expected), citations);
        assertEquals(
                Json.parse(
                        json(
                                "[{'id':'d1','data':{'text':'Blue scatters.'}},{'id':'d2','data':{'title':'T','text':'Red.'}}]")),
                Json.parse(server.lastRequest().text()).asObject().member("documents"));
        stream(
                "{'type':'content-delta','index':0,'delta':{'message':{'content':{'text':'The blue'}}}}",
                "{'type':'citation-start','index':0,'delta':{'message':{'citations':" + citation + "}}}",
                "{'type':'citation-end','index':0}",
                "{'type':'message-end','delta':{'finish_reason':'COMPLETE'}}");
        try (ChatStream stream = cohere.chat(MODEL).stream(request)) {
            assertEquals("The blue", stream.reply().text());
        }
        assertEquals(List.of(expected, expected), citations);
    }

    @Test
    void streamsPlansAsThoughtsThatGoBackAsPlans() {
        stream(
                "{'type':'message-start','id':'r1','delta':{'message':{'role':'assistant','content':[],'tool_plan':'','tool_calls':[],'citations':[]}}}",
                "{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'I '}}}",
                "{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'will '}}}",
                "{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'look.'}}}",
                "{'type':'tool-call-start','index':0,'delta':{'message':{'tool_calls':{'id':'c1','type':'function','function':{'name':'weather','arguments':''}}}}}",
                "{'type':'tool-call-delta','index':0,'delta':{'message':{'tool_calls':{'function':{'arguments':'{}'}}}}}",
                "{'type':'tool-call-end','index':0}",
                "{'type':'message-end','delta':{'finish_reason':'TOOL_CALL','usage':{'tokens':{'input_tokens':7,'output_tokens':3}}}}");
        try (ChatStream stream = cohere.chat(MODEL).stream("Rain?")) {
            assertLikeWhole(stream.reply());
        }
    }

    private void assertLikeWhole(ChatReply streamed) {
        answer(PLANNED);
        ChatReply whole = cohere.chat(MODEL).chat(ChatRequest.of("Rain?"));
        assertEquals(whole.message(), streamed.message());
        assertEquals(whole.usage(), streamed.usage());
    }

    @Test
    void throwsWhatAnAnswerEndsWith() {
        answer("{'id':'r1','finish_reason':'ERROR','message':{'role':'assistant','content':[]}}");
        GatorException broken =
                assertThrows(GatorException.class, () -> cohere.chat(MODEL).chat("Hi"));
        assertEquals(ProviderError.SERVER_ERROR, broken.code());
        answer("{'id':'r1','finish_reason':'TIMEOUT','message':{'role':'assistant','content':[]}}");
        GatorException late =
                assertThrows(GatorException.class, () -> cohere.chat(MODEL).chat("Hi"));
        assertEquals(ProviderError.NO_ANSWER_IN_TIME, late.code());
    }

    @Test
    void tellsAnEmptyMonthFromAFullMinute() {
        server.otherwise(WireReply.json(
                429, json("{'message':'You are using a Trial key, which is limited to 1000 API calls / month.'}")));
        GatorException e =
                assertThrows(GatorException.class, () -> cohere.chat(MODEL).chat("Hi"));
        assertEquals(ProviderError.QUOTA_EXHAUSTED, e.code());
    }

    @Test
    void writesWhatVectorsAreFor() {
        answer("{'embeddings':{'float':[[0.5,1]]},'meta':{'billed_units':{'input_tokens':1}}}");
        cohere.embedding("embed-v4.0")
                .embed(EmbeddingRequest.of("a")
                        .withPurpose(EmbeddingPurpose.SIMILARITY)
                        .withDimensions(256));
        assertEquals(
                Json.parse(
                        json(
                                "{'model':'embed-v4.0','input_type':'clustering','embedding_types':['float'],'texts':['a'],'output_dimension':256}")),
                Json.parse(server.lastRequest().text()));
        assertEquals(1536, cohere.embedding("embed-v4.0").card().dimensions().orElseThrow());
    }

    @Test
    void ranksWithoutInventingACost() {
        answer("{'id':'x','results':[{'index':1,'relevance_score':0.9}],'meta':{'billed_units':{'search_units':1}}}");
        var reply = cohere.reranker("rerank-v3.5").rerank(RerankRequest.of("q", List.of("a", "b")));
        assertEquals(Usage.UNKNOWN, reply.usage());
        assertTrue(reply.cost().isEmpty());
        assertEquals(
                Json.parse(json("{'model':'rerank-v3.5','query':'q','documents':['a','b']}")),
                Json.parse(server.lastRequest().text()));
    }

    @Test
    void readsEveryPageOfModels() {
        server.otherwise(request -> WireReply.json(json(
                request.target().contains("page_token")
                        ? "{'models':[{'name':'b'}]}"
                        : "{'models':[{'name':'a','context_length':4096}],'next_page_token':'n 1'}")));
        List<ModelCard> cards = cohere.models(CallContext.create());
        assertEquals(
                List.of("cohere:a", "cohere:b"),
                cards.stream().map(ModelCard::id).toList());
        assertEquals(4096, cards.get(0).contextWindow().orElseThrow());
    }

    @Test
    void knowsItsModels() {
        assertTrue(cohere.chat("command-a-reasoning-08-2025").card().can(Capability.REASONING));
        assertTrue(cohere.chat("command-a-vision-09-2030").card().can(Capability.IMAGE_INPUT));
        assertFalse(cohere.chat("command-r-08-2024").card().can(Capability.TOOL_CHOICE));
    }

    @Test
    void refusesDocumentsWithoutAnId() {
        assertThrows(GatorException.class, () -> CohereDocument.of("", "text"));
    }

    private String thinking(Reasoning how) {
        answer(FINE);
        cohere.chat("command-a-reasoning-08-2025")
                .chat(ChatRequest.builder().user("Why?").reasoning(how).build());
        return Json.parse(server.lastRequest().text())
                .asObject()
                .member("thinking")
                .toString();
    }

    private void assertSent(ChatRequest request, String expected) {
        answer(FINE);
        cohere.chat(MODEL).chat(request);
        assertEquals(Json.parse(json(expected)), Json.parse(server.lastRequest().text()));
    }

    private void answer(String body) {
        server.otherwise(WireReply.json(json(body)));
    }

    private void stream(String... events) {
        SseScript script = SseScript.empty();
        for (String event : events) {
            script = script.data(json(event));
        }
        server.otherwise(WireReply.sse(script));
    }

    private static String quoted(JsonSchema schema) {
        return schema.json().toString().replace('"', '\'');
    }

    private static String json(String text) {
        return text.replace('\'', '"').replace("|", "\\\"");
    }
}
