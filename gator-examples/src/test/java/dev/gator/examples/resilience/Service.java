package dev.gator.examples.resilience;

import dev.gator.chat.ChatModel;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.Timeouts;
import dev.gator.provider.openai.OpenAi;
import dev.gator.secret.Secret;
import dev.gator.tck.Scripted;
import dev.gator.tck.WireFailure;
import dev.gator.tck.provider.OpenAiWire;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.time.Duration;
import java.util.function.Function;

/** A service on a loopback socket that speaks OpenAI's language, and a provider that talks to it. */
final class Service implements AutoCloseable {

    private static final OpenAiWire WIRE = OpenAiWire.create();

    private final WireServer server = WireServer.start();
    private final OpenAi provider = OpenAi.of(ProviderConfig.builder()
            .baseUrl(server.url() + WIRE.basePath())
            .key(Secret.of("test-key"))
            .timeouts(Timeouts.defaults().withTotal(Duration.ofSeconds(20)))
            .build());

    /** Answers each request as told; the function sees whether a stream was asked for. */
    static Service answering(Function<RecordedRequest, WireReply> choice) {
        Service service = new Service();
        service.server.otherwise(choice);
        return service;
    }

    /** Answers these, one after the other, the last one for ever. */
    static Service answering(WireReply... replies) {
        Service service = new Service();
        service.server.on("POST", WIRE.basePath() + "/chat/completions").reply(replies);
        return service;
    }

    ChatModel model() {
        return provider.chat("gpt-test");
    }

    WireServer server() {
        return server;
    }

    static WireReply whole(String text) {
        return WIRE.whole(Scripted.text(text));
    }

    static WireReply streamed(String... words) {
        return WIRE.stream(Scripted.text(words)).reply();
    }

    static WireReply failing(WireFailure kind) {
        return WIRE.failure(kind).orElseThrow();
    }

    @Override
    public void close() {
        provider.close();
        server.close();
    }
}
