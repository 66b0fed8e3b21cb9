package dev.gator.rag.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.rag.text.RagError;
import dev.gator.testing.ScriptedEmbeddings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleStoreTest {

    private static final ScriptRequest REQUEST = ScriptRequest.goal(Goal.CONVERSION);

    @Test
    void fourSectorsShipEightEnglishExamplesAndSomeSpanishOnes() {
        ExampleStore store = ExampleStore.shipped();

        assertEquals(48, store.size());
        for (String sector : List.of("fitness", "food", "travel", "technology")) {
            assertEquals(8, store.find(brand(sector), REQUEST, 50).size(), sector);
            assertEquals(
                    4, store.find(brand(sector), REQUEST.language("es"), 50).size(), sector);
        }
    }

    @Test
    void aRareSectorFindsAllItHasBehindAThousandOthers() {
        ExampleStore store = ExampleStore.empty();
        Map<String, ReelExample> all = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            all.put("fit-" + i, example(Sector.FITNESS, true));
        }
        all.put("pet-1", example(Sector.PETS, true));
        all.put("pet-2", example(Sector.PETS, true));
        all.put("pet-3", example(Sector.PETS, false));
        store.put(all);

        List<FoundExample> found = store.find(brand("pets"), REQUEST, 2);

        assertEquals(
                List.of("pet-1", "pet-2"), found.stream().map(FoundExample::id).toList());
        assertTrue(store.remove("pet-1"));
        assertFalse(store.remove("pet-1"));
        assertEquals(1, store.find(brand("pets"), REQUEST, 2).size());
    }

    @Test
    void meaningCountsWhereThereIsAnEmbeddingModel() {
        ExampleStore store = ExampleStore.withEmbeddings(ScriptedEmbeddings.create());
        store.addShipped();

        List<FoundExample> found = store.find(brand("food"), REQUEST, 3);

        assertEquals(3, found.size());
        assertTrue(found.get(0).similarity() >= found.get(2).similarity());
    }

    @Test
    void aBadLineIsNamedAndNothingIsAdded(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.jsonl"),
                """
                {"text": "A script that is long enough", "sector": "pets", "hook_type": "story", "emotion": "joy"}

                {"text": "no sector in this one here"}
                """);

        GatorException bad = assertThrows(GatorException.class, () -> ExampleStore.load(file));

        assertEquals(RagError.BAD_EXAMPLES, bad.code());
        assertTrue(bad.getMessage().contains("own.jsonl, line 3"), bad.getMessage());
        assertThrows(GatorException.class, () -> ExampleStore.load(folder.resolve("none")));
    }

    @Test
    void examplesOfAFileAreFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.jsonl"),
                """
                {"text": "A script that is long enough", "sector": "pets", "hook_type": "story", "emotion": "joy", "engagement_rate": 8.5}
                """);

        FoundExample found =
                ExampleStore.load(file).find(brand("pets"), REQUEST, 5).get(0);

        assertEquals(8.5, found.example().engagement());
        assertEquals(Language.EN, found.example().language());
    }

    @Test
    void cataloguesAreOpenButSpelledOneWay() {
        assertEquals(Sector.REAL_ESTATE, Sector.of("Real Estate"));
        assertEquals("real estate", Sector.REAL_ESTATE.toString());
        assertEquals(12, Sector.known().size());
        assertEquals(7, HookType.known().size());
        assertEquals(8, BrandVoice.known().size());
        assertEquals("space_flight", Sector.of("space-flight").name());
        assertThrows(GatorException.class, () -> HookType.of("  "));
        assertThrows(GatorException.class, () -> Emotion.of("joy!"));
    }

    @Test
    void badBriefsAreRefused() {
        assertThrows(GatorException.class, () -> REQUEST.seconds(14));
        assertThrows(GatorException.class, () -> BrandProfile.builder("Name").build());
        assertThrows(GatorException.class, () -> TargetAudience.EVERYBODY.ages(40, 30));
        assertThrows(GatorException.class, () -> new Range(4, 3));
    }

    private static BrandProfile brand(String sector) {
        return BrandProfile.builder("Brand")
                .sector(Sector.of(sector))
                .offer("good things")
                .build();
    }

    private static ReelExample example(Sector sector, boolean high) {
        return new ReelExample(
                "A script about something that matters.", sector, HookType.QUESTION, Emotion.JOY, high, 8, Language.EN);
    }
}
