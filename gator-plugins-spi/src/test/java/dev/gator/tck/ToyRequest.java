package dev.gator.tck;

import dev.gator.chat.ChatRequest;
import dev.gator.chat.Message;
import dev.gator.chat.Part;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Sampling;
import dev.gator.chat.ToolChoice;
import dev.gator.content.Attachment;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes the toy model's requests. */
final class ToyRequest {

    private final ChatRequest request;
    private final boolean caching;
    private final Predicate<Flaw> flawed;

    ToyRequest(ChatRequest request, boolean caching, Predicate<Flaw> flawed) {
        this.request = request;
        this.caching = caching;
        this.flawed = flawed;
    }

    String json(String model, boolean stream) {
        JsonObject.Builder body = JsonObject.builder()
                .put("model", flawed.test(Flaw.WRONG_MODEL_NAME) ? "toy:" + model : model)
                .put("stream", stream)
                .put("messages", JsonArray.of(messages()));
        tools(body);
        format(body);
        sampling(body, request.sampling());
        if (!flawed.test(Flaw.NO_THINKING)) {
            request.reasoning()
                    .ifPresent(how -> body.put("reasoning", how.effort().name()));
        }
        return body.build().toString();
    }

    private void tools(JsonObject.Builder body) {
        List<Json> tools = new ArrayList<>();
        request.tools()
                .forEach(tool -> tools.add(JsonObject.builder()
                        .put("name", tool.name())
                        .put("about", tool.description())
                        .put("parameters", tool.parameters().json())
                        .build()));
        if (flawed.test(Flaw.DROPS_THE_SECOND_TOOL) && tools.size() > 1) {
            tools.remove(1);
        }
        body.putIf(!tools.isEmpty(), "tools", JsonArray.of(tools));
        ToolChoice choice = flawed.test(Flaw.IGNORES_TOOL_CHOICE) ? ToolChoice.auto() : request.toolChoice();
        if (choice instanceof ToolChoice.None) {
            body.put("toolChoice", "none");
        } else if (choice instanceof ToolChoice.Required) {
            body.put("toolChoice", "required");
        } else if (choice instanceof ToolChoice.Named named) {
            body.put("toolChoice", named.name());
        }
    }

    private void format(JsonObject.Builder body) {
        if (request.format() instanceof ResponseFormat.Schema schema && !flawed.test(Flaw.NO_SCHEMA)) {
            body.put("schema", schema.schema().json());
        } else if (request.format() instanceof ResponseFormat.AnyJson && !flawed.test(Flaw.NO_JSON_MODE)) {
            body.put("json", true);
        }
    }

    private void sampling(JsonObject.Builder body, Sampling sampling) {
        sampling.temperature().ifPresent(t -> body.put("temperature", t));
        if (flawed.test(Flaw.SENDS_A_DEFAULT_TEMPERATURE)
                && sampling.temperature().isEmpty()) {
            body.put("temperature", 0.7);
        }
        if (!flawed.test(Flaw.DROPS_TOP_P)) {
            sampling.topP().ifPresent(p -> body.put("topP", p));
        }
        sampling.topK().ifPresent(k -> body.put("topK", k));
        sampling.maxTokens().ifPresent(n -> body.put("maxTokens", n));
        if (!flawed.test(Flaw.DROPS_SEED)) {
            sampling.seed().ifPresent(seed -> body.put("seed", seed));
        }
        if (!flawed.test(Flaw.DROPS_STOP)) {
            body.putIf(!sampling.stop().isEmpty(), "stop", JsonArray.ofStrings(sampling.stop()));
        }
    }

    private List<Json> messages() {
        List<Json> all = new ArrayList<>();
        for (Message message : request.messages()) {
            if (message instanceof Message.Instructions && flawed.test(Flaw.DROPS_INSTRUCTIONS)) {
                continue;
            }
            all.add(JsonObject.builder()
                    .put("role", role(message))
                    .put("cache", caching && message.cachePoint() && !flawed.test(Flaw.NO_CACHE_POINTS))
                    .put(
                            "parts",
                            JsonArray.of(message.parts().stream()
                                    .filter(part -> !(part instanceof Part.File && flawed.test(Flaw.DROPS_FILES)))
                                    .map(this::part)
                                    .toList()))
                    .build());
        }
        return all;
    }

    private static String role(Message message) {
        if (message instanceof Message.Instructions) {
            return "instructions";
        }
        if (message instanceof Message.ToolResults) {
            return "tool";
        }
        return message instanceof Message.User ? "user" : "assistant";
    }

    private Json part(Part part) {
        JsonObject.Builder json = JsonObject.builder();
        if (part instanceof Part.File file) {
            return file(json.put("kind", "file"), file.attachment());
        }
        if (part instanceof Part.ToolCall call) {
            json.put("kind", "call").put("id", call.id()).put("tool", call.name());
            return json.put("all", call.arguments()).build();
        }
        if (part instanceof Part.ToolResult result) {
            String id = flawed.test(Flaw.LOSES_RESULT_IDS) ? "unknown" : result.callId();
            json.put("kind", "result").put("id", id).put("error", result.error());
            return json.put("all", result.content()).build();
        }
        if (part instanceof Part.Reasoning thought) {
            String signature = flawed.test(Flaw.LOSES_SIGNATURES) ? "" : thought.signature();
            return json.put("kind", "thought")
                    .put("signature", signature)
                    .put("all", thought.text())
                    .build();
        }
        return json.put("kind", "words").put("all", part.visibleText()).build();
    }

    private Json file(JsonObject.Builder json, Attachment attachment) {
        json.put("type", attachment.type().toString());
        if (attachment instanceof Attachment.Bytes bytes) {
            String data = bytes.base64();
            return json.put("all", flawed.test(Flaw.BREAKS_FILES) ? data.substring(0, 20) : data)
                    .build();
        }
        return json.put("link", ((Attachment.Link) attachment).address().toString())
                .build();
    }
}
