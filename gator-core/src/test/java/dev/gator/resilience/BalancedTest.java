package dev.gator.resilience;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.resilience.BalancePolicy.Spread;
import dev.gator.testing.Gate;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BalancedTest {

    private final ManualTime time = ManualTime.create();
    private final ScriptedModel one = ScriptedModel.answering(r -> "one");
    private final ScriptedModel two = ScriptedModel.answering(r -> "two");
    private final ScriptedModel three = ScriptedModel.answering(r -> "three");
    private final ChatRequest request = ChatRequest.of("hi").withContext(time.context());

    @Test
    void roundRobinKeepsTheWeights() {
        Balanced balanced = over(BalancePolicy.defaults().withSpread(Spread.ROUND_ROBIN), 3, 2, 1);
        for (int i = 0; i < 60; i++) {
            balanced.chat(request);
        }

        assertEquals(List.of(30, 20, 10), List.of(one.calls(), two.calls(), three.calls()));
    }

    @Test
    void theBusyReplicaGetsNoMore() {
        for (Spread spread : List.of(Spread.LEAST_OUTSTANDING, Spread.TWO_CHOICES)) {
            Balanced balanced = Balanced.over(
                    List.of(Replica.<ChatModel>of(one), Replica.<ChatModel>of(two)),
                    BalancePolicy.defaults().withSpread(spread),
                    alternating());
            Gate gate = Gate.closed();
            one.behind(gate);
            int before = one.calls();
            CompletableFuture<ChatReply> stuck = supplyAsync(() -> balanced.chat(request));
            one.awaitCalls(before + 1);
            for (int i = 0; i < 10; i++) {
                assertEquals("two", balanced.chat(request).text());
            }
            gate.open();
            stuck.join();
        }
    }

    @Test
    void putsAnIllReplicaAsideAndProbesItLater() {
        for (int i = 0; i < 3; i++) {
            one.fail(ProviderError.SERVER_ERROR);
        }
        Balanced balanced = over(BalancePolicy.defaults().withSpread(Spread.ROUND_ROBIN), 1, 1, 1);
        for (int i = 0; i < 30; i++) {
            balanced.chat(request);
        }
        assertEquals(3, one.calls());

        one.fail(ProviderError.SERVER_ERROR);
        time.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 30; i++) {
            balanced.chat(request);
        }
        assertEquals(4, one.calls());

        time.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 30; i++) {
            balanced.chat(request);
        }
        assertTrue(one.calls() >= 13, "calls: " + one.calls());
    }

    @Test
    void aFailedStreamGoesOnElsewhereBeforeItsFirstContent() {
        one.fail(ProviderError.UNREACHABLE);
        Balanced balanced = Balanced.over(
                List.of(Replica.<ChatModel>of(one), Replica.<ChatModel>of(two)),
                BalancePolicy.defaults().withSpread(Spread.ROUND_ROBIN));
        try (ChatStream stream = balanced.stream(request)) {
            assertEquals("two", stream.reply().text());
        }
        one.fail(ProviderError.BAD_REQUEST);
        two.fail(ProviderError.BAD_REQUEST);
        assertThrows(GatorException.class, () -> balanced.chat(request));
        assertEquals(3, one.calls() + two.calls(), "a bad request is bad everywhere");
    }

    @Test
    void asksSomebodyEvenWhenAllAreIll() {
        ScriptedModel ill = ScriptedModel.create()
                .fail(ProviderError.SERVER_ERROR)
                .fail(ProviderError.SERVER_ERROR)
                .fail(ProviderError.SERVER_ERROR)
                .reply("well again");
        Balanced balanced = Balanced.over(ill);
        for (int i = 0; i < 3; i++) {
            assertThrows(GatorException.class, () -> balanced.chat(request));
        }

        assertEquals("well again", balanced.chat(request).text());
    }

    @Test
    void aSessionStaysWhereItIsWhileThatReplicaIsWell() {
        Balanced balanced = over(BalancePolicy.defaults().stickingToOwner(), 1, 1, 1);
        for (int user = 0; user < 30; user++) {
            ChatRequest mine = of("user" + user);
            String first = balanced.chat(mine).text();
            for (int i = 0; i < 3; i++) {
                assertEquals(first, balanced.chat(mine).text());
            }
        }
        for (ScriptedModel model : List.of(one, two, three)) {
            assertTrue(model.calls() >= 12, "calls: " + model.calls());
        }
    }

    @Test
    void replicasOfOneModelKeepItsId() {
        assertEquals(one.card().id(), Balanced.over(one, two).card().id());
        assertEquals(
                "balanced:a:x+1",
                Balanced.over(ScriptedModel.named("a:x"), two).card().id());
    }

    private ChatRequest of(String user) {
        return request.withContext(time.context().withOwner(Owner.user(user)));
    }

    private Balanced over(BalancePolicy policy, int... weights) {
        List<ChatModel> models = List.of(one, two, three);
        return Balanced.over(
                List.of(
                        new Replica<>(models.get(0), weights[0]),
                        new Replica<>(models.get(1), weights[1]),
                        new Replica<>(models.get(2), weights[2])),
                policy,
                RandomGeneratorFactory.of("L64X128MixRandom").create(3));
    }

    /** Draws the first replica, then the second, and so on, so that two choices always see both. */
    private static RandomGenerator alternating() {
        long[] next = {0};
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return next[0]++;
            }

            @Override
            public int nextInt(int bound) {
                return (int) (next[0]++ % bound);
            }
        };
    }
}
