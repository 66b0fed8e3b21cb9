package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gator.provider.ProviderConfig;
import dev.gator.provider.Timeouts;
import dev.gator.secret.Secret;
import dev.gator.secret.SecretSource;
import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A service played by the wire server, and the configuration that leads to it. */
final class ServiceBench<D extends WireDialect> implements AutoCloseable {

    /** A key that must never be seen anywhere but in the request. */
    static final String CANARY = "sk-canary-7f3a91c2d4";

    /** No test waits longer than this for something that must happen. */
    static final Duration SOON = Duration.ofSeconds(5);

    /** How long a request that must not come may take to show up. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final Timeouts HASTY =
            new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofMillis(200));
    private static final long SMALL = 1L << 20;

    private final D dialect;
    private final WireServer server;

    ServiceBench(D dialect, WireServer server) {
        this.dialect = dialect;
        this.server = server;
    }

    static <D extends WireDialect> ServiceBench<D> of(D dialect) {
        return new ServiceBench<>(dialect, WireServer.start());
    }

    D dialect() {
        return dialect;
    }

    WireServer server() {
        return server;
    }

    /** The configuration with the key, and with time limits that no honest answer needs. */
    ProviderConfig.Builder config() {
        return keyless().key(Secret.of(CANARY));
    }

    /** The same without a key, and without a place to find one. */
    ProviderConfig.Builder keyless() {
        return ProviderConfig.builder()
                .secrets(SecretSource.none())
                .baseUrl(server.url() + dialect.basePath())
                .timeouts(PATIENT);
    }

    /** The configuration with time limits that a fault outlasts; only for faults that must end by them. */
    ProviderConfig.Builder hasty() {
        return config().timeouts(HASTY);
    }

    /** The configuration with a size limit that a flood exceeds, and time enough to get there on a busy machine. */
    ProviderConfig.Builder small() {
        return config().maxAnswerBytes(SMALL);
    }

    /** Scripts what every request on that topic gets; others get a 404. */
    void answers(WireTopic topic, Function<RecordedRequest, WireReply> choice) {
        server.otherwise((RecordedRequest request) -> dialect.topic(request) == topic
                ? choice.apply(request)
                : WireReply.text(404, "nothing here: " + request));
    }

    /** Scripts what every request gets. */
    void answersAnything(WireReply reply) {
        server.otherwise(reply);
    }

    List<RecordedRequest> requests(WireTopic topic) {
        return server.requests().stream()
                .filter(request -> dialect.topic(request) == topic)
                .toList();
    }

    boolean speaks(WireTrait trait) {
        return dialect.traits().contains(trait);
    }

    void assertNothingSent() {
        assertFalse(server.awaitRequests(1, A_MOMENT), "a request was sent that must not have been");
    }

    @Override
    public void close() {
        server.close();
    }
}
