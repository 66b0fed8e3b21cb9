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
import dev.gator.json.JsonArray;
import dev.gator.json.JsonNumber;
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
import java.util.Locale;
import java.util.Optional;

/** Reads requests back. */
final class OpenAiRequests {

    private OpenAiRequests() {}

    static boolean streams(RecordedRequest request) {
        return Json.parse(request.text()).asObject().optionalBool("stream").orElse(false);
    }

    static Optional<String> key(RecordedRequest request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7));
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
        messages(body.array("messages"), chat);
        chat.sampling(sampling(body));
        body.optionalArray("tools").ifPresent(tools -> tools.forEach(tool -> chat.tools(tool(tool.asObject()))));
        body.get("tool_choice").ifPresent(choice -> chat.toolChoice(choice(choice)));
        body.optionalObject("response_format").ifPresent(format -> chat.format(format(format)));
        body.optionalString("reasoning_effort").ifPresent(effort -> chat.reasoning(effort(effort)));
        return new Seen<>(body.string("model"), key(request), chat.build());
    }

    private static void messages(JsonArray all, ChatRequest.Builder chat) {
        List<Part.ToolResult> results = new ArrayList<>();
        for (Json one : all) {
            JsonObject message = one.asObject();
            if (message.string("role").equals("tool")) {
                results.add(new Part.ToolResult(message.string("tool_call_id"), "", message.string("content"), false));
                continue;
            }
            if (!results.isEmpty()) {
                chat.message(Message.toolResults(results));
                results = new ArrayList<>();
            }
            chat.message(message(message));
        }
        if (!results.isEmpty()) {
            chat.message(Message.toolResults(results));
        }
    }

    private static Message message(JsonObject message) {
        return switch (message.string("role")) {
            case "system", "developer" -> Message.system(message.string("content"));
            case "user" -> new Message.User(content(message.member("content")), false);
            case "assistant" -> assistant(message);
            default -> throw new AssertionError("OpenAI knows no role " + message.string("role"));
        };
    }

    private static Message assistant(JsonObject message) {
        List<Part> parts = new ArrayList<>();
        message.optionalString("content").filter(text -> !text.isEmpty()).ifPresent(text -> parts.add(Part.text(text)));
        message.optionalArray("tool_calls")
                .ifPresent(calls -> calls.forEach(call -> {
                    JsonObject function = call.asObject().object("function");
                    parts.add(new Part.ToolCall(
                            call.asObject().string("id"), function.string("name"), function.string("arguments")));
                }));
        return new Message.Assistant(parts, false);
    }

    private static List<Part> content(Json content) {
        if (content instanceof JsonString text) {
            return List.of(Part.text(text.asString()));
        }
        return content.asArray().stream().map(part -> part(part.asObject())).toList();
    }

    private static Part part(JsonObject part) {
        return switch (part.string("type")) {
            case "text" -> Part.text(part.string("text"));
            case "image_url" -> Part.file(file(part.object("image_url").string("url"), "picture"));
            case "file" -> {
                JsonObject file = part.object("file");
                yield Part.file(file(file.string("file_data"), file.string("filename")));
            }
            case "input_audio" -> {
                JsonObject sound = part.object("input_audio");
                MediaType type = sound.string("format").equals("wav") ? MediaType.WAV : MediaType.MP3;
                yield Part.file(Attachment.of(Base64.getDecoder().decode(sound.string("data")), type));
            }
            default -> throw new AssertionError("OpenAI knows no part of type " + part.string("type"));
        };
    }

    static Attachment file(String address, String name) {
        if (!address.startsWith("data:")) {
            return Attachment.link(URI.create(address), MediaType.PNG);
        }
        int comma = address.indexOf(";base64,");
        MediaType type = MediaType.parse(address.substring(5, comma));
        return Attachment.of(Base64.getDecoder().decode(address.substring(comma + 8)), type)
                .named(name);
    }

    private static Sampling sampling(JsonObject body) {
        Sampling.Builder sampling = Sampling.builder();
        number(body, "temperature").ifPresent(value -> sampling.temperature(value.doubleValue()));
        number(body, "top_p").ifPresent(value -> sampling.topP(value.doubleValue()));
        number(body, "top_k").ifPresent(value -> sampling.topK((int) value.longValue()));
        number(body, "max_tokens").ifPresent(value -> sampling.maxTokens((int) value.longValue()));
        number(body, "max_completion_tokens").ifPresent(value -> sampling.maxTokens((int) value.longValue()));
        number(body, "seed").ifPresent(value -> sampling.seed(value.longValue()));
        number(body, "frequency_penalty").ifPresent(value -> sampling.frequencyPenalty(value.doubleValue()));
        number(body, "presence_penalty").ifPresent(value -> sampling.presencePenalty(value.doubleValue()));
        body.optionalArray("stop")
                .ifPresent(
                        stop -> sampling.stop(stop.stream().map(Json::asString).toArray(String[]::new)));
        return sampling.build();
    }

    private static Optional<JsonNumber> number(JsonObject body, String name) {
        return body.optionalNumber(name);
    }

    private static ToolSpec tool(JsonObject tool) {
        JsonObject function = tool.object("function");
        return ToolSpec.of(
                function.string("name"), function.string("description"), JsonSchema.of(function.object("parameters")));
    }

    private static ToolChoice choice(Json choice) {
        if (choice instanceof JsonString word) {
            return switch (word.asString()) {
                case "none" -> ToolChoice.none();
                case "required" -> ToolChoice.required();
                case "auto" -> ToolChoice.auto();
                default -> throw new AssertionError("OpenAI knows no tool choice " + word);
            };
        }
        return ToolChoice.tool(choice.asObject().object("function").string("name"));
    }

    private static ResponseFormat format(JsonObject format) {
        if (format.string("type").equals("json_schema")) {
            JsonObject wrapped = format.object("json_schema");
            return ResponseFormat.json(JsonSchema.of(wrapped.object("schema")).named(wrapped.string("name")));
        }
        return ResponseFormat.json();
    }

    static Reasoning effort(String word) {
        return Reasoning.of(
                switch (word) {
                    case "none", "minimal" -> Reasoning.Effort.NONE;
                    default -> Reasoning.Effort.valueOf(word.toUpperCase(Locale.ROOT));
                });
    }
}
