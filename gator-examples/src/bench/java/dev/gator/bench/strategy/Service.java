package dev.gator.bench.strategy;

import dev.gator.chat.ChatModel;
import dev.gator.provider.ModelProvider;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.openai.OpenAi;
import dev.gator.secret.Secret;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.util.function.Function;

/** A service on a loopback socket whose behaviour is a function, and a model that calls it. */
final class Service implements AutoCloseable {

    static final String ANSWER =
            """
            {"id":"chatcmpl-1","object":"chat.completion","created":1760000000,"model":"bench","choices":[{"index":0,\
            "message":{"role":"assistant","content":"The capital of Portugal is Lisbon.","refusal":null},\
            "logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":25,"completion_tokens":19,\
            "total_tokens":44}}""";

    private final WireServer server;
    private final ModelProvider provider;

    private Service(WireServer server) {
        this.server = server;
        this.provider = OpenAi.of(ProviderConfig.builder()
                .baseUrl(server.url() + "/v1")
                .key(Secret.of("sk-bench"))
                .build());
    }

    static Service behaving(Function<RecordedRequest, WireReply> behaviour) {
        WireServer server = WireServer.start().keepingLast(1);
        server.on("POST", "/v1/chat/completions").reply(behaviour);
        return new Service(server);
    }

    ChatModel model(String name) {
        return provider.chat(name);
    }

    long requests() {
        return server.requestCount();
    }

    @Override
    public void close() {
        provider.close();
        server.close();
    }
}
