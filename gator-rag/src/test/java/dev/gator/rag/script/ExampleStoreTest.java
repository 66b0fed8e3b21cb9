package dev.gator.rag.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.rag.text.RagError;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import dev.gator.store.VectorStore;
import dev.gator.testing.ScriptedEmbeddings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ExampleStoreTest {

    private static final ScriptRequest REQUEST = ScriptRequest.goal(Goal.CONVERSION);

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
    void aLevelThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.jsonl"),
                """
                {"text": "A script that is long enough", "sector": "pets", "hook_type": "story", "emotion": "joy", "performance_level": "hihg"}
                """);

        GatorException bad = assertThrows(GatorException.class, () -> ExampleStore.load(file));

        assertTrue(bad.getMessage().contains("line 1: performance_level \"hihg\""), bad.getMessage());
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
    void anOwnersExamplesAreItsOwnAndGatorsAreEverybodys() {
        ExampleStore store = ExampleStore.shipped();
        ExampleStore ann = store.forOwner(Owner.of("acme", "ann"));
        ExampleStore bob = store.forOwner(Owner.of("acme", "bob"));

        String id = ann.add(example(Sector.of("zoos"), true));

        assertEquals(1, ann.find(brand("zoos"), REQUEST, 5).size());
        assertEquals(List.of(), bob.find(brand("zoos"), REQUEST, 5));
        assertTrue(bob.get(id).isEmpty());
        assertEquals(0, bob.list(PageRequest.first(10)).items().size());
        assertFalse(bob.remove(id));
        assertEquals(
                StoreError.NOT_FOUND,
                assertThrows(GatorException.class, () -> bob.update(id, example(Sector.FOOD, true)))
                        .code());
        assertEquals(5, bob.find(brand("food"), REQUEST, 5).size());
        assertEquals(ann.size(), bob.size() + 1);
    }

    @Test
    void gatorsExamplesAreWrittenByNobody() {
        ExampleStore store = ExampleStore.shipped();

        List<Executable> attempts = List.of(
                () -> store.remove("food-1"),
                () -> store.update("food-1", example(Sector.FOOD, true)),
                () -> store.put(Map.of("food-1", example(Sector.FOOD, true))));

        for (Executable attempt : attempts) {
            assertEquals(
                    RagError.SHIPPED_EXAMPLE,
                    assertThrows(GatorException.class, attempt).code());
        }
        assertTrue(store.get("food-1").orElseThrow().text().length() > 50);
    }

    @Test
    void examplesOutliveTheFrontInTheVectorStoreBehindIt() {
        VectorStore kept = VectorStore.inMemory();
        ReelExample whole = new ReelExample(
                "First line of it.\nSecond line of it.",
                Sector.of("space_flight"),
                HookType.STORY,
                Emotion.of("awe"),
                false,
                7.25,
                Language.of("pt-BR"));
        String id = ExampleStore.over(kept).add(whole);

        ExampleStore again = ExampleStore.over(kept);

        assertEquals(whole, again.get(id).orElseThrow());
        assertEquals(id, again.add(whole));
        assertEquals(1, again.size());
        again.update(id, example(Sector.PETS, true));
        assertEquals(Sector.PETS, again.get(id).orElseThrow().sector());
    }

    @Test
    void pagesShowEveryExampleOnceAndAFileBringsThemBack(@TempDir Path folder) {
        ExampleStore store = ExampleStore.empty();
        Map<String, ReelExample> all = new HashMap<>();
        for (int i = 0; i < 57; i++) {
            all.put("one-" + i, example(Sector.FITNESS, i % 2 == 0));
        }
        store.put(all);

        Map<String, ReelExample> listed = new HashMap<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(10));
        int pages = 0;
        while (next.isPresent()) {
            Page<StoredExample> page = store.list(next.get());
            page.items().forEach(stored -> assertNull(listed.put(stored.id(), stored.example())));
            next = page.next(10);
            pages++;
        }
        store.export(folder.resolve("all.jsonl"));

        assertEquals(all, listed);
        assertEquals(6, pages);
        ExampleStore back = ExampleStore.load(folder.resolve("all.jsonl"));
        assertEquals(57, back.size());
        assertEquals(all.get("one-3"), back.get("one-3").orElseThrow());
        assertThrows(GatorException.class, () -> store.list(new PageRequest(10, "nonsense")));
    }

    @Test
    void qualityHasAReasonForEachPoint() {
        ExampleQuality shipped =
                new StoredExample("food-1", ExampleStore.shipped().get("food-1").orElseThrow()).quality();
        ExampleQuality poor = ExampleQuality.of(new ReelExample(
                "Things and things and things are things that things are",
                Sector.FOOD,
                HookType.STORY,
                Emotion.JOY,
                false,
                0,
                Language.EN));

        assertTrue(shipped.score() > 75, shipped.toString());
        assertTrue(poor.score() < 50, poor.toString());
        assertEquals(6, poor.reasons().size());
        assertTrue(poor.reasons().contains("0 of 15 for engagement: nobody measured it"), poor.toString());
        assertTrue(ExampleQuality.of(new ReelExample(
                        "Uma frase que ninguém aqui entende.",
                        Sector.FOOD,
                        HookType.STORY,
                        Emotion.JOY,
                        true,
                        1,
                        Language.of("pt")))
                .reasons()
                .contains("0 of 40 for language: there are no words of pt to judge by"));
    }

    @Test
    void whatDidBetterComesFirstAmongWhatFitsEqually() {
        ExampleStore store = ExampleStore.empty();
        store.put(Map.of("a", example(Sector.PETS, true), "b", example(Sector.PETS, true)));

        List<FoundExample> found = store.rankedBy((owner, id, example) -> id.equals("b") ? 0.9 : 0.1)
                .find(brand("pets"), REQUEST, 1);

        assertEquals("b", found.get(0).id());
        assertEquals("a", store.find(brand("pets"), REQUEST, 1).get(0).id());
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
