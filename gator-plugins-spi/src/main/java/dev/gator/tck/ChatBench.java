package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.GatorException;
import dev.gator.provider.ProviderConfig;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One test's service, the model that talks to it, and what can be asked about both. */
final class ChatBench implements AutoCloseable {

    static final String CANARY = ServiceBench.CANARY;
    static final Duration SOON = ServiceBench.SOON;

    private final ChatModelContract subject;
    private final ChatDialect dialect;
    private final ServiceBench<ChatDialect> service;
    private final WireServer server;
    private final List<ChatModel> models = new ArrayList<>();

    ChatBench(ChatModelContract subject) {
        this(subject, WireServer.start());
    }

    ChatBench(ChatModelContract subject, WireServer server) {
        this.subject = subject;
        this.dialect = subject.dialect();
        this.server = server;
        this.service = new ServiceBench<>(dialect, server);
    }

    ChatDialect dialect() {
        return dialect;
    }

    WireServer server() {
        return server;
    }

    ServiceBench<ChatDialect> service() {
        return service;
    }

    synchronized ChatModel model() {
        return models.isEmpty() ? model(service.config()) : models.get(0);
    }

    synchronized ChatModel model(ProviderConfig.Builder config) {
        ChatModel model = subject.model(config.build());
        models.add(model);
        return model;
    }

    /** Scripts the answer to every chat, whole or streamed as the request wants it. */
    ChatBench answers(Scripted answer) {
        return answers(dialect.whole(answer), dialect.stream(answer).reply());
    }

    /** Scripts what goes over the wire. */
    ChatBench answers(WireReply whole, WireReply streamed) {
        return answers(request -> dialect.topic(request) == WireTopic.CHAT ? whole : streamed);
    }

    /** Scripts what every chat gets, whole or streamed. */
    ChatBench answers(Function<RecordedRequest, WireReply> choice) {
        server.otherwise((RecordedRequest request) ->
                dialect.topic(request).isChat() ? choice.apply(request) : WireReply.text(404, "no chat: " + request));
        return this;
    }

    /** Asks both ways, proves that the replies are the same, and returns the reply. */
    ChatReply ask(ChatRequest request) {
        ChatReply whole = model().chat(request);
        try (ChatStream stream = model().stream(request)) {
            assertSame(whole, stream.reply());
        }
        return whole;
    }

    ChatReply ask(String question) {
        return ask(ChatRequest.of(question));
    }

    GatorException failure(Way way, ChatRequest request) {
        return failure(way, model(), request);
    }

    GatorException failure(Way way, ChatModel model, ChatRequest request) {
        return assertThrows(
                GatorException.class, () -> way.ask(model, request), "asking must fail, and only with GatorException");
    }

    /** The newest chat request as the service understood it. */
    Seen<ChatRequest> seen() {
        List<Seen<ChatRequest>> all = allSeen();
        return all.isEmpty() ? fail("no chat request has reached the service") : all.get(all.size() - 1);
    }

    List<Seen<ChatRequest>> allSeen() {
        return server.requests().stream()
                .filter(request -> dialect.topic(request).isChat())
                .map(dialect::readChat)
                .toList();
    }

    /** Asks both ways and returns what the service understood; both must be the same but for the streaming. */
    Seen<ChatRequest> seenFor(ChatRequest request) {
        answers(Scripted.text("fine"));
        ask(request);
        return seen();
    }

    void assertNothingSent() {
        service.assertNothingSent();
    }

    void assertSame(ChatReply whole, ChatReply streamed) {
        assertEquals(Facts.of(whole, dialect), Facts.of(streamed, dialect), "the reply, streamed and whole");
    }

    @Override
    public void close() {
        Closing.all(models);
        service.close();
    }
}
