package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Overrides;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.secret.Secret;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is different for one call alone, and many calls at once. */
interface CallTests {

    @Test
    default void asksAnotherModelForOneCall(ChatBench bench) {
        assertEquals(
                "another-model",
                bench.seenFor(with(Overrides.none().withModel("another-model"))).model());
        assertEquals(
                bench.model().card().name(), bench.seenFor(Samples.question()).model());
    }

    @Test
    @Needs(traits = WireTrait.KEY)
    default void signsOneCallWithAnotherKey(ChatBench bench) {
        Overrides tenant = Overrides.none().withKey(Secret.of("sk-of-the-tenant"));
        assertEquals(
                Optional.of("sk-of-the-tenant"), bench.seenFor(with(tenant)).key());
        assertEquals(
                Optional.of(ChatBench.CANARY), bench.seenFor(Samples.question()).key());
    }

    @Test
    default void callsAnotherAddressForOneCall(ChatBench bench) {
        try (WireServer other = WireServer.start()) {
            serve(other, bench, "elsewhere");
            Overrides elsewhere = Overrides.none()
                    .withBaseUrl(URI.create(other.url() + bench.dialect().basePath()))
                    .withKey(Secret.of("sk-of-elsewhere"));
            assertEquals("elsewhere", bench.ask(with(elsewhere)).text());
            bench.assertNothingSent();
        }
    }

    @Test
    @Needs(traits = WireTrait.KEY)
    default void neverSendsItsKeyToAnotherAddress(ChatBench bench) {
        try (WireServer other = WireServer.start()) {
            serve(other, bench, "elsewhere");
            Overrides elsewhere = Overrides.none()
                    .withBaseUrl(URI.create(other.url() + bench.dialect().basePath()));
            for (Way way : Way.values()) {
                askOrFail(way, bench.model(), with(elsewhere));
            }
            for (RecordedRequest request : other.requests()) {
                String all = request.target() + request.headers() + request.text();
                assertTrue(!all.contains(ChatBench.CANARY), "the configured key went to another address: " + request);
            }
        }
    }

    @Test
    default void answersManyCallersAtOnceEachWithItsOwn(ChatBench bench) {
        bench.answers(request -> echo(bench, request));
        ChatModel model = bench.model();
        ExecutorService callers = Executors.newFixedThreadPool(32);
        try {
            List<CompletableFuture<String>> answers = IntStream.range(0, 128)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> (i % 2 == 0 ? Way.CHAT : Way.STREAM)
                                    .ask(model, ChatRequest.of("question " + i))
                                    .text(),
                            callers))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertEquals("you said question " + i, answers.get(i).join());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void askOrFail(Way way, ChatModel model, ChatRequest request) {
        try {
            assertEquals("elsewhere", way.ask(model, request).text());
        } catch (GatorException e) {
            assertNotEquals("", e.remedy(), "to refuse is as good as to ask without a key");
        }
    }

    private static ChatRequest with(Overrides overrides) {
        return Samples.question().toBuilder().overrides(overrides).build();
    }

    private static void serve(WireServer server, ChatBench bench, String text) {
        Scripted answer = Scripted.text(text);
        server.otherwise((RecordedRequest request) -> reply(bench.dialect(), request, answer));
    }

    private static WireReply echo(ChatBench bench, RecordedRequest request) {
        String asked =
                bench.dialect().readChat(request).content().messages().get(0).text();
        return reply(bench.dialect(), request, Scripted.text("you ", "said ", asked));
    }

    private static WireReply reply(ChatDialect dialect, RecordedRequest request, Scripted answer) {
        return dialect.topic(request) == WireTopic.CHAT
                ? dialect.whole(answer)
                : dialect.stream(answer).reply();
    }
}
