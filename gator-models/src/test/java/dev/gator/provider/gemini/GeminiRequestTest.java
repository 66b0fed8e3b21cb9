package dev.gator.provider.gemini;

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
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import dev.gator.provider.ProviderConfig;
import dev.gator.tool.ToolSpec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bodies and addresses that go to Gemini, to the letter. */
class GeminiRequestTest {

    private static final ToolSpec WEATHER = ToolSpec.of(
            "weather",
            "Tells the weather.",
            JsonSchema.parse("{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"minLength\":1}}}"));

    private static final String SIGNED = "gemini:gemini-3.8-flash|";

    private final Gemini provider = Gemini.of(ProviderConfig.defaults());
    private List<Warning> warnings = List.of();

    record Plan(String title, int days) {}

    @Test
    void asksPlainly() {
        assertEquals(
                "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be brief.\"}]},"
                        + "\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}",
                text("gemini-3.8-flash", ask().system("Be brief.")));
    }

    @Test
    void escapesNamesInAddresses() {
        assertEquals("/models/gemini-3.8-flash:generateContent", Gemini.path("gemini-3.8-flash", "generateContent"));
        assertEquals("/tunedModels/mine:generateContent", Gemini.path("tunedModels/mine", "generateContent"));
        assertEquals("/models/a%2F..%2Fb%3Fkey%3Dc+d%23e:x".replace("+", "%20"), Gemini.path("a/../b?key=c d#e", "x"));
    }

    @Test
    void sendsFiles() {
        byte[] sound = {1, 2, 3};
        JsonObject body = body(
                "gemini-3.8-flash",
                ChatRequest.builder()
                        .user(
                                "Listen",
                                Attachment.of(sound, MediaType.WAV),
                                Attachment.of("x,y".getBytes(StandardCharsets.UTF_8), MediaType.CSV)
                                        .named("t.csv"),
                                Attachment.link(URI.create("https://example.com/b.pdf"), MediaType.PDF)));
        assertEquals(
                Json.parse(
                        """
                        [{"text":"Listen"},
                         {"inlineData":{"mimeType":"audio/wav","data":"AQID"}},
                         {"text":"t.csv:\\nx,y"},
                         {"fileData":{"mimeType":"application/pdf","fileUri":"https://example.com/b.pdf"}}]"""),
                body.array("contents").get(0).asObject().member("parts"));
    }

    @Test
    void declaresFunctionsInTheKeywordsThatAreKnown() {
        JsonObject body = body("gemini-3.8-flash", ask().tools(WEATHER).toolChoice(ToolChoice.tool("weather")));
        assertEquals(
                Json.parse(
                        """
                        [{"functionDeclarations":[{"name":"weather","description":"Tells the weather.",
                          "parametersJsonSchema":{"type":"object","properties":{"city":{"type":"string"}}}}]}]"""),
                body.member("tools"));
        assertEquals(
                Json.parse("{\"functionCallingConfig\":{\"mode\":\"ANY\",\"allowedFunctionNames\":[\"weather\"]}}"),
                body.member("toolConfig"));
    }

    @Test
    void translatesSchemas() {
        JsonObject schema = Json.parse(
                        """
                        {"$schema":"x","type":"object","$defs":{"node":{"type":"object","properties":{
                           "kind":{"const":"leaf"},"next":{"$ref":"#/$defs/node","description":"gone"}},
                           "additionalProperties":false}},
                         "properties":{"root":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]},
                          "pattern":{"type":"string","pattern":"a+"},
                          "pair":{"type":"array","prefixItems":[{"type":"string","maxLength":3}],"maxItems":1}},
                         "required":["root"]}""")
                .asObject();
        assertEquals(
                Json.parse(
                        """
                        {"type":"object","$defs":{"node":{"type":"object","properties":{
                           "kind":{"enum":["leaf"]},"next":{"$ref":"#/$defs/node"}},
                           "additionalProperties":false}},
                         "properties":{"root":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]},
                          "pattern":{"type":"string"},
                          "pair":{"type":"array","prefixItems":[{"type":"string"}],"maxItems":1}},
                         "required":["root"]}"""),
                SchemaSubset.of(schema));
    }

    @Test
    void holdsAnswersToASchema() {
        ChatRequest.Builder plan = ask().format(ResponseFormat.json(Plan.class));
        JsonObject config = body("gemini-3.8-flash", plan).object("generationConfig");
        assertEquals("application/json", config.string("responseMimeType"));
        assertEquals(JsonSchema.of(Plan.class).json(), config.member("responseJsonSchema"));
        assertTrue(body("gemini-3.8-flash", plan.tools(WEATHER)).has("generationConfig"));
        assertFalse(body("gemini-2.5-flash", plan).has("generationConfig"));
        assertEquals("format", warnings.get(0).setting());
    }

    @Test
    void sendsCallsAndResultsBack() {
        List<Part> said = List.of(
                Part.text("Let me look."),
                new Part.Reasoning("", SIGNED + "c2ln"),
                new Part.ToolCall("id-1", "weather", "{\"city\":\"Basel\"}"),
                new Part.ToolCall(CallIds.makeUp("r", 1), "weather", "Bern"));
        JsonObject body = body(
                "gemini-3.8-flash",
                ask().message(new Message.Assistant(said, false))
                        .message(Message.toolResults(List.of(
                                new Part.ToolResult("id-1", "", "{\"sky\":\"clear\"}", false),
                                new Part.ToolResult(CallIds.makeUp("r", 1), "weather", "no such city", true)))));
        assertEquals(
                Json.parse(
                        """
                        [{"role":"user","parts":[{"text":"Hi"}]},
                         {"role":"model","parts":[{"text":"Let me look."},
                          {"functionCall":{"id":"id-1","name":"weather","args":{"city":"Basel"}},
                           "thoughtSignature":"c2ln"},
                          {"functionCall":{"name":"weather","args":{"malformed":"Bern"}}}]},
                         {"role":"user","parts":[
                          {"functionResponse":{"id":"id-1","name":"weather","response":{"output":{"sky":"clear"}}}},
                          {"functionResponse":{"name":"weather","response":{"error":"no such city"}}}]}]"""),
                body.member("contents"));
    }

    @Test
    void saysThatACallComesFromElsewhere() {
        Message elsewhere = new Message.Assistant(List.of(new Part.ToolCall("toolu_1", "weather", "{}")), false);
        assertTrue(text("gemini-3.8-flash", ask().message(elsewhere))
                .contains("\"thoughtSignature\":\"skip_thought_signature_validator\""));
        assertFalse(text("gemini-2.5-flash", ask().message(elsewhere)).contains("thoughtSignature"));
    }

    @Test
    void putsSignaturesBackOnTheWordsTheyCameOn() {
        List<Part> said = List.of(
                new Part.Reasoning("Hm", SIGNED + "dGhpbms="),
                new Part.Reasoning("unsigned", ""),
                new Part.Reasoning("elsewhere", "anthropic:claude-opus-5-5|sig"),
                Part.text("Yes."),
                new Part.Reasoning("", SIGNED + "d29yZHM="));
        assertEquals(
                Json.parse(
                        """
                        [{"text":"Hm","thought":true,"thoughtSignature":"dGhpbms="},
                         {"text":"Yes.","thoughtSignature":"d29yZHM="}]"""),
                body("gemini-3.8-flash", ask().message(new Message.Assistant(said, false)))
                        .array("contents")
                        .get(1)
                        .asObject()
                        .member("parts"));
    }

    @Test
    void thinksByLevelOrByBudget() {
        assertThinks(
                "gemini-3.8-flash", Reasoning.of(Effort.HIGH), "{\"thinkingLevel\":\"HIGH\",\"includeThoughts\":true}");
        assertThinks(
                "gemini-flash-latest",
                Reasoning.ofTokens(5000),
                "{\"thinkingLevel\":\"MEDIUM\",\"includeThoughts\":true}");
        assertThinks("gemini-3.8-flash", Reasoning.of(Effort.NONE), "{\"thinkingLevel\":\"MINIMAL\"}");
        assertThinks(
                "gemini-2.5-flash", Reasoning.ofTokens(5000), "{\"thinkingBudget\":5000,\"includeThoughts\":true}");
        assertThinks("gemini-2.5-flash", Reasoning.of(Effort.NONE), "{\"thinkingBudget\":0}");
        assertThinks("gemini-2.5-pro", Reasoning.of(Effort.NONE), "{\"thinkingBudget\":128}");
        assertEquals("reasoning", warnings.get(0).setting());
    }

    @Test
    void sendsSampling() {
        Sampling all = Sampling.builder()
                .temperature(0.5)
                .topP(0.25)
                .topK(7)
                .maxTokens(9)
                .seed(3)
                .frequencyPenalty(0.5)
                .presencePenalty(-0.5)
                .stop("END")
                .build();
        assertEquals(
                Json.parse(
                        """
                        {"temperature":0.5,"topP":0.25,"topK":7,"maxOutputTokens":9,"frequencyPenalty":0.5,
                         "presencePenalty":-0.5,"seed":3,"stopSequences":["END"]}"""),
                body("gemini-3.8-flash", ask().sampling(all)).member("generationConfig"));
        body(
                "gemini-3.8-flash",
                ask().sampling(Sampling.builder().seed(1L << 40).build()));
        assertEquals("seed", warnings.get(0).setting());
    }

    @Test
    void sendsItsOwnOptions() {
        GeminiOptions own = GeminiOptions.defaults()
                .withSafety(
                        new GeminiOptions.SafetySetting("HARM_CATEGORY_HARASSMENT", "BLOCK_ONLY_HIGH"),
                        new GeminiOptions.SafetySetting("HARM_CATEGORY_HATE_SPEECH", "BLOCK_NONE"))
                .withCachedContent("cachedContents/abc")
                .withMediaResolution("MEDIA_RESOLUTION_LOW");
        JsonObject body = body("gemini-3.8-flash", ask().options(own));
        assertEquals(
                Json.parse("[{\"category\":\"HARM_CATEGORY_HARASSMENT\",\"threshold\":\"BLOCK_ONLY_HIGH\"},"
                        + "{\"category\":\"HARM_CATEGORY_HATE_SPEECH\",\"threshold\":\"BLOCK_NONE\"}]"),
                body.member("safetySettings"));
        assertEquals("cachedContents/abc", body.string("cachedContent"));
        assertEquals("MEDIA_RESOLUTION_LOW", body.object("generationConfig").string("mediaResolution"));
        assertThrows(GatorException.class, () -> new GeminiOptions.SafetySetting("", "x"));
    }

    private void assertThinks(String model, Reasoning how, String thinking) {
        assertEquals(
                Json.parse(thinking),
                body(model, ask().reasoning(how)).object("generationConfig").member("thinkingConfig"),
                model);
    }

    private static ChatRequest.Builder ask() {
        return ChatRequest.builder().user("Hi");
    }

    private JsonObject body(String model, ChatRequest.Builder request) {
        return Json.parse(text(model, request)).asObject();
    }

    private String text(String model, ChatRequest.Builder builder) {
        ChatRequest request = builder.build();
        ModelCard card = provider.card(model);
        GeminiOptions options = request.options(GeminiOptions.class).orElse(GeminiOptions.defaults());
        GenerateCall call = new GenerateCall(request, card, options);
        String text = GenerateWriter.write(call).text();
        warnings = new ArrayList<>(call.asking().warnings());
        return text;
    }
}
