package dev.gator.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Overrides;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.Timeouts;
import dev.gator.secret.Secret;
import dev.gator.tck.wire.SseScript;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import dev.gator.tck.wire.WireTls;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransportTest {

    private static final Secret KEY = Secret.of("sk-canary-0123456789abcdef");
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final WireServer server = WireServer.start();
    private final List<Transport> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(Transport::close);
        server.close();
    }

    @Test
    void sendsBodyKeyAndHeadersAndReadsTheAnswer() {
        server.on("POST", "/v1/echo").reply(WireReply.json("{\"ok\":true}"));
        Answer answer = post(config(server.url() + "/v1").header("X-Team", "blue"), CallContext.create());

        assertTrue(answer.json().asObject().bool("ok"));
        assertEquals("{\"a\":1}", server.lastRequest().text());
        assertEquals(
                "Bearer " + KEY.reveal(),
                server.lastRequest().header("authorization").orElse(""));
        assertEquals("blue", server.lastRequest().header("x-team").orElse(""));
        assertTrue(server.lastRequest().header("content-type").orElse("").startsWith("application/json"));
    }

    @Test
    void unpacksGzip() {
        server.on("POST", "/echo").reply(WireReply.json("{\"ok\":true}").gzipped());
        assertTrue(post(config(server.url()), CallContext.create())
                .json()
                .asObject()
                .bool("ok"));
    }

    @Test
    void keepsConnections() {
        server.on("POST", "/echo").reply(request -> WireReply.json("{}"));
        Transport transport = transport(config(server.url()).build());
        Target target = target(config(server.url()), Overrides.none());
        for (int i = 0; i < 5; i++) {
            transport.post(target, "/echo", body(), CallContext.create());
        }
        assertEquals(1, server.connectionCount());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("400", WireReply.json(400, error("invalid_request_error", null)), ProviderError.BAD_REQUEST),
                fault("401", WireReply.json(401, error("x", "invalid_api_key")), ProviderError.BAD_KEY),
                fault("403", WireReply.status(403), ProviderError.FORBIDDEN),
                fault("404", WireReply.json(404, error("x", "model_not_found")), ProviderError.UNKNOWN_MODEL),
                fault("408", WireReply.status(408), ProviderError.NO_ANSWER_IN_TIME),
                fault("413", WireReply.status(413), ProviderError.REQUEST_TOO_LARGE),
                fault("422", WireReply.json(422, "{\"detail\":\"no\"}"), ProviderError.BAD_REQUEST),
                fault("429", WireReply.json(429, error("x", null)), ProviderError.RATE_LIMITED),
                fault("quota", WireReply.json(429, error("insufficient_quota", null)), ProviderError.QUOTA_EXHAUSTED),
                fault("500", WireReply.json(500, error("x", null)), ProviderError.SERVER_ERROR),
                fault("502", WireReply.text(502, "<h1>bad gateway</h1>"), ProviderError.SERVER_ERROR),
                fault("503", WireReply.status(503), ProviderError.OVERLOADED),
                fault("529", WireReply.status(529), ProviderError.OVERLOADED),
                fault(
                        "context",
                        WireReply.json(400, error("x", "context_length_exceeded")),
                        ProviderError.CONTEXT_TOO_LONG),
                fault("no head", WireReply.json("{}").silent(), ProviderError.NO_ANSWER_IN_TIME),
                fault("stall", WireReply.json("{}").hangingAfterHead(), ProviderError.NO_ANSWER_IN_TIME),
                fault(
                        "slow head",
                        WireReply.json("{}").drippingHead(Duration.ofMillis(50)),
                        ProviderError.NO_ANSWER_IN_TIME),
                fault(
                        "slow body",
                        WireReply.json("{\"a\":\"" + "x".repeat(1000) + "\"}").drippingBody(Duration.ofMillis(20)),
                        ProviderError.NO_ANSWER_IN_TIME),
                fault("reset", WireReply.json("{}").resetBeforeHead(), ProviderError.CONNECTION_LOST),
                fault("reset within", WireReply.json("{\"a\":1}").resetAfter(3), ProviderError.CONNECTION_LOST),
                fault("cut", WireReply.json("{\"a\":1}").cutAfter(3), ProviderError.CONNECTION_LOST),
                fault("too long", WireReply.json("{}").declaringLength(50).closing(), ProviderError.CONNECTION_LOST),
                fault(
                        "redirect",
                        WireReply.redirect(302, "http://169.254.169.254/"),
                        ProviderError.UNEXPECTED_REDIRECT),
                fault("bomb", WireReply.gzipBomb(200), ProviderError.ANSWER_TOO_LARGE),
                fault("huge", WireReply.huge("application/json", 120L << 20), ProviderError.ANSWER_TOO_LARGE),
                fault("page", WireReply.html("<h1>hello</h1>"), ProviderError.MALFORMED_ANSWER),
                fault("malformed", WireReply.malformedJson(), ProviderError.MALFORMED_ANSWER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void namesTheFault(String name, WireReply reply, ErrorCode expected) {
        server.on("POST", "/echo").reply(reply);
        boolean late = expected == ProviderError.NO_ANSWER_IN_TIME;
        ProviderConfig.Builder config = config(server.url())
                .maxAnswerBytes(16 << 20)
                .timeouts(late ? Timeouts.defaults().withTotal(SHORT) : Timeouts.defaults());
        GatorException e = assertThrows(
                GatorException.class, () -> post(config, CallContext.create()).json());
        assertEquals(expected, e.code(), e.getMessage());
        assertEquals(1, server.requestCount());
    }

    @Test
    void readsRetryAfter() {
        server.on("POST", "/echo")
                .reply(
                        WireReply.status(429).retryAfter(7),
                        WireReply.status(429).retryAfter(Instant.now().plusSeconds(60)));
        assertEquals(
                Duration.ofSeconds(7),
                failure(config(server.url())).retryAfter().orElseThrow());
        Duration date = failure(config(server.url())).retryAfter().orElseThrow();
        assertTrue(date.toSeconds() > 50 && date.toSeconds() <= 60, date.toString());
    }

    @Test
    void neverTellsTheKey() {
        String echo = "Incorrect API key provided: " + KEY.reveal() + " and sk-canary-0123 and Bearer abcdef";
        server.on("POST", "/echo").reply(WireReply.json(401, "{\"error\":{\"message\":\"" + echo + "\"}}"));
        GatorException e = failure(config(server.url()));
        assertFalse(e.toString().contains("canary"), e.toString());
        assertFalse(e.toString().contains("abcdef"), e.toString());
        assertTrue(e.getMessage().contains("***"), e.getMessage());
        Target target = target(config(server.url()), Overrides.none());
        assertFalse(target.toString().contains("canary"));
    }

    @Test
    void keepsTheKeyFromOtherHosts() {
        try (WireServer other = WireServer.start()) {
            other.on("POST", "/echo").reply(request -> WireReply.json("{}"));
            ProviderConfig.Builder config = config(server.url()).header("X-Gateway-Token", "secret");
            Transport transport = transport(config.build());
            Overrides elsewhere = Overrides.none().withBaseUrl(URI.create(other.url()));

            transport.post(target(config, elsewhere), "/echo", body(), CallContext.create());
            assertTrue(other.lastRequest().header("authorization").isEmpty());
            assertTrue(other.lastRequest().header("x-gateway-token").isEmpty());

            Overrides withKey = elsewhere.withKey(Secret.of("their-own-key"));
            transport.post(target(config, withKey), "/echo", body(), CallContext.create());
            assertEquals(
                    "Bearer their-own-key",
                    other.lastRequest().header("authorization").orElse(""));
            assertTrue(other.lastRequest().header("x-gateway-token").isEmpty());
        }
    }

    @Test
    void refusesBadCertificates() {
        try (WireServer secure = WireServer.start(WireTls.selfSigned())) {
            secure.on("POST", "/echo").reply(WireReply.json("{}"));
            assertEquals(ProviderError.TLS_FAILED, failure(config(secure.url())).code());
            assertEquals(0, secure.requestCount());
        }
    }

    @Test
    void tellsThatNobodyListens() {
        String gone = server.url();
        server.close();
        assertEquals(ProviderError.UNREACHABLE, failure(config(gone)).code());
    }

    @Test
    void cancelClosesTheSocketOfABlockedCall() throws Exception {
        server.on("POST", "/echo").reply(WireReply.json("{}").hangingAfterHead());
        Cancellation cancellation = Cancellation.create();
        CompletableFuture<ErrorCode> code = CompletableFuture.supplyAsync(
                () -> failure(config(server.url()), CallContext.create().withCancellation(cancellation))
                        .code());
        assertTrue(server.awaitRequests(1, SOON));
        cancellation.cancel();
        assertTrue(server.awaitClientClose(Duration.ofMillis(200)));
        assertEquals(CallError.CANCELLED, code.get(5, TimeUnit.SECONDS));
    }

    @Test
    void sendsNothingWhenItIsTooLate() {
        server.on("POST", "/echo").reply(WireReply.json("{}"));
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        CallContext cancelled = CallContext.create().withCancellation(cancellation);
        assertEquals(
                CallError.CANCELLED, failure(config(server.url()), cancelled).code());
        assertEquals(0, server.connectionCount());
    }

    @Test
    void keepsTheDeadline() {
        server.on("POST", "/echo").reply(WireReply.json("{}").hangingAfterHead());
        CallContext context = CallContext.create().withTimeout(SHORT);
        assertEquals(CallError.DEADLINE, failure(config(server.url()), context).code());
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void refusesToWorkWhenClosed() {
        Transport transport = transport(config(server.url()).build());
        transport.close();
        Target target = target(config(server.url()), Overrides.none());
        GatorException e =
                assertThrows(GatorException.class, () -> transport.post(target, "/echo", body(), CallContext.create()));
        assertEquals(CallError.CLOSED, e.code());
    }

    @Test
    void streamsEventsAndKeepsTheConnection() {
        server.on("POST", "/echo")
                .reply(WireReply.sse(SseScript.of("one", "two").comment("ping").terminal("[DONE]")));
        Transport transport = transport(config(server.url()).build());
        try (EventStream stream = events(transport, CallContext.create())) {
            assertTrue(stream.next());
            assertEquals("one", stream.data());
            assertTrue(stream.next());
            assertEquals("two", stream.data());
            assertTrue(stream.next());
            assertTrue(stream.dataIs("[DONE]".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            stream.complete();
        }
        events(transport, CallContext.create()).close();
        assertEquals(1, server.connectionCount());
    }

    @Test
    void limitsTheTimeToTheFirstEvent() {
        server.on("POST", "/echo").reply(WireReply.sse("one").hangingAfterHead());
        assertEquals(ProviderError.NO_ANSWER_IN_TIME, streamFailure(SHORT, SOON).code());
    }

    @Test
    void limitsTheTimeBetweenEventsHoweverTheBytesTrickle() {
        server.on("POST", "/echo")
                .reply(
                        WireReply.sse(SseScript.of("one").hang()),
                        WireReply.sse("one", "x".repeat(5000)).drippingBody(Duration.ofMillis(20)));
        assertEquals(ProviderError.NO_ANSWER_IN_TIME, streamFailure(SOON, SHORT).code());
        assertEquals(ProviderError.NO_ANSWER_IN_TIME, streamFailure(SOON, SHORT).code());
    }

    @Test
    void boundsAnEndlessStream() {
        server.on("POST", "/echo").reply(WireReply.endlessSse(SseScript.of("x".repeat(1000))));
        assertEquals(ProviderError.ANSWER_TOO_LARGE, streamFailure(SOON, SOON).code());
        assertTrue(server.awaitClientClose(SOON));
    }

    @Test
    void closeFromAnotherThreadWakesTheReader() throws Exception {
        server.on("POST", "/echo").reply(WireReply.sse(SseScript.of("one").hang()));
        Transport transport = transport(config(server.url()).build());
        EventStream stream = events(transport, CallContext.create());
        assertTrue(stream.next());
        CompletableFuture<ErrorCode> code = CompletableFuture.supplyAsync(
                () -> assertThrows(GatorException.class, stream::next).code());
        stream.close();
        assertTrue(server.awaitClientClose(Duration.ofMillis(200)));
        assertEquals(CallError.CANCELLED, code.get(5, TimeUnit.SECONDS));
    }

    private GatorException streamFailure(Duration first, Duration between) {
        ProviderConfig config = config(server.url())
                .maxAnswerBytes(1 << 20)
                .timeouts(Timeouts.defaults().withEvents(first, between))
                .build();
        Transport transport = transport(config);
        try (EventStream stream = events(transport, CallContext.create())) {
            return assertThrows(GatorException.class, () -> {
                while (stream.next()) {
                    assertFalse(stream.data().isEmpty());
                }
            });
        }
    }

    private EventStream events(Transport transport, CallContext context) {
        return transport.events(target(config(server.url()), Overrides.none()), "/echo", body(), context);
    }

    private GatorException failure(ProviderConfig.Builder config) {
        return failure(config, CallContext.create());
    }

    private GatorException failure(ProviderConfig.Builder config, CallContext context) {
        return assertThrows(GatorException.class, () -> post(config, context));
    }

    private Answer post(ProviderConfig.Builder config, CallContext context) {
        return transport(config.build()).post(target(config, Overrides.none()), "/echo", body(), context);
    }

    private Transport transport(ProviderConfig config) {
        Transport transport = new Transport(config, ErrorDialect.standard());
        opened.add(transport);
        return transport;
    }

    private static Target target(ProviderConfig.Builder config, Overrides overrides) {
        return Endpoint.of("test", URI.create("https://api.example.com"), config.build())
                .key("TEST_KEY", KeyHeader.BEARER)
                .build()
                .resolve(overrides);
    }

    private static ProviderConfig.Builder config(String url) {
        return ProviderConfig.builder().key(KEY).baseUrl(url);
    }

    private static JsonBody body() {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeNumberField("a", 1);
            json.writeEndObject();
        });
    }

    private static Arguments fault(String name, WireReply reply, ErrorCode expected) {
        return Arguments.of(name, reply, expected);
    }

    private static String error(String type, String code) {
        return "{\"error\":{\"type\":\"" + type + "\",\"code\":" + (code == null ? "null" : "\"" + code + "\"")
                + ",\"message\":\"no\"}}";
    }
}
