package dev.gator.tck.provider;

import dev.gator.chat.ChatRequest;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import dev.gator.tck.ChatDialect;
import dev.gator.tck.Scripted;
import dev.gator.tck.Seen;
import dev.gator.tck.WireFailure;
import dev.gator.tck.WireStream;
import dev.gator.tck.WireTopic;
import dev.gator.tck.WireTrait;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.Optional;
import java.util.Set;

/** OpenAI's responses API, as the service documents it. */
public final class OpenAiResponsesWire implements ChatDialect {

    private OpenAiResponsesWire() {}

    /** Returns the dialect. */
    public static OpenAiResponsesWire create() {
        return new OpenAiResponsesWire();
    }

    @Override
    public String name() {
        return "OpenAI responses";
    }

    @Override
    public String basePath() {
        return "/v1";
    }

    @Override
    public Set<WireTrait> traits() {
        return Set.of(
                WireTrait.KEY,
                WireTrait.CALL_IDS,
                WireTrait.CACHED_READ,
                WireTrait.REASONING_USAGE,
                WireTrait.REASONING_TEXT,
                WireTrait.SIGNATURES,
                WireTrait.IMAGE_LINKS);
    }

    @Override
    public WireTopic topic(RecordedRequest request) {
        if (!request.path().equals("/v1/responses") || !request.method().equals("POST")) {
            return WireTopic.OTHER;
        }
        return OpenAiRequests.streams(request) ? WireTopic.CHAT_STREAM : WireTopic.CHAT;
    }

    @Override
    public Optional<WireReply> failure(WireFailure kind) {
        return Optional.of(OpenAiFailures.reply(kind));
    }

    @Override
    public Seen<ChatRequest> readChat(RecordedRequest request) {
        return OpenAiResponsesRequests.chat(request);
    }

    @Override
    public WireReply whole(Scripted answer) {
        return WireReply.json(OpenAiResponsesAnswers.whole(answer).toString());
    }

    @Override
    public WireStream stream(Scripted answer) {
        return new OpenAiResponsesAnswers(answer).stream();
    }

    @Override
    public Optional<WireStream> failingStream(Scripted beginning, WireFailure kind) {
        JsonObject error = OpenAiFailures.error(kind).object("error");
        JsonObject failed = JsonObject.builder()
                .put("type", "response.failed")
                .put(
                        "response",
                        OpenAiResponsesAnswers.top(beginning, "failed")
                                .put(
                                        "error",
                                        JsonObject.builder()
                                                .put("code", "server_error")
                                                .put("message", error.string("message"))
                                                .build())
                                .put("usage", Json.nul())
                                .build())
                .build();
        return Optional.of(
                new OpenAiResponsesAnswers(beginning).beginning().event("response.failed", failed.toString()));
    }
}
