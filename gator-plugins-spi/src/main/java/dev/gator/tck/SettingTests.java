package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Sampling;
import dev.gator.chat.Warning;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Settings: each one arrives at the service or is reported as ignored, never dropped in silence. */
interface SettingTests {

    @TestFactory
    default Stream<DynamicTest> sendsASettingOrWarnsOfIt(Benches benches) {
        return Stream.of(
                        sent("temperature", s -> s.temperature(0.5), Sampling::temperature),
                        sent("topP", s -> s.topP(0.25), Sampling::topP),
                        sent("topK", s -> s.topK(17), Sampling::topK),
                        sent("maxTokens", s -> s.maxTokens(321), Sampling::maxTokens),
                        sent("frequencyPenalty", s -> s.frequencyPenalty(0.5), Sampling::frequencyPenalty),
                        sent("presencePenalty", s -> s.presencePenalty(-0.5), Sampling::presencePenalty),
                        sent("seed", s -> s.seed(42), Sampling::seed),
                        sent("stop", s -> s.stop("END", "FIN"), Sampling::stop))
                .flatMap(setting -> benches.bothWays(setting.name, setting::check));
    }

    @Test
    @Needs(Capability.SEED)
    default void sendsTheSeed(ChatBench bench) {
        Sampling sent = seen(bench, Sampling.builder().seed(42).build());
        assertEquals(42, sent.seed().orElseThrow());
    }

    @Test
    @Needs(Capability.STOP_SEQUENCES)
    default void sendsStopSequences(ChatBench bench) {
        Sampling sent = seen(bench, Sampling.builder().stop("END", "FIN").build());
        assertEquals(List.of("END", "FIN"), sent.stop());
    }

    @Test
    default void sendsTheLimitOfTheAnswer(ChatBench bench) {
        Sampling sent = seen(bench, Sampling.builder().maxTokens(321).build());
        assertEquals(321, sent.maxTokens().orElseThrow());
    }

    @Test
    default void tellsWarningsInTheFirstEventToo(ChatBench bench) {
        bench.answers(Scripted.text("fine"));
        ChatRequest everything = sampled(Sampling.builder()
                .topK(17)
                .seed(42)
                .frequencyPenalty(0.5)
                .presencePenalty(0.5)
                .build());
        ChatReply whole = bench.model().chat(everything);
        try (ChatStream stream = bench.model().stream(everything)) {
            ChatEvent.Started started = (ChatEvent.Started) stream.iterator().next();
            assertEquals(whole.warnings(), started.warnings());
        }
    }

    private static <T> Setting<T> sent(
            String name, Function<Sampling.Builder, Sampling.Builder> set, Function<Sampling, T> read) {
        return new Setting<>(name, set.apply(Sampling.builder()).build(), read);
    }

    private static Sampling seen(ChatBench bench, Sampling sampling) {
        return bench.seenFor(sampled(sampling)).content().sampling();
    }

    private static ChatRequest sampled(Sampling sampling) {
        return Samples.question().toBuilder().sampling(sampling).build();
    }

    /**
     * One setting.
     *
     * @param name what it is called in warnings
     * @param sampling it alone
     * @param read how to read it back
     */
    record Setting<T>(String name, Sampling sampling, Function<Sampling, T> read) {

        void check(ChatBench bench, Way way) {
            bench.answers(Scripted.text("fine"));
            ChatReply reply = way.ask(bench.model(), sampled(sampling));
            T arrived = read.apply(bench.seen().content().sampling());
            boolean arrivedWhole = arrived.equals(read.apply(sampling));
            boolean warned = reply.warnings().stream().map(Warning::setting).anyMatch(name::equals);
            assertFalse(arrivedWhole && warned, name + " was sent and yet reported as ignored");
            assertTrue(arrivedWhole || warned, name + " was neither sent nor reported as ignored; sent: " + arrived);
        }
    }
}
