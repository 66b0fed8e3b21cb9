package dev.gator.tck.provider;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import dev.gator.json.JsonString;
import dev.gator.tck.Seen;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tool.ToolSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads requests back. */
final class GeminiRequests {

    private static final String MODELS = "/v1beta/models/";

    private GeminiRequests() {}

    /** Returns what stands after the colon of the path, or an empty text. */
    static String method(RecordedRequest request) {
        String path = request.path();
        int colon = path.lastIndexOf(':');
        return colon < 0 || !path.startsWith(MODELS) ? "" : path.substring(colon + 1);
    }

    static Seen<ChatRequest> chat(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        ChatRequest.Builder chat = ChatRequest.builder();
        body.optionalObject("systemInstruction")
                .ifPresent(all -> all.array("parts").forEach(part -> chat.system(text(part.asObject()))));
        body.array("contents").forEach(content -> chat.message(message(content.asObject())));
        body.optionalArray("tools")
                .ifPresent(tools -> tools.forEach(tool -> tool.asObject()
                        .array("functionDeclarations")
                        .forEach(one -> chat.tools(tool(one.asObject())))));
        body.optionalObject("toolConfig")
                .ifPresent(config -> chat.toolChoice(choice(config.object("functionCallingConfig"))));
        body.optionalObject("generationConfig").ifPresent(config -> config(config, chat));
        return new Seen<>(model(request), request.header("x-goog-api-key"), chat.build());
    }

    static Seen<EmbeddingRequest> embedding(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        List<String> texts = new ArrayList<>();
        JsonObject last = JsonObject.empty();
        for (Json one : body.array("requests")) {
            last = one.asObject();
            check(last.string("model").equals("models/" + model(request)), "the model of a part is another one");
            texts.add(text(last.object("content").array("parts").get(0).asObject()));
        }
        check(texts.size() <= 100, "Gemini takes at most 100 texts at once");
        int dimensions = (int) last.optionalLong("outputDimensionality").orElse(0);
        EmbeddingRequest content = new EmbeddingRequest(
                texts, purpose(last.string("taskType")), dimensions, Overrides.none(), CallContext.create());
        return new Seen<>(model(request), request.header("x-goog-api-key"), content);
    }

    private static String model(RecordedRequest request) {
        String path = request.path();
        return path.substring(MODELS.length(), path.lastIndexOf(':'));
    }

    private static void check(boolean ok, String complaint) {
        if (!ok) {
            throw new AssertionError(complaint);
        }
    }

    private static String text(JsonObject part) {
        return part.string("text");
    }

    private static Message message(JsonObject content) {
        List<Part> parts = new ArrayList<>();
        content.array("parts").forEach(part -> parts.add(part(part.asObject())));
        check(!parts.isEmpty(), "Gemini refuses contents without parts");
        if (content.string("role").equals("model")) {
            return new Message.Assistant(parts, false);
        }
        check(content.string("role").equals("user"), "Gemini knows no role " + content.string("role"));
        return parts.get(0) instanceof Part.ToolResult
                ? Message.toolResults(
                        parts.stream().map(Part.ToolResult.class::cast).toList())
                : new Message.User(parts, false);
    }

    private static Part part(JsonObject part) {
        if (part.has("functionCall")) {
            JsonObject call = part.object("functionCall");
            return new Part.ToolCall(
                    id(call), call.string("name"), call.object("args").toString());
        }
        if (part.has("functionResponse")) {
            return result(part.object("functionResponse"));
        }
        if (part.has("inlineData")) {
            JsonObject data = part.object("inlineData");
            return Part.file(Attachment.of(
                    Base64.getDecoder().decode(data.string("data")), MediaType.parse(data.string("mimeType"))));
        }
        if (part.has("fileData")) {
            JsonObject data = part.object("fileData");
            return Part.file(
                    Attachment.link(URI.create(data.string("fileUri")), MediaType.parse(data.string("mimeType"))));
        }
        return part.optionalBool("thought").orElse(false)
                ? new Part.Reasoning(
                        text(part), part.optionalString("thoughtSignature").orElse(""))
                : Part.text(text(part));
    }

    // calls without an id are told apart by their tool
    private static String id(JsonObject call) {
        return call.optionalString("id").orElse(call.string("name"));
    }

    private static Part result(JsonObject function) {
        JsonObject response = function.object("response");
        Optional<Json> failure = response.get("error");
        Json content = failure.orElseGet(() -> response.member("output"));
        String text = content instanceof JsonString words ? words.asString() : content.toString();
        return new Part.ToolResult(id(function), function.string("name"), text, failure.isPresent());
    }

    private static ToolSpec tool(JsonObject tool) {
        return ToolSpec.of(
                tool.string("name"), tool.string("description"), JsonSchema.of(tool.object("parametersJsonSchema")));
    }

    private static ToolChoice choice(JsonObject config) {
        return switch (config.string("mode")) {
            case "AUTO" -> ToolChoice.auto();
            case "NONE" -> ToolChoice.none();
            case "ANY" ->
                config.optionalArray("allowedFunctionNames")
                        .map(names -> ToolChoice.tool(names.get(0).asString()))
                        .orElse(ToolChoice.required());
            default -> throw new AssertionError("Gemini knows no mode " + config.string("mode"));
        };
    }

    private static void config(JsonObject config, ChatRequest.Builder chat) {
        chat.sampling(sampling(config));
        config.optionalObject("thinkingConfig").ifPresent(thinking -> chat.reasoning(reasoning(thinking)));
        Optional<JsonObject> schema = config.optionalObject("responseJsonSchema");
        boolean json = config.optionalString("responseMimeType")
                .filter("application/json"::equals)
                .isPresent();
        check(json || schema.isEmpty(), "Gemini takes a schema only for application/json");
        if (json) {
            chat.format(schema.map(JsonSchema::of).map(ResponseFormat::json).orElseGet(ResponseFormat::json));
        }
    }

    private static Reasoning reasoning(JsonObject thinking) {
        Optional<String> level = thinking.optionalString("thinkingLevel");
        if (level.isPresent()) {
            check(!thinking.has("thinkingBudget"), "Gemini refuses a level together with a budget");
            return Reasoning.of(
                    level.get().equals("MINIMAL") ? Reasoning.Effort.NONE : Reasoning.Effort.valueOf(level.get()));
        }
        int budget = thinking.number("thinkingBudget").intValue();
        return budget == 0 ? Reasoning.of(Reasoning.Effort.NONE) : Reasoning.ofTokens(budget);
    }

    private static Sampling sampling(JsonObject config) {
        Sampling.Builder sampling = Sampling.builder();
        config.optionalNumber("temperature").ifPresent(value -> sampling.temperature(value.doubleValue()));
        config.optionalNumber("topP").ifPresent(value -> sampling.topP(value.doubleValue()));
        config.optionalNumber("topK").ifPresent(value -> sampling.topK(value.intValue()));
        config.optionalNumber("maxOutputTokens").ifPresent(value -> sampling.maxTokens(value.intValue()));
        config.optionalNumber("seed").ifPresent(value -> sampling.seed(value.longValue()));
        config.optionalNumber("frequencyPenalty").ifPresent(value -> sampling.frequencyPenalty(value.doubleValue()));
        config.optionalNumber("presencePenalty").ifPresent(value -> sampling.presencePenalty(value.doubleValue()));
        config.optionalArray("stopSequences")
                .ifPresent(
                        stop -> sampling.stop(stop.stream().map(Json::asString).toArray(String[]::new)));
        return sampling.build();
    }

    private static EmbeddingPurpose purpose(String task) {
        return switch (task) {
            case "RETRIEVAL_DOCUMENT" -> EmbeddingPurpose.DOCUMENT;
            case "RETRIEVAL_QUERY" -> EmbeddingPurpose.QUERY;
            case "SEMANTIC_SIMILARITY" -> EmbeddingPurpose.SIMILARITY;
            case "CLASSIFICATION" -> EmbeddingPurpose.CLASSIFICATION;
            case "CLUSTERING" -> EmbeddingPurpose.CLUSTERING;
            default -> throw new AssertionError("Gemini knows no task " + task);
        };
    }
}
