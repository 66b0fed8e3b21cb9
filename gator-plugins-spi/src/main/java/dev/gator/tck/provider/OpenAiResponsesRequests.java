package dev.gator.tck.provider;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.json.JsonSchema;
import dev.gator.json.JsonString;
import dev.gator.tck.Seen;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;

/** Reads requests to the responses API back. */
final class OpenAiResponsesRequests {

    private final List<Message> messages = new ArrayList<>();
    private final List<Part> said = new ArrayList<>();
    private final List<Part.ToolResult> results = new ArrayList<>();

    private OpenAiResponsesRequests() {}

    static Seen<ChatRequest> chat(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        ChatRequest.Builder chat = ChatRequest.builder();
        chat.messages(new OpenAiResponsesRequests().input(body));
        chat.sampling(sampling(body));
        body.optionalArray("tools").ifPresent(tools -> tools.forEach(tool -> chat.tools(tool(tool.asObject()))));
        body.get("tool_choice").ifPresent(choice -> chat.toolChoice(choice(choice)));
        body.optionalObject("text").ifPresent(text -> chat.format(format(text.object("format"))));
        body.optionalObject("reasoning")
                .flatMap(reasoning -> reasoning.optionalString("effort"))
                .ifPresent(effort -> chat.reasoning(OpenAiRequests.effort(effort)));
        return new Seen<>(body.string("model"), OpenAiRequests.key(request), chat.build());
    }

    private List<Message> input(JsonObject body) {
        for (Json one : body.array("input")) {
            JsonObject item = one.asObject();
            String type = item.optionalString("type").orElse("message");
            switch (type) {
                case "message" -> message(item);
                case "function_call" ->
                    said.add(new Part.ToolCall(item.string("call_id"), item.string("name"), item.string("arguments")));
                case "function_call_output" ->
                    result(new Part.ToolResult(item.string("call_id"), "", item.string("output"), false));
                case "reasoning" -> said.add(new Part.Reasoning(summary(item), item.string("encrypted_content")));
                default -> throw new AssertionError("the responses API knows no item of type " + type);
            }
        }
        flush();
        return messages;
    }

    private void message(JsonObject item) {
        String role = item.string("role");
        if (role.equals("assistant")) {
            said.add(Part.text(item.string("content")));
            return;
        }
        flush();
        messages.add(
                role.equals("user")
                        ? new Message.User(
                                item.array("content").stream()
                                        .map(part -> part(part.asObject()))
                                        .toList(),
                                false)
                        : Message.system(item.string("content")));
    }

    private void result(Part.ToolResult result) {
        if (!said.isEmpty()) {
            flush();
        }
        results.add(result);
    }

    private void flush() {
        if (!said.isEmpty()) {
            messages.add(new Message.Assistant(said, false));
            said.clear();
        }
        if (!results.isEmpty()) {
            messages.add(Message.toolResults(results));
            results.clear();
        }
    }

    private static String summary(JsonObject item) {
        StringBuilder text = new StringBuilder();
        item.array("summary").forEach(part -> text.append(part.asObject().string("text")));
        return text.toString();
    }

    private static Part part(JsonObject part) {
        return switch (part.string("type")) {
            case "input_text" -> Part.text(part.string("text"));
            case "input_image" -> Part.file(OpenAiRequests.file(part.string("image_url"), "picture"));
            case "input_file" -> Part.file(OpenAiRequests.file(part.string("file_data"), part.string("filename")));
            default -> throw new AssertionError("the responses API knows no part of type " + part.string("type"));
        };
    }

    private static Sampling sampling(JsonObject body) {
        Sampling.Builder sampling = Sampling.builder();
        body.optionalNumber("temperature").ifPresent(value -> sampling.temperature(value.doubleValue()));
        body.optionalNumber("top_p").ifPresent(value -> sampling.topP(value.doubleValue()));
        body.optionalNumber("max_output_tokens").ifPresent(value -> sampling.maxTokens((int) value.longValue()));
        return sampling.build();
    }

    private static ToolSpec tool(JsonObject tool) {
        return ToolSpec.of(tool.string("name"), tool.string("description"), JsonSchema.of(tool.object("parameters")));
    }

    private static ToolChoice choice(Json choice) {
        if (choice instanceof JsonString word) {
            return word.asString().equals("none") ? ToolChoice.none() : ToolChoice.required();
        }
        return ToolChoice.tool(choice.asObject().string("name"));
    }

    private static ResponseFormat format(JsonObject format) {
        return format.string("type").equals("json_schema")
                ? ResponseFormat.json(JsonSchema.of(format.object("schema")).named(format.string("name")))
                : ResponseFormat.json();
    }
}
