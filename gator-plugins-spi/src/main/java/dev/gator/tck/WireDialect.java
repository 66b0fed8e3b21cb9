package dev.gator.tck;

import dev.gator.tck.wire.RecordedRequest;
import dev.gator.tck.wire.WireReply;
import java.util.Optional;
import java.util.Set;

/**
 * How a service speaks: the part that all its endpoints share. One class for each service implements this and those of
 * {@link ChatDialect}, {@link EmbeddingDialect}, {@link RerankDialect} and {@link ModelListDialect} that the service has.
 *
 * <p>A dialect plays the service, so it writes and reads the documented wire format on its own and never uses the code
 * that it is there to test. Implementations are thread-safe.
 */
public interface WireDialect {

    /** Returns the service's name, for reports. */
    String name();

    /** Returns what the service's base URL has after the host, such as {@code /v1}. */
    default String basePath() {
        return "";
    }

    /** Returns what the service can say on the wire. */
    Set<WireTrait> traits();

    /** Returns what a request is about; the path, and for some services a member of the body, tell. */
    WireTopic topic(RecordedRequest request);

    /** Returns what the service answers in that case, or empty if it has no answer of that kind. */
    Optional<WireReply> failure(WireFailure kind);
}
