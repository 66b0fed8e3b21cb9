package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gator.tck.wire.WireServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Makes tests that exist once for each way of asking, each with a bench of its own. */
final class Benches {

    private final ChatModelContract subject;
    private final Duration patience;

    Benches(ChatModelContract subject, Duration patience) {
        this.subject = subject;
        this.patience = patience;
    }

    ChatDialect dialect() {
        return subject.dialect();
    }

    /** One test for each way of asking. */
    Stream<DynamicTest> bothWays(String name, Check check) {
        return Arrays.stream(Way.values())
                .map(way -> DynamicTest.dynamicTest(name + ", " + way, () -> run(way, check)));
    }

    /** One test for one way of asking. */
    Stream<DynamicTest> oneWay(String name, Way way, Check check) {
        return Stream.of(DynamicTest.dynamicTest(name + ", " + way, () -> run(way, check)));
    }

    /** One test for each way of asking, over a server that the test brings along. */
    Stream<DynamicTest> bothWays(String name, ServerStart start, Check check) {
        return Arrays.stream(Way.values())
                .map(way -> DynamicTest.dynamicTest(
                        name + ", " + way, () -> run(way, check, new ChatBench(subject, start.start()))));
    }

    private void run(Way way, Check check) {
        run(way, check, new ChatBench(subject));
    }

    private void run(Way way, Check check, ChatBench bench) {
        try (bench) {
            assertTimeoutPreemptively(
                    patience, () -> check.with(bench, way), "the call must end by itself long before this limit");
        }
    }

    /** What a test does. */
    @FunctionalInterface
    interface Check {
        void with(ChatBench bench, Way way);
    }

    /** Starts a server. */
    @FunctionalInterface
    interface ServerStart {
        WireServer start();
    }
}
