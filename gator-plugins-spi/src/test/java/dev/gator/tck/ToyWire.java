package dev.gator.tck;

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
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Usage;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A service that exists only in tests and can say everything. */
final class ToyWire implements ChatDialect {

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String basePath() {
        return "/v9";
    }

    @Override
    public Set<WireTrait> traits() {
        return EnumSet.allOf(WireTrait.class);
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        if (!request.method().equals("POST") || !request.path().equals("/v9/chat")) {
            return WireTopic.OTHER;
        }
        return Json.parse(request.text()).asObject().bool("stream") ? WireTopic.CHAT_STREAM : WireTopic.CHAT;
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return Optional.of(WireReply.json(
                kind.status(),
                JsonObject.builder().put("error", kind.name()).build().toString()));
    }

    @Override
    public Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        return Optional.of(opening(beginning)
                .data(JsonObject.builder().put("error", kind.name()).build().toString()));
    }

    @Override
    public WireReply whole(Scripted answer) {
        List<Json> parts = new ArrayList<>();
        for (Scripted.Piece piece : answer.pieces()) {
            parts.add(described(piece).put("all", piece.whole()).build());
        }
        return WireReply.json(end(answer)
                .put("id", answer.id())
                .put("model", answer.model())
                .put("parts", JsonArray.of(parts))
                .build()
                .toString());
    }

    @Override
    public WireStream stream(Scripted answer) {
        return opening(answer).terminal(end(answer).put("done", true).build().toString());
    }

    private static WireStream opening(Scripted answer) {
        WireStream stream = WireStream.events()
                .event(
                        "start",
                        JsonObject.builder()
                                .put("id", answer.id())
                                .put("model", answer.model())
                                .build()
                                .toString());
        for (Scripted.Piece piece : answer.pieces()) {
            stream = stream.data(described(piece).put("begin", true).build().toString());
            for (String chunk : piece.chunks()) {
                stream = stream.data(
                        JsonObject.builder().put("more", chunk).build().toString());
            }
        }
        return stream;
    }

    private static JsonObject.Builder described(Scripted.Piece piece) {
        JsonObject.Builder json = JsonObject.builder();
        if (piece instanceof Scripted.Call call) {
            return json.put("kind", "call").put("id", call.id()).put("tool", call.tool());
        }
        return piece instanceof Scripted.Thought thought
                ? json.put("kind", "thought").put("signature", thought.signature())
                : json.put("kind", "words");
    }

    private static JsonObject.Builder end(Scripted answer) {
        Usage usage = answer.usage();
        return JsonObject.builder()
                .put("finish", answer.finish().name())
                .put("in", usage.input())
                .put("out", usage.output())
                .put("cachedRead", usage.cachedRead())
                .put("cachedWrite", usage.cachedWrite())
                .put("thinking", usage.reasoning());
    }

    @Override
    public Seen<ChatRequest> readChat(RecordedRequest request) {
        JsonObject body = Json.parse(request.text()).asObject();
        ChatRequest.Builder chat = ChatRequest.builder().sampling(sampling(body));
        body.array("messages").forEach(message -> chat.message(message(message.asObject())));
        body.optionalArray("tools").ifPresent(all -> all.forEach(tool -> chat.tools(tool(tool.asObject()))));
        body.optionalString("toolChoice").ifPresent(choice -> chat.toolChoice(choice(choice)));
        body.optionalObject("schema").ifPresent(schema -> chat.format(ResponseFormat.json(JsonSchema.of(schema))));
        body.optionalBool("json").ifPresent(any -> chat.format(ResponseFormat.json()));
        body.optionalString("reasoning").ifPresent(effort -> chat.reasoning(Reasoning.of(Reasoning.Effort.LOW)));
        return new Seen<>(body.string("model"), request.header("x-toy-key"), chat.build());
    }

    private static Sampling sampling(JsonObject body) {
        Sampling.Builder sampling = Sampling.builder();
        body.optionalNumber("temperature").ifPresent(n -> sampling.temperature(n.doubleValue()));
        body.optionalNumber("topP").ifPresent(n -> sampling.topP(n.doubleValue()));
        body.optionalNumber("topK").ifPresent(n -> sampling.topK((int) n.longValue()));
        body.optionalNumber("maxTokens").ifPresent(n -> sampling.maxTokens((int) n.longValue()));
        body.optionalNumber("seed").ifPresent(n -> sampling.seed(n.longValue()));
        body.optionalArray("stop")
                .ifPresent(all -> sampling.stop(all.stream().map(Json::asString).toArray(String[]::new)));
        return sampling.build();
    }

    private static Message message(JsonObject json) {
        List<Part> parts =
                json.array("parts").stream().map(part -> part(part.asObject())).toList();
        boolean cache = json.bool("cache");
        return switch (json.string("role")) {
            case "instructions" -> new Message.Instructions(parts.get(0).visibleText(), cache);
            case "user" -> new Message.User(parts, cache);
            case "tool" ->
                new Message.ToolResults(
                        parts.stream().map(Part.ToolResult.class::cast).toList(), cache);
            default -> new Message.Assistant(parts, cache);
        };
    }

    private static Part part(JsonObject json) {
        return switch (json.string("kind")) {
            case "file" -> Part.file(file(json));
            case "call" -> new Part.ToolCall(json.string("id"), json.string("tool"), json.string("all"));
            case "thought" -> new Part.Reasoning(json.string("all"), json.string("signature"));
            case "result" -> new Part.ToolResult(json.string("id"), "", json.string("all"), json.bool("error"));
            default -> Part.text(json.string("all"));
        };
    }

    private static Attachment file(JsonObject json) {
        MediaType type = MediaType.parse(json.string("type"));
        return json.optionalString("link")
                .map(link -> (Attachment) Attachment.link(URI.create(link), type))
                .orElseGet(() -> Attachment.of(Base64.getDecoder().decode(json.string("all")), type));
    }

    private static ToolSpec tool(JsonObject json) {
        return ToolSpec.of(json.string("name"), json.string("about"), JsonSchema.of(json.object("parameters")));
    }

    private static ToolChoice choice(String name) {
        return switch (name) {
            case "none" -> ToolChoice.none();
            case "required" -> ToolChoice.required();
            default -> ToolChoice.tool(name);
        };
    }
}
