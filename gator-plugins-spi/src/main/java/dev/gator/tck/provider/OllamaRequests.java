package dev.gator.tck.provider;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonBool;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import dev.gator.tck.Seen;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads requests back. */
final class OllamaRequests {

    private OllamaRequests() {}

    static boolean streams(RecordedRequest request) {
        return Json.parse(request.text()).asObject().optionalBool("stream").orElse(true);
    }

    static Seen<EmbeddingRequest> embedding(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        List<String> texts = body.array("input").stream().map(Json::asString).toList();
        int dimensions = (int) body.optionalLong("dimensions").orElse(0);
        return new Seen<>(
                body.string("model"),
                key(request),
                new EmbeddingRequest(
                        texts, EmbeddingPurpose.DOCUMENT, dimensions, Overrides.none(), CallContext.create()));
    }

    static Seen<ChatRequest> chat(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        ChatRequest.Builder chat = ChatRequest.builder();
        messages(body, chat);
        body.optionalArray("tools").ifPresent(tools -> tools.forEach(tool -> chat.tools(tool(tool.asObject()))));
        body.get("format").ifPresent(format -> chat.format(format(format)));
        body.get("think").ifPresent(think -> chat.reasoning(reasoning(think)));
        body.optionalObject("options").ifPresent(options -> chat.sampling(sampling(options)));
        return new Seen<>(body.string("model"), key(request), chat.build());
    }

    private static Optional<String> key(RecordedRequest request) {
        return request.header("Authorization").map(value -> value.replaceFirst("^Bearer ", ""));
    }

    private static void check(boolean ok, String complaint) {
        if (!ok) {
            throw new AssertionError(complaint);
        }
    }

    private static void messages(JsonObject body, ChatRequest.Builder chat) {
        List<Part.ToolResult> results = new ArrayList<>();
        for (Json one : body.array("messages")) {
            JsonObject message = one.asObject();
            if (message.string("role").equals("tool")) {
                results.add(new Part.ToolResult(
                        message.string("tool_call_id"), message.string("tool_name"), message.string("content"), false));
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
        String content = message.string("content");
        return switch (message.string("role")) {
            case "system" -> Message.system(content);
            case "user" -> Message.user(content, files(message));
            case "assistant" -> new Message.Assistant(assistant(message, content), false);
            default -> throw new AssertionError("Ollama knows no role " + message.string("role"));
        };
    }

    private static Attachment[] files(JsonObject message) {
        List<Attachment> files = new ArrayList<>();
        message.optionalArray("images")
                .ifPresent(images -> images.forEach(image -> {
                    byte[] bytes = Base64.getDecoder().decode(image.asString());
                    MediaType type = MediaType.sniff(bytes);
                    check(type.isImage(), "Ollama wants pictures, not " + type);
                    files.add(Attachment.of(bytes, type));
                }));
        return files.toArray(Attachment[]::new);
    }

    private static List<Part> assistant(JsonObject message, String content) {
        List<Part> parts = new ArrayList<>();
        message.optionalString("thinking").ifPresent(thought -> parts.add(new Part.Reasoning(thought, "")));
        if (!content.isEmpty()) {
            parts.add(Part.text(content));
        }
        message.optionalArray("tool_calls")
                .ifPresent(calls -> calls.forEach(one -> {
                    JsonObject function = one.asObject().object("function");
                    parts.add(new Part.ToolCall(
                            one.asObject().string("id"),
                            function.string("name"),
                            function.object("arguments").toString()));
                }));
        return parts;
    }

    private static ToolSpec tool(JsonObject tool) {
        check(tool.string("type").equals("function"), "Ollama knows no tools but functions");
        JsonObject function = tool.object("function");
        return ToolSpec.of(
                function.string("name"), function.string("description"), JsonSchema.of(function.object("parameters")));
    }

    private static ResponseFormat format(Json format) {
        if (format instanceof JsonObject schema) {
            return ResponseFormat.json(JsonSchema.of(schema));
        }
        check(format.asString().equals("json"), "Ollama knows no format " + format);
        return ResponseFormat.json();
    }

    private static Reasoning reasoning(Json think) {
        if (think instanceof JsonBool on) {
            return Reasoning.of(on.asBoolean() ? Reasoning.Effort.HIGH : Reasoning.Effort.NONE);
        }
        return Reasoning.of(Reasoning.Effort.valueOf(think.asString().toUpperCase(Locale.ROOT)));
    }

    private static Sampling sampling(JsonObject options) {
        Sampling.Builder sampling = Sampling.builder();
        options.optionalNumber("temperature").ifPresent(value -> sampling.temperature(value.doubleValue()));
        options.optionalNumber("top_p").ifPresent(value -> sampling.topP(value.doubleValue()));
        options.optionalNumber("top_k").ifPresent(value -> sampling.topK(value.intValue()));
        options.optionalNumber("num_predict").ifPresent(value -> sampling.maxTokens(value.intValue()));
        options.optionalLong("seed").ifPresent(sampling::seed);
        options.optionalNumber("frequency_penalty").ifPresent(value -> sampling.frequencyPenalty(value.doubleValue()));
        options.optionalNumber("presence_penalty").ifPresent(value -> sampling.presencePenalty(value.doubleValue()));
        options.optionalArray("stop")
                .ifPresent(
                        stop -> sampling.stop(stop.stream().map(Json::asString).toArray(String[]::new)));
        return sampling.build();
    }
}
