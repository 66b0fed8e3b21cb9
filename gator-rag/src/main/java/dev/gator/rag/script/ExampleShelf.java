package dev.gator.rag.script;

import dev.gator.call.Owner;
import dev.gator.content.Language;
import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import dev.gator.rag.text.RagError;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.Page;
import dev.gator.store.PageRequest;
import dev.gator.store.StoreError;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of one owner as records of a vector store, which is all there is: nothing is kept beside it. */
final class ExampleShelf {

    private static final CollectionName NAME = CollectionName.of("reel-examples");
    private static final String MARK = "reelexample";
    private static final int PARTS = 16;
    private static final int MOST = 10_000;
    private static final Pattern CURSOR = Pattern.compile("([0-9]{2}):(.+)", Pattern.DOTALL);

    private final VectorStore store;
    private final Owner owner;

    ExampleShelf(VectorStore store, Owner owner) {
        this.store = store;
        this.owner = owner;
    }

    /** Writes examples; a vector for each, or none at all. */
    void put(Map<String, ReelExample> more, List<Embedding> vectors) {
        List<VectorRecord> records = new ArrayList<>();
        for (Map.Entry<String, ReelExample> entry : more.entrySet()) {
            Embedding vector = vectors.isEmpty() ? null : vectors.get(records.size());
            String id = entry.getKey();
            records.add(new VectorRecord(id, vector, searchable(entry.getValue()), facts(id, entry.getValue())));
        }
        if (!records.isEmpty()) {
            store.upsert(owner, NAME, records);
            store.flush(owner, NAME);
        }
    }

    Optional<ReelExample> get(String id) {
        return store.get(owner, NAME, id).map(ExampleShelf::read);
    }

    boolean remove(String id) {
        boolean removed = store.delete(owner, NAME, Set.of(id)) > 0;
        store.flush(owner, NAME);
        return removed;
    }

    long size() {
        return store.count(owner, NAME, Filter.all());
    }

    List<FoundExample> search(VectorQuery query) {
        return store.search(owner, NAME, query).stream()
                .map(hit -> new FoundExample(hit.record().id(), read(hit.record()), hit.score()))
                .toList();
    }

    /** Lists by part and id: a store of vectors cannot list, but it finds all that carry a mark. */
    Page<StoredExample> list(PageRequest page) {
        String after = page.after().orElse("");
        List<StoredExample> following = new ArrayList<>();
        for (int part = firstPart(after); part < PARTS && following.size() <= page.limit(); part++) {
            VectorQuery query =
                    VectorQuery.containing(MARK).where(Filter.eq("part", part)).top(MOST);
            search(query).stream()
                    .filter(found -> cursor(found.id()).compareTo(after) > 0)
                    .sorted(Comparator.comparing(FoundExample::id))
                    .forEach(found -> following.add(new StoredExample(found.id(), found.example())));
        }
        if (following.size() <= page.limit()) {
            return new Page<>(following, null);
        }
        List<StoredExample> items = following.subList(0, page.limit());
        return new Page<>(items, cursor(items.get(items.size() - 1).id()));
    }

    /** Returns the text that is embedded. */
    static String meaning(ReelExample example) {
        return head(example) + " " + example.text();
    }

    /** Returns the text that is searched; all but the first line is the example's own. */
    private static String searchable(ReelExample example) {
        return head(example) + " " + MARK + "\n" + example.text();
    }

    private static String head(ReelExample example) {
        return example.hook() + " " + example.sector() + " " + example.emotion();
    }

    private static int firstPart(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new GatorException(StoreError.BAD_CURSOR, "not the cursor of a list of examples");
        }
        return Integer.parseInt(parts.group(1));
    }

    private static String cursor(String id) {
        return String.format(Locale.ROOT, "%02d:%s", part(id), id);
    }

    private static int part(String id) {
        return Math.floorMod(id.hashCode(), PARTS);
    }

    private static Attributes facts(String id, ReelExample example) {
        return Attributes.none()
                .with("part", part(id))
                .with("sector", example.sector().name())
                .with("hook", example.hook().name())
                .with("emotion", example.emotion().name())
                .with("language", example.language().base())
                .with("tag", example.language().tag())
                .with("engagement", example.engagement())
                .with("high", example.high());
    }

    private static ReelExample read(VectorRecord record) {
        Attributes facts = record.attributes();
        return new ReelExample(
                record.text().substring(record.text().indexOf('\n') + 1),
                Sector.of(text(facts, "sector")),
                HookType.of(text(facts, "hook")),
                Emotion.of(text(facts, "emotion")),
                Filter.eq("high", true).matches(facts),
                facts.number("engagement").orElse(0),
                Language.of(text(facts, "tag")));
    }

    private static String text(Attributes facts, String name) {
        return facts.text(name)
                .orElseThrow(() -> new GatorException(RagError.BAD_EXAMPLES, "a stored example has no " + name));
    }
}
