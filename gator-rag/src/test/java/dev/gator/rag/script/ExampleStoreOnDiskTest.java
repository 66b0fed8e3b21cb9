package dev.gator.rag.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.content.Language;
import dev.gator.embed.EmbeddingModel;
import dev.gator.rag.index.Stores;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.VectorStore;
import dev.gator.testing.ScriptedEmbeddings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of examples over an index on disk: what holds in memory holds there, and outlives the process. */
class ExampleStoreOnDiskTest {

    private static final Owner ANN = Owner.of("acme", "ann");
    private static final BrandProfile ZOO =
            BrandProfile.builder("Zoo").sector(Sector.PETS).offer("day tickets").build();
    private static final ScriptRequest REQUEST = ScriptRequest.goal(Goal.AWARENESS);

    private final EmbeddingModel model = ScriptedEmbeddings.create();

    @Test
    void examplesAreListedFoundAndKept(@TempDir Path folder) {
        Map<String, ReelExample> all = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            all.put("pet-" + i, example("Number " + i + " of the tickets that a family keeps for a day.", Language.EN));
        }
        all.put("spät", example("スープを飲む朝は、ゆっくり始まります。今日から試してください。", Language.JA));
        try (VectorStore vectors = Stores.lucene(folder)) {
            ExampleStore.over(vectors, model).forOwner(ANN).put(all);
        }
        try (VectorStore vectors = Stores.lucene(folder)) {
            ExampleStore store = ExampleStore.over(vectors, model);

            assertEquals(all, listed(store.forOwner(ANN)));
            assertEquals(Map.of(), listed(store.forOwner(Owner.of("acme", "bob"))));
            List<FoundExample> found = store.forOwner(ANN).find(ZOO, REQUEST, 5);
            assertEquals(5, found.size());
            assertTrue(found.stream().allMatch(one -> one.example().language().equals(Language.EN)));
            assertEquals(
                    "spät",
                    store.forOwner(ANN)
                            .find(ZOO, REQUEST.language("ja"), 5)
                            .get(0)
                            .id());
            assertEquals(List.of(), store.find(ZOO, REQUEST, 5));
            assertTrue(store.forOwner(ANN).remove("pet-7"));
            assertEquals(40, store.forOwner(ANN).size());
        }
    }

    private static Map<String, ReelExample> listed(ExampleStore store) {
        Map<String, ReelExample> listed = new HashMap<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(7));
        while (next.isPresent()) {
            Page<StoredExample> page = store.list(next.get());
            page.items().forEach(stored -> listed.put(stored.id(), stored.example()));
            next = page.next(7);
        }
        return listed;
    }

    private static ReelExample example(String text, Language language) {
        return new ReelExample(text, Sector.PETS, HookType.QUESTION, Emotion.JOY, true, 8, language);
    }
}
