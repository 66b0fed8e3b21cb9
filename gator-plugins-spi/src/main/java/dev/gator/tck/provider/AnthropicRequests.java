package dev.gator.tck.provider;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.Reasoning;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
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
import java.util.Locale;

/** Reads requests back. */
final class AnthropicRequests {

    private AnthropicRequests() {}

    static boolean streams(RecordedRequest request) {
        return Json.parse(request.text()).asObject().optionalBool("stream").orElse(false);
    }

    static Seen<ChatRequest> chat(RecordedRequest request) {
        String version = request.header("anthropic-version").orElse("");
        check(version.equals("2023-06-01"), "Anthropic knows no version '" + version + "'");
        JsonObject body = Json.parse(request.text()).asObject();
        ChatRequest.Builder chat = ChatRequest.builder();
        body.optionalArray("system")
                .ifPresent(blocks -> blocks.forEach(block -> chat.message(system(block.asObject()))));
        body.array("messages").forEach(message -> chat.message(message(message.asObject())));
        body.optionalArray("tools").ifPresent(tools -> tools.forEach(tool -> chat.tools(tool(tool.asObject()))));
        body.optionalObject("tool_choice").ifPresent(choice -> chat.toolChoice(choice(choice)));
        body.optionalObject("thinking").ifPresent(thinking -> chat.reasoning(reasoning(thinking, body)));
        body.optionalObject("output_config")
                .flatMap(config -> config.optionalObject("format"))
                .ifPresent(format -> chat.format(ResponseFormat.json(JsonSchema.of(format.object("schema")))));
        chat.sampling(sampling(body));
        return new Seen<>(body.string("model"), request.header("x-api-key"), chat.build());
    }

    private static void check(boolean ok, String complaint) {
        if (!ok) {
            throw new AssertionError(complaint);
        }
    }

    private static Message system(JsonObject block) {
        check(block.string("type").equals("text"), "Anthropic's instructions are text: " + block);
        return new Message.Instructions(block.string("text"), isMarked(block));
    }

    private static Message message(JsonObject message) {
        JsonArray blocks = blocks(message.member("content"));
        boolean marked = blocks.stream().anyMatch(block -> isMarked(block.asObject()));
        List<Part> parts = new ArrayList<>();
        blocks.forEach(block -> parts.add(part(block.asObject())));
        if (message.string("role").equals("assistant")) {
            return new Message.Assistant(parts, marked);
        }
        check(message.string("role").equals("user"), "Anthropic knows no role " + message.string("role"));
        if (parts.get(0) instanceof Part.ToolResult) {
            return new Message.ToolResults(
                    parts.stream().map(Part.ToolResult.class::cast).toList(), marked);
        }
        return new Message.User(parts, marked);
    }

    private static JsonArray blocks(Json content) {
        if (content instanceof JsonString text) {
            return JsonArray.of(JsonObject.builder()
                    .put("type", "text")
                    .put("text", text.asString())
                    .build());
        }
        JsonArray blocks = content.asArray();
        check(!blocks.isEmpty(), "Anthropic refuses messages without content");
        return blocks;
    }

    private static Part part(JsonObject block) {
        return switch (block.string("type")) {
            case "text" -> {
                check(!block.string("text").isEmpty(), "Anthropic refuses empty text");
                yield Part.text(block.string("text"));
            }
            case "thinking" -> new Part.Reasoning(block.string("thinking"), block.string("signature"));
            case "redacted_thinking" -> new Part.Reasoning("", block.string("data"));
            case "tool_use" ->
                new Part.ToolCall(
                        block.string("id"),
                        block.string("name"),
                        block.object("input").toString());
            case "tool_result" ->
                new Part.ToolResult(
                        block.string("tool_use_id"),
                        "",
                        block.string("content"),
                        block.optionalBool("is_error").orElse(false));
            case "image", "document" -> Part.file(file(block.object("source")));
            default -> throw new AssertionError("Anthropic knows no block of type " + block.string("type"));
        };
    }

    private static Attachment file(JsonObject source) {
        return switch (source.string("type")) {
            case "base64" ->
                Attachment.of(
                        Base64.getDecoder().decode(source.string("data")),
                        MediaType.parse(source.string("media_type")));
            case "url" -> Attachment.link(URI.create(source.string("url")), MediaType.PNG);
            case "text" ->
                Attachment.of(source.string("data").getBytes(java.nio.charset.StandardCharsets.UTF_8), MediaType.TEXT);
            default -> throw new AssertionError("Anthropic knows no source of type " + source.string("type"));
        };
    }

    private static boolean isMarked(JsonObject block) {
        return block.optionalObject("cache_control").isPresent();
    }

    private static ToolSpec tool(JsonObject tool) {
        return ToolSpec.of(tool.string("name"), tool.string("description"), JsonSchema.of(tool.object("input_schema")));
    }

    private static ToolChoice choice(JsonObject choice) {
        return switch (choice.string("type")) {
            case "auto" -> ToolChoice.auto();
            case "any" -> ToolChoice.required();
            case "none" -> ToolChoice.none();
            case "tool" -> ToolChoice.tool(choice.string("name"));
            default -> throw new AssertionError("Anthropic knows no tool choice " + choice);
        };
    }

    private static Reasoning reasoning(JsonObject thinking, JsonObject body) {
        return switch (thinking.string("type")) {
            case "enabled" -> {
                int budget = thinking.number("budget_tokens").intValue();
                check(budget >= 1024, "Anthropic wants a budget of at least 1024");
                check(budget < body.number("max_tokens").intValue(), "Anthropic wants a budget below max_tokens");
                yield Reasoning.ofTokens(budget);
            }
            case "adaptive" ->
                Reasoning.of(body.optionalObject("output_config")
                        .flatMap(config -> config.optionalString("effort"))
                        .map(word -> Reasoning.Effort.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Reasoning.Effort.HIGH));
            case "disabled" -> Reasoning.of(Reasoning.Effort.NONE);
            default -> throw new AssertionError("Anthropic knows no thinking of type " + thinking);
        };
    }

    private static Sampling sampling(JsonObject body) {
        Sampling.Builder sampling = Sampling.builder();
        sampling.maxTokens(body.number("max_tokens").intValue());
        body.optionalNumber("temperature").ifPresent(value -> {
            check(value.doubleValue() <= 1, "Anthropic's temperatures end at 1");
            sampling.temperature(value.doubleValue());
        });
        body.optionalNumber("top_p").ifPresent(value -> sampling.topP(value.doubleValue()));
        body.optionalNumber("top_k").ifPresent(value -> sampling.topK(value.intValue()));
        body.optionalArray("stop_sequences")
                .ifPresent(
                        stop -> sampling.stop(stop.stream().map(Json::asString).toArray(String[]::new)));
        return sampling.build();
    }
}
