package dev.gator.rag.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.rag.reel.Generation;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.Sector;
import dev.gator.rag.studio.GenerationMetrics.Count;
import dev.gator.rag.studio.GenerationMetrics.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenerationMetricsTest {

    private final GenerationMetrics metrics = GenerationMetrics.create();

    @Test
    void eachMakerIsCountedApart() {
        metrics.on(made("a", Sector.FOOD, HookType.STORY, 100, 1, true, false));
        metrics.on(made("a", Sector.FOOD, HookType.QUESTION, 300, 2, true, false));
        metrics.on(made("a", Sector.PETS, HookType.STORY, 200, 2, false, false));
        metrics.on(made("a", Sector.FOOD, HookType.STORY, 0, 1, true, true));
        metrics.on(new Generation(
                "a",
                Sector.FOOD,
                HookType.STORY,
                Duration.ofMillis(400),
                0,
                false,
                false,
                Optional.of("GATOR-PRV-012")));
        metrics.on(made("b", Sector.PETS, HookType.STORY, 10, 1, true, false));

        Figures a = metrics.of("a").orElseThrow();

        assertEquals(5, a.total());
        assertEquals(1, a.failed());
        assertEquals(1, a.cached());
        assertEquals(0.25, a.invalidRate());
        assertEquals(3 / 5.0, a.rejectedRate(), 1e-12);
        assertEquals(Duration.ofMillis(200), a.mean());
        assertEquals(List.of(new Count("food", 4), new Count("pets", 1)), a.sectors());
        assertEquals(List.of(new Count("story", 4), new Count("question", 1)), a.hooks());
        assertEquals(
                List.of("a", "b"), metrics.all().stream().map(Figures::model).toList());
        assertTrue(metrics.of("c").isEmpty());
    }

    @Test
    void openCataloguesDoNotFillTheMemory() {
        for (int i = 0; i < 1_500; i++) {
            metrics.on(made("a", Sector.of("sector-" + i), HookType.STORY, 1, 1, true, false));
        }

        List<Count> sectors = metrics.of("a").orElseThrow().sectors();

        assertEquals(1_001, sectors.size());
        assertEquals(new Count("others", 500), sectors.get(0));
    }

    private static Generation made(
            String model, Sector sector, HookType hook, long millis, int attempts, boolean valid, boolean cached) {
        return new Generation(
                model, sector, hook, Duration.ofMillis(millis), attempts, valid, cached, Optional.empty());
    }
}
