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
import dev.gator.embed.RerankRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
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
final class CohereRequests {

    private static final String ANSWER = "Gives the final answer.";

    private CohereRequests() {}

    static boolean streams(RecordedRequest request) {
        return Json.parse(request.text()).asObject().optionalBool("stream").orElse(false);
    }

    static Seen<EmbeddingRequest> embedding(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        check(body.array("embedding_types").equals(JsonArray.ofStrings(List.of("float"))), "only floats are played");
        List<String> texts = body.array("texts").stream().map(Json::asString).toList();
        check(texts.size() <= 96, "Cohere takes no more than 96 texts");
        EmbeddingPurpose purpose =
                switch (body.string("input_type")) {
                    case "search_document" -> EmbeddingPurpose.DOCUMENT;
                    case "search_query" -> EmbeddingPurpose.QUERY;
                    case "classification" -> EmbeddingPurpose.CLASSIFICATION;
                    case "clustering" -> EmbeddingPurpose.CLUSTERING;
                    default -> throw new AssertionError("Cohere knows no input type " + body.string("input_type"));
                };
        int dimensions = (int) body.optionalLong("output_dimension").orElse(0);
        return new Seen<>(
                body.string("model"),
                key(request),
                new EmbeddingRequest(texts, purpose, dimensions, Overrides.none(), CallContext.create()));
    }

    static Seen<RerankRequest> rerank(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        List<String> documents =
                body.array("documents").stream().map(Json::asString).toList();
        RerankRequest asked = RerankRequest.of(body.string("query"), documents);
        int top = (int) body.optionalLong("top_n").orElse(documents.size());
        return new Seen<>(body.string("model"), key(request), asked.withTop(top));
    }

    static Seen<ChatRequest> chat(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        ChatRequest.Builder chat = ChatRequest.builder();
        messages(body.array("messages"), chat);
        tools(body, chat);
        body.optionalObject("response_format").ifPresent(format -> chat.format(format(format, body)));
        body.optionalObject("thinking").ifPresent(thinking -> chat.reasoning(reasoning(thinking)));
        chat.sampling(sampling(body));
        return new Seen<>(body.string("model"), key(request), chat.build());
    }

    private static Optional<String> key(RecordedRequest request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7));
    }

    private static void check(boolean ok, String complaint) {
        if (!ok) {
            throw new AssertionError(complaint);
        }
    }

    private static void messages(JsonArray all, ChatRequest.Builder chat) {
        List<Part.ToolResult> results = new ArrayList<>();
        for (Json one : all) {
            JsonObject message = one.asObject();
            if (message.string("role").equals("tool")) {
                results.add(new Part.ToolResult(message.string("tool_call_id"), "", message.string("content"), false));
                continue;
            }
            flush(results, chat);
            chat.message(message(message));
        }
        flush(results, chat);
    }

    private static void flush(List<Part.ToolResult> results, ChatRequest.Builder chat) {
        if (!results.isEmpty()) {
            chat.message(Message.toolResults(List.copyOf(results)));
            results.clear();
        }
    }

    private static Message message(JsonObject message) {
        return switch (message.string("role")) {
            case "system" -> Message.system(message.string("content"));
            case "user" -> new Message.User(content(message), false);
            case "assistant" -> new Message.Assistant(assistant(message), false);
            default -> throw new AssertionError("Cohere knows no role " + message.string("role"));
        };
    }

    private static List<Part> content(JsonObject message) {
        Json content = message.get("content").orElse(JsonArray.of());
        if (content instanceof JsonString text) {
            return List.of(Part.text(text.asString()));
        }
        return content.asArray().stream().map(block -> part(block.asObject())).toList();
    }

    private static Part part(JsonObject block) {
        return switch (block.string("type")) {
            case "text" -> Part.text(block.string("text"));
            case "thinking" -> new Part.Reasoning(block.string("thinking"), "");
            case "image_url" -> Part.file(picture(block.object("image_url").string("url")));
            default -> throw new AssertionError("Cohere knows no block of type " + block.string("type"));
        };
    }

    private static Attachment picture(String url) {
        if (!url.startsWith("data:")) {
            return Attachment.link(URI.create(url), MediaType.PNG);
        }
        int comma = url.indexOf(",");
        MediaType type = MediaType.parse(url.substring("data:".length(), url.indexOf(";")));
        return Attachment.of(Base64.getDecoder().decode(url.substring(comma + 1)), type);
    }

    private static List<Part> assistant(JsonObject message) {
        List<Part> parts = new ArrayList<>();
        message.optionalString("tool_plan").ifPresent(plan -> parts.add(new Part.Reasoning(plan, "")));
        parts.addAll(content(message));
        message.optionalArray("tool_calls")
                .ifPresent(calls -> calls.forEach(one -> {
                    check(one.asObject().string("type").equals("function"), "Cohere knows no calls but of functions");
                    JsonObject function = one.asObject().object("function");
                    parts.add(new Part.ToolCall(
                            one.asObject().string("id"), function.string("name"), function.string("arguments")));
                }));
        check(!parts.isEmpty(), "Cohere refuses messages that say nothing");
        return parts;
    }

    // the service takes no schema while there are tools, so the last tool may be the answer in disguise
    private static void tools(JsonObject body, ChatRequest.Builder chat) {
        List<ToolSpec> tools = new ArrayList<>();
        body.optionalArray("tools").ifPresent(all -> all.forEach(tool -> tools.add(tool(tool.asObject()))));
        boolean answered =
                !tools.isEmpty() && tools.get(tools.size() - 1).description().startsWith(ANSWER);
        if (answered) {
            chat.format(ResponseFormat.json(tools.remove(tools.size() - 1).parameters()));
        }
        chat.tools(tools);
        body.optionalString("tool_choice")
                .filter(word -> !answered)
                .ifPresent(word -> chat.toolChoice(choice(word, tools)));
    }

    private static ToolSpec tool(JsonObject tool) {
        check(tool.string("type").equals("function"), "Cohere knows no tools but functions");
        JsonObject function = tool.object("function");
        return ToolSpec.of(
                function.string("name"), function.string("description"), JsonSchema.of(function.object("parameters")));
    }

    // a demand for the only tool there is names it
    private static ToolChoice choice(String word, List<ToolSpec> tools) {
        check(!tools.isEmpty(), "Cohere wants tools where it has to choose");
        return switch (word) {
            case "NONE" -> ToolChoice.none();
            case "REQUIRED" -> tools.size() == 1 ? ToolChoice.tool(tools.get(0).name()) : ToolChoice.required();
            default -> throw new AssertionError("Cohere knows no tool choice " + word);
        };
    }

    private static ResponseFormat format(JsonObject format, JsonObject body) {
        check(format.string("type").equals("json_object"), "Cohere knows no format " + format);
        check(!body.has("tools") && !body.has("documents"), "Cohere takes no format with tools or documents");
        return format.optionalObject("json_schema")
                .map(schema -> ResponseFormat.json(JsonSchema.of(schema)))
                .orElse(ResponseFormat.json());
    }

    private static Reasoning reasoning(JsonObject thinking) {
        if (thinking.string("type").equals("disabled")) {
            return Reasoning.of(Reasoning.Effort.NONE);
        }
        check(thinking.string("type").equals("enabled"), "Cohere knows no thinking " + thinking);
        return thinking.optionalNumber("token_budget")
                .map(tokens -> Reasoning.ofTokens(tokens.intValue()))
                .orElse(Reasoning.of(Reasoning.Effort.HIGH));
    }

    private static Sampling sampling(JsonObject body) {
        Sampling.Builder sampling = Sampling.builder();
        body.optionalNumber("temperature").ifPresent(value -> sampling.temperature(value.doubleValue()));
        body.optionalNumber("p").ifPresent(value -> {
            check(value.doubleValue() >= 0.01 && value.doubleValue() <= 0.99, "Cohere's p is within 0.01 and 0.99");
            sampling.topP(value.doubleValue());
        });
        body.optionalNumber("k").ifPresent(value -> sampling.topK(value.intValue()));
        body.optionalNumber("max_tokens").ifPresent(value -> sampling.maxTokens(value.intValue()));
        body.optionalLong("seed").ifPresent(sampling::seed);
        penalty(body, "frequency_penalty").ifPresent(sampling::frequencyPenalty);
        penalty(body, "presence_penalty").ifPresent(sampling::presencePenalty);
        body.optionalArray("stop_sequences")
                .ifPresent(
                        stop -> sampling.stop(stop.stream().map(Json::asString).toArray(String[]::new)));
        return sampling.build();
    }

    private static Optional<Double> penalty(JsonObject body, String name) {
        Optional<Double> value = body.optionalNumber(name).map(number -> number.doubleValue());
        value.ifPresent(number -> check(number >= 0 && number <= 1, "Cohere's penalties are within 0 and 1"));
        return value;
    }
}
