package dev.gator.rag.script;

import dev.gator.call.Owner;
import dev.gator.content.Language;
import dev.gator.content.Sha256;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.GatorException;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import dev.gator.store.Filter;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Examples that can be found by what a brief asks for. Sector, language and performance are filters inside the search, so
 * a rare sector finds all that it has.
 *
 * <p>Each owner reads and writes examples of its own, in the vector store that was handed in; {@link #forOwner} is another
 * owner's view of the same store. Gator's own examples are read by all and written by nobody. Thread-safe.
 */
public final class ExampleStore {

    private static final int WIDER = 4;
    private static final int MOST = 10_000;
    private static final int PAGE = 500;

    private final VectorStore store;
    private final VectorStore library;
    private final @Nullable EmbeddingModel embeddings;
    private final Owner owner;
    private final @Nullable Standing standing;
    private final ExampleShelf own;
    private final ExampleShelf shipped;

    private ExampleStore(
            VectorStore store,
            VectorStore library,
            @Nullable EmbeddingModel embeddings,
            Owner owner,
            @Nullable Standing standing) {
        this.store = store;
        this.library = library;
        this.embeddings = embeddings;
        this.owner = owner;
        this.standing = standing;
        this.own = new ExampleShelf(store, owner);
        this.shipped = new ExampleShelf(library, Owner.DEFAULT);
    }

    /** Returns an empty store that compares words and forgets with the process. */
    public static ExampleStore empty() {
        return over(VectorStore.inMemory());
    }

    /** Returns a store that compares words and keeps its examples in this vector store, which stays the caller's to close. */
    public static ExampleStore over(VectorStore store) {
        return new ExampleStore(store, VectorStore.inMemory(), null, Owner.DEFAULT, null);
    }

    /** Returns a store that compares words and meaning and keeps its examples in this vector store. */
    public static ExampleStore over(VectorStore store, EmbeddingModel model) {
        return new ExampleStore(store, VectorStore.inMemory(), model, Owner.DEFAULT, null);
    }

    /** Returns an empty store that compares words and meaning and forgets with the process. */
    public static ExampleStore withEmbeddings(EmbeddingModel model) {
        return over(VectorStore.inMemory(), model);
    }

    /** Returns a store with Gator's own examples: of every known sector in every language there is. */
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

    /** Returns the same store as another owner sees it. */
    public ExampleStore forOwner(Owner other) {
        return new ExampleStore(store, library, embeddings, other, standing);
    }

    /** Returns the same store, ranking also by how well examples did; see {@link Standing#blend}. */
    public ExampleStore rankedBy(Standing performance) {
        return new ExampleStore(store, library, embeddings, owner, performance);
    }

    /** Adds Gator's own examples, for all owners. */
    public void addShipped() {
        for (Sector sector : Sector.known()) {
            String name = sector.name() + ".jsonl";
            String lines = Resource.find(ExampleStore.class, name)
                    .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no " + name));
            put(shipped, ExampleLines.read(sector.name(), lines));
        }
    }

    /**
     * Adds the examples of a file, one JSON object on each line, all of them or none. A line may have an {@code id}.
     *
     * @throws GatorException with {@link RagError#BAD_EXAMPLES} naming file and line
     */
    public void addFile(Path file) {
        try {
            put(ExampleLines.read(file.getFileName().toString(), Files.readString(file)));
        } catch (IOException e) {
            throw new GatorException(RagError.BAD_EXAMPLES, "cannot read " + file, e);
        }
    }

    /** Writes the owner's examples to a file that {@link #addFile} reads; Gator's own are not among them. */
    public void export(Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            Optional<PageRequest> next = Optional.of(PageRequest.first(PAGE));
            while (next.isPresent()) {
                Page<StoredExample> page = list(next.get());
                for (StoredExample stored : page.items()) {
                    out.write(ExampleLines.write(stored));
                    out.newLine();
                }
                next = page.next(PAGE);
            }
        } catch (IOException e) {
            throw new GatorException(StoreError.IO, "cannot write " + file, e);
        }
    }

    /** Adds an example under an id made from its content, so that adding it again changes nothing; returns the id. */
    public String add(ReelExample example) {
        String id = "own-" + Sha256.of(example.json().canonical()).substring(0, 16);
        put(Map.of(id, example));
        return id;
    }

    /**
     * Replaces an example.
     *
     * @throws GatorException with {@link StoreError#NOT_FOUND} if the owner has none of that id, or
     *     {@link RagError#SHIPPED_EXAMPLE}
     */
    public void update(String id, ReelExample example) {
        requireOwn(id);
        if (own.get(id).isEmpty()) {
            throw new GatorException(StoreError.NOT_FOUND, "this owner has no example " + id);
        }
        put(Map.of(id, example));
    }

    /** Writes examples under these ids, replacing those with the same, all of them or none. */
    public void put(Map<String, ReelExample> more) {
        more.keySet().forEach(this::requireOwn);
        put(own, more);
    }

    /** Returns the example of that id, the owner's or Gator's, if there is one. */
    public Optional<ReelExample> get(String id) {
        return own.get(id).or(() -> shipped.get(id));
    }

    /** Lists the owner's examples, without Gator's. */
    public Page<StoredExample> list(PageRequest page) {
        return own.list(page);
    }

    /** Removes an example; returns whether there was one. */
    public boolean remove(String id) {
        requireOwn(id);
        return own.remove(id);
    }

    /** Returns how many examples the owner can find, Gator's included. */
    public int size() {
        return Math.toIntExact(own.size() + shipped.size());
    }

    /** Returns the examples that did well and fit a brief best, best first: same sector, same language. */
    public List<FoundExample> find(BrandProfile brand, ScriptRequest request, int most) {
        return search(brand, request, most, inSector(brand).and(inLanguage(request.language())));
    }

    /**
     * Returns the examples of {@link #find}; if there are none, those of other sectors in the same language; if there are
     * none either, the English ones of the sector, and at last any English ones. The note says which.
     */
    public ExampleChoice choose(BrandProfile brand, ScriptRequest request, int most) {
        Map<String, Filter> wider = new LinkedHashMap<>();
        wider.put("", inSector(brand).and(inLanguage(request.language())));
        wider.put("; those of other sectors were used", inLanguage(request.language()));
        wider.put("; those in en were used", inSector(brand).and(inLanguage(Language.EN)));
        wider.put("; those of other sectors in en were used", inLanguage(Language.EN));
        String missing = "there is no example for " + brand.sector() + " in " + request.language();
        for (Map.Entry<String, Filter> one : wider.entrySet()) {
            List<FoundExample> found = search(brand, request, most, one.getValue());
            if (!found.isEmpty()) {
                String given = one.getKey();
                return new ExampleChoice(found, given.isEmpty() ? Optional.empty() : Optional.of(missing + given));
            }
        }
        return new ExampleChoice(List.of(), Optional.of(missing));
    }

    private static Filter inSector(BrandProfile brand) {
        return Filter.eq("sector", brand.sector().name());
    }

    private static Filter inLanguage(Language language) {
        return Filter.eq("language", language.base());
    }

    private List<FoundExample> search(BrandProfile brand, ScriptRequest request, int most, Filter among) {
        String asked = String.join(
                " ",
                request.hook().toString(),
                brand.sector().toString(),
                request.emotion().toString(),
                brand.offer(),
                String.join(" ", brand.audience().painPoints()));
        VectorQuery words = VectorQuery.containing(asked);
        VectorQuery query = embeddings == null
                ? words
                : VectorQuery.near(embeddings.embed(asked)).andContaining(asked);
        VectorQuery wide = query.where(among.and(Filter.eq("high", true)))
                .top(standing == null ? most : Math.min(MOST, most * WIDER));
        return Stream.concat(own.search(wide).stream(), shipped.search(wide).stream())
                .sorted(Comparator.comparingDouble(this::rank).reversed().thenComparing(FoundExample::id))
                .limit(most)
                .toList();
    }

    private double rank(FoundExample found) {
        return standing == null
                ? found.similarity()
                : Standing.blend(found.similarity(), standing.of(owner, found.id(), found.example()));
    }

    private void put(ExampleShelf shelf, Map<String, ReelExample> more) {
        List<String> texts = more.values().stream().map(ExampleShelf::meaning).toList();
        List<Embedding> vectors = embeddings == null || texts.isEmpty()
                ? List.of()
                : embeddings.embed(EmbeddingRequest.of(texts)).embeddings();
        shelf.put(more, vectors);
    }

    private void requireOwn(String id) {
        if (shipped.get(id).isPresent()) {
            throw new GatorException(RagError.SHIPPED_EXAMPLE, "the example " + id + " is Gator's own");
        }
    }
}
