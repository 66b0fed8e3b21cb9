package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatModel;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.tck.wire.WireReply;
import dev.gator.tck.wire.WireServer;
import dev.gator.tck.wire.WireTls;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the tests of faults share. */
final class Faults {

    static final Scripted ANSWER = Scripted.text("half ", "an MARK ", "answer");

    /** What a broken connection may be called; where it breaks decides, and clients see that differently. */
    static final Set<ErrorCategory> BROKEN = Set.of(ErrorCategory.NETWORK, ErrorCategory.PROTOCOL);

    private static final int FLOOD = 4_000;

    private Faults() {}

    /** A model with time limits that a fault outlasts. */
    static ChatModel hasty(ChatBench bench) {
        return bench.model(bench.service().hasty());
    }

    /** A model with a size limit that a flood exceeds. */
    static ChatModel small(ChatBench bench) {
        return bench.model(bench.service().small());
    }

    /** An honest answer of four megabytes. */
    static Scripted flood() {
        String[] chunks = new String[FLOOD];
        Arrays.fill(chunks, "x".repeat(1_000));
        return Scripted.text(chunks);
    }

    static WireServer untrusted() {
        return WireServer.start(Untrusted.CERTIFICATE);
    }

    /** Making a certificate takes longer than all that is done with it. */
    private static final class Untrusted {
        static final WireTls CERTIFICATE = WireTls.selfSigned();
    }

    /** Makes an honest reply break. */
    @FunctionalInterface
    interface Break {
        WireReply of(WireReply honest);
    }

    /** Makes a stream. */
    @FunctionalInterface
    interface StreamOf {
        WireReply of(ChatBench bench);
    }

    /**
     * A fault that a whole answer and a stream may have.
     *
     * @param name what happens
     * @param how it happens
     * @param asked the model that meets it
     * @param allowed what the error may be called
     */
    record Fault(String name, Break how, Function<ChatBench, ChatModel> asked, Predicate<GatorException> allowed) {

        void check(ChatBench bench, Way way) {
            WireReply whole = how.of(bench.dialect().whole(ANSWER));
            WireReply streamed = how.of(bench.dialect().stream(ANSWER).reply());
            bench.answers(whole, streamed);
            GatorException e = bench.failure(way, asked.apply(bench), Samples.question());
            assertTrue(allowed.test(e), () -> name + " became " + e);
        }
    }
}
