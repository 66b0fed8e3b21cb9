package dev.gator.store;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.error.GatorException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares with every record. Both kinds of score lie within 0 and 1, and their mean does, too. */
final class InMemoryVectorStore implements VectorStore {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Comparator<VectorHit> BEST_FIRST = Comparator.comparingDouble(VectorHit::score)
            .reversed()
            .thenComparing(hit -> hit.record().id());

    private final Map<Shelf, TreeMap<String, VectorRecord>> shelves = new HashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public synchronized void upsert(Owner owner, CollectionName collection, List<VectorRecord> records) {
        int dimensions = dimensions(records(owner, collection).values());
        for (VectorRecord record : records) {
            requireDimensions(record.embedding(), dimensions);
            dimensions = record.embedding().map(Embedding::dimensions).orElse(dimensions);
        }
        if (!records.isEmpty()) {
            TreeMap<String, VectorRecord> shelf =
                    shelves.computeIfAbsent(new Shelf(owner, collection), key -> new TreeMap<>());
            records.forEach(record -> shelf.put(record.id(), record));
        }
    }

    @Override
    public synchronized List<VectorHit> search(Owner owner, CollectionName collection, VectorQuery query) {
        Map<String, VectorRecord> present = records(owner, collection);
        requireDimensions(query.embedding(), dimensions(present.values()));
        Set<String> wanted = query.text().map(InMemoryVectorStore::words).orElse(Set.of());
        return present.values().stream()
                .filter(record -> query.filter().matches(record.attributes()) && canMatch(record, query))
                .map(record -> new VectorHit(record, score(record, query, wanted)))
                .filter(hit -> hit.score() >= query.minScore() && (query.vector() != null || hit.score() > 0))
                .sorted(BEST_FIRST)
                .limit(query.topK())
                .toList();
    }

    @Override
    public synchronized Optional<VectorRecord> get(Owner owner, CollectionName collection, String id) {
        return Optional.ofNullable(records(owner, collection).get(id));
    }

    @Override
    public synchronized long delete(Owner owner, CollectionName collection, Set<String> ids) {
        return remove(owner, collection, record -> ids.contains(record.id()));
    }

    @Override
    public synchronized long delete(Owner owner, CollectionName collection, Filter filter) {
        return remove(owner, collection, record -> filter.matches(record.attributes()));
    }

    @Override
    public synchronized long count(Owner owner, CollectionName collection, Filter filter) {
        return records(owner, collection).values().stream()
                .filter(record -> filter.matches(record.attributes()))
                .count();
    }

    @Override
    public void flush(Owner owner, CollectionName collection) {
        Keys.requireOpen(closed, "vector store");
    }

    @Override
    public synchronized Set<CollectionName> collections(Owner owner) {
        Keys.requireOpen(closed, "vector store");
        return shelves.keySet().stream()
                .filter(shelf -> shelf.owner.equals(owner))
                .map(Shelf::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized long erase(Owner owner) {
        Keys.requireOpen(closed, "vector store");
        Set<Shelf> gone = new HashSet<>(shelves.keySet());
        gone.removeIf(shelf -> !Keys.covers(owner, shelf.owner));
        return gone.stream().mapToLong(shelf -> shelves.remove(shelf).size()).sum();
    }

    @Override
    public Recall recall() {
        return Recall.EXACT;
    }

    @Override
    public synchronized void close() {
        closed.set(true);
        shelves.clear();
    }

    private Map<String, VectorRecord> records(Owner owner, CollectionName collection) {
        Keys.requireOpen(closed, "vector store");
        return shelves.getOrDefault(new Shelf(owner, collection), new TreeMap<>());
    }

    private long remove(Owner owner, CollectionName collection, Predicate<? super VectorRecord> doomed) {
        Map<String, VectorRecord> present = records(owner, collection);
        long before = present.size();
        present.values().removeIf(doomed);
        long removed = before - present.size();
        if (present.isEmpty()) {
            shelves.remove(new Shelf(owner, collection));
        }
        return removed;
    }

    private static boolean canMatch(VectorRecord record, VectorQuery query) {
        return query.words() != null || record.vector() != null;
    }

    private static double score(VectorRecord record, VectorQuery query, Set<String> wanted) {
        double meaning = query.embedding()
                .flatMap(vector -> record.embedding().map(own -> (1 + own.cosine(vector)) / 2))
                .orElse(0.0);
        double bounded = Math.min(1, Math.max(0, meaning)); // rounding may leave the range by a hair
        double lexical = wanted.isEmpty() ? 0 : share(words(record.text()), wanted);
        return query.vector() != null && query.words() != null ? (bounded + lexical) / 2 : bounded + lexical;
    }

    private static double share(Set<String> words, Set<String> wanted) {
        return (double) wanted.stream().filter(words::contains).count() / wanted.size();
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static int dimensions(Collection<VectorRecord> records) {
        return records.stream()
                .flatMap(record -> record.embedding().stream())
                .findFirst()
                .map(Embedding::dimensions)
                .orElse(0);
    }

    private static void requireDimensions(Optional<Embedding> vector, int expected) {
        int actual = vector.map(Embedding::dimensions).orElse(expected);
        if (expected != 0 && actual != expected) {
            throw new GatorException(
                    StoreError.WRONG_DIMENSIONS, "a vector has " + actual + " dimensions, expected are " + expected);
        }
    }

    private record Shelf(Owner owner, CollectionName name) {}
}
