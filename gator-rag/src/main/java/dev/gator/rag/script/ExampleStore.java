package dev.gator.rag.script;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Examples that can be found by what a brief asks for. Sector, language and performance are filters inside the search, so
 * a rare sector finds all that it has. Thread-safe; it lives as long as the process.
 */
public final class ExampleStore {

    private static final CollectionName SHELF = CollectionName.of("reel-examples");
    private static final List<String> PACKS = List.of("fitness", "food", "travel", "technology");

    private final VectorStore store = VectorStore.inMemory();
    private final Map<String, ReelExample> examples = new ConcurrentHashMap<>();
    private final Owner owner = Owner.DEFAULT;
    private final @Nullable EmbeddingModel embeddings;

    private ExampleStore(@Nullable EmbeddingModel embeddings) {
        this.embeddings = embeddings;
    }

    /** Returns an empty store that compares words. */
    public static ExampleStore empty() {
        return new ExampleStore(null);
    }

    /** Returns an empty store that compares words and meaning. */
    public static ExampleStore withEmbeddings(EmbeddingModel model) {
        return new ExampleStore(model);
    }

    /** Returns a store with Gator's own examples: fitness, food, travel and technology, in English and Spanish. */
    public static ExampleStore shipped() {
        ExampleStore all = empty();
        all.addShipped();
        return all;
    }

    /** Returns a store with the examples of a file, one JSON object on each line. */
    public static ExampleStore load(Path file) {
        ExampleStore all = empty();
        all.addFile(file);
        return all;
    }

    /** Adds Gator's own examples. */
    public void addShipped() {
        for (String pack : PACKS) {
            String name = pack + ".jsonl";
            String lines = Resource.find(ExampleStore.class, name)
                    .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no " + name));
            addLines(pack, lines);
        }
    }

    /**
     * Adds the examples of a file, one JSON object on each line, all of them or none.
     *
     * @throws GatorException with {@link RagError#BAD_EXAMPLES} naming file and line
     */
    public void addFile(Path file) {
        try {
            addLines(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new GatorException(RagError.BAD_EXAMPLES, "cannot read " + file, e);
        }
    }

    /** Writes examples under these ids, replacing those with the same. */
    public void put(Map<String, ReelExample> more) {
        List<Map.Entry<String, ReelExample>> entries = List.copyOf(more.entrySet());
        List<String> texts =
                entries.stream().map(entry -> searchable(entry.getValue())).toList();
        List<Embedding> vectors = embeddings == null || texts.isEmpty()
                ? List.of()
                : embeddings.embed(EmbeddingRequest.of(texts)).embeddings();
        List<VectorRecord> records = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Embedding vector = vectors.isEmpty() ? null : vectors.get(i);
            ReelExample example = entries.get(i).getValue();
            records.add(new VectorRecord(entries.get(i).getKey(), vector, texts.get(i), facts(example)));
        }
        examples.putAll(more);
        store.upsert(owner, SHELF, records);
    }

    /** Returns the example of that id, if there is one. */
    public Optional<ReelExample> get(String id) {
        return Optional.ofNullable(examples.get(id));
    }

    /** Removes an example; returns whether there was one. */
    public boolean remove(String id) {
        store.delete(owner, SHELF, Set.of(id));
        return examples.remove(id) != null;
    }

    /** Returns how many examples there are. */
    public int size() {
        return examples.size();
    }

    /** Returns the examples that did well and fit a brief best, best first: same sector, same language. */
    public List<FoundExample> find(BrandProfile brand, ScriptRequest request, int most) {
        String asked = String.join(
                " ",
                request.hook().toString(),
                brand.sector().toString(),
                request.emotion().toString(),
                brand.offer(),
                String.join(" ", brand.audience().painPoints()));
        Filter filter = Filter.eq("sector", brand.sector().name())
                .and(Filter.eq("language", request.language().base()))
                .and(Filter.eq("high", true));
        VectorQuery query = embeddings == null
                ? VectorQuery.containing(asked)
                : VectorQuery.near(embeddings.embed(asked)).andContaining(asked);
        return store.search(owner, SHELF, query.where(filter).top(most)).stream()
                .flatMap(hit -> found(hit).stream())
                .toList();
    }

    private Optional<FoundExample> found(VectorHit hit) {
        String id = hit.record().id();
        return get(id).map(example -> new FoundExample(id, example, hit.score()));
    }

    private void addLines(String name, String text) {
        Map<String, ReelExample> read = new ConcurrentHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                read.put(name + "-" + number, parse(name, number, line));
            }
        }
        put(read);
    }

    private static ReelExample parse(String name, int number, String line) {
        try {
            return ReelExample.parse(Json.parse(line).asObject());
        } catch (GatorException e) {
            throw new GatorException(RagError.BAD_EXAMPLES, name + ", line " + number + ": " + e.detail(), e);
        }
    }

    private static String searchable(ReelExample example) {
        return example.hook() + " " + example.sector() + " " + example.emotion() + " " + example.text();
    }

    private static Attributes facts(ReelExample example) {
        return Attributes.none()
                .with("sector", example.sector().name())
                .with("language", example.language().base())
                .with("high", example.high());
    }
}
