package dev.gator.rag.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.Sector;
import dev.gator.store.KeyValueStore;
import dev.gator.testing.ManualTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HookBanditTest {

    private static final Owner ANN = Owner.of("acme", "ann");

    private final KeyValueStore store = KeyValueStore.inMemory(ManualTime.create());
    private final HookBandit bandit = HookBandit.over(store);

    @Test
    void drawsHaveTheMeanAndTheSpreadOfABetaDistribution() {
        Beta dice = new Beta(new SplittableRandom(7));
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double draw = dice.draw(3, 9);
            sum += draw;
            squares += draw * draw;
        }

        double mean = sum / draws;
        assertEquals(0.25, mean, 0.005);
        assertEquals(3 * 9 / (144.0 * 13), squares / draws - mean * mean, 0.001);
    }

    @Test
    void itFindsTheBestHookAndGoesOnTryingOthers() {
        Map<HookType, Double> truth = new HashMap<>();
        HookType.known().forEach(hook -> truth.put(hook, 0.3));
        truth.put(HookType.STORY, 0.7);
        SplittableRandom world = new SplittableRandom(11);
        Map<HookType, Integer> late = new HashMap<>();

        for (int round = 0; round < 600; round++) {
            HookType hook = bandit.choose(ANN, Sector.FOOD, round);
            bandit.learn(ANN, Sector.FOOD, hook, world.nextDouble() < truth.get(hook) ? 1 : 0);
            if (round >= 400) {
                late.merge(hook, 1, Integer::sum);
            }
        }

        assertTrue(late.get(HookType.STORY) > 150, late.toString());
        HookType.known()
                .forEach(hook -> assertTrue(bandit.known(ANN, Sector.FOOD, hook).count() > 0, hook.name()));
        assertEquals(0.7, bandit.known(ANN, Sector.FOOD, HookType.STORY).mean(), 0.08);
    }

    @Test
    void whatWasLearnedStaysWithSectorAndOwnerAndOutlivesTheBandit() {
        for (int i = 0; i < 60; i++) {
            bandit.learn(ANN, Sector.FOOD, HookType.STATISTIC, 1);
        }

        HookBandit again = HookBandit.over(store);
        long chosen = LongStream.range(0, 100)
                .filter(seed -> again.choose(ANN, Sector.FOOD, seed).equals(HookType.STATISTIC))
                .count();
        assertTrue(chosen > 80, chosen + " of 100");
        assertEquals(0, bandit.known(ANN, Sector.PETS, HookType.STATISTIC).count());
        assertEquals(
                0,
                bandit.known(Owner.of("acme", "bob"), Sector.FOOD, HookType.STATISTIC)
                        .count());
    }

    @Test
    void aSeedRepeatsAChoice() {
        for (long seed = 0; seed < 50; seed++) {
            assertEquals(bandit.choose(ANN, Sector.FOOD, seed), bandit.choose(ANN, Sector.FOOD, seed));
        }
        long different = new SplittableRandom(1)
                .longs(50)
                .mapToObj(seed -> bandit.choose(ANN, Sector.FOOD, seed))
                .distinct()
                .count();
        assertEquals(7, different);
    }

    @Test
    void anOutcomeIsWorthAHalfWhereItIsAsUsual() {
        RatePrior usual = new RatePrior(0.1, 100);

        bandit.learn(ANN, Sector.FOOD, HookType.STORY, Outcome.views(1_000).likes(100), usual);
        bandit.learn(ANN, Sector.FOOD, HookType.QUESTION, Outcome.views(10_000).likes(9_000), usual);

        assertEquals(0.5, bandit.known(ANN, Sector.FOOD, HookType.STORY).won(), 1e-12);
        assertTrue(bandit.known(ANN, Sector.FOOD, HookType.QUESTION).won() > 0.85);
        assertThrows(GatorException.class, () -> bandit.learn(ANN, Sector.FOOD, HookType.ANY, 1));
        assertThrows(GatorException.class, () -> bandit.learn(ANN, Sector.FOOD, HookType.STORY, 1.5));
    }
}
