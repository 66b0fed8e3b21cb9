package dev.gator.rag.index.faiss;

import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.Filter;
import dev.gator.store.VectorHit;
import dev.gator.store.VectorQuery;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole store: {@code StoreBench ROWS WIDTH FACTORY...}; recall, filters and what they cost, by kind of index. */
final class StoreBench {

    private static final int DIMENSIONS = 384;
    private static final int QUERIES = 100;
    private static final Owner OWNER = Owner.tenant("bench");
    private static final CollectionName VECTORS = CollectionName.of("vectors");
    private static final Filter RARE = Filter.eq("rare", true);
    private static final Filter TENTH = Filter.eq("tenth", true);

    /** CPU time of this thread: the machine may be busy with others. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private StoreBench() {}

    public static void main(String[] args) throws IOException {
        Random random = new Random(1);
        List<VectorRecord> all = clustered(Integer.parseInt(args[0]), random);
        List<Embedding> queries = clustered(QUERIES, random).stream()
                .map(record -> record.embedding().orElseThrow())
                .toList();
        System.out.println("| kind | build s | MB | recall | query ms | 10 % recall | ms | 1 % recall | ms |");
        for (int i = 2; i < args.length; i++) {
            Path folder = Files.createTempDirectory("faiss");
            try (VectorStore store = FaissStore.open(folder, args[i], Integer.parseInt(args[1]))) {
                long start = System.nanoTime();
                for (int from = 0; from < all.size(); from += 1_000) {
                    store.upsert(OWNER, VECTORS, all.subList(from, Math.min(all.size(), from + 1_000)));
                }
                store.flush(OWNER, VECTORS);
                double built = (System.nanoTime() - start) / 1e9;
                System.out.printf("| `%s` | %.1f | %d |%s%s%s%n", args[i], built, size(folder) >> 20,
                        row(store, all, queries, Filter.all()), row(store, all, queries, TENTH),
                        row(store, all, queries, RARE));
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".faiss"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String row(VectorStore store, List<VectorRecord> all, List<Embedding> queries, Filter filter) {
        List<VectorRecord> allowed =
                all.stream().filter(record -> filter.matches(record.attributes())).toList();
        int found = 0;
        long nanos = 0;
        for (int round = 0; round < 2; round++) { // the first one warms up
            found = 0;
            nanos = 0;
            for (Embedding query : queries) {
                long start = THREADS.getCurrentThreadCpuTime();
                List<VectorHit> hits = store.search(
                        OWNER, VECTORS, VectorQuery.near(query).where(filter).top(10));
                nanos += THREADS.getCurrentThreadCpuTime() - start;
                if (round == 1) {
                    Set<String> truth = nearest(allowed, query);
                    found += (int) hits.stream()
                            .filter(hit -> truth.contains(hit.record().id()))
                            .count();
                }
            }
        }
        return String.format(" %.3f | %.2f |", found / 10.0 / queries.size(), nanos / 1e6 / queries.size());
    }

    private static Set<String> nearest(List<VectorRecord> allowed, Embedding query) {
        record Scored(String id, double score) {}
        return allowed.stream()
                .map(record -> new Scored(
                        record.id(), record.embedding().orElseThrow().dot(query)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(10)
                .map(Scored::id)
                .collect(Collectors.toSet());
    }

    private static List<VectorRecord> clustered(int count, Random random) {
        Random fixed = new Random(2);
        float[][] centres = new float[200][DIMENSIONS];
        for (float[] centre : centres) {
            fill(centre, new float[DIMENSIONS], 1, fixed);
        }
        List<VectorRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[DIMENSIONS];
            fill(values, centres[random.nextInt(centres.length)], 0.7f, random);
            Attributes facts = Attributes.none().with("rare", i % 100 == 7).with("tenth", i % 10 == 3);
            records.add(new VectorRecord("r" + i, Embedding.of(VectorSource.ofLengthOne(values)), "", facts));
        }
        return records;
    }

    private static void fill(float[] values, float[] centre, float spread, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = centre[i] + (float) random.nextGaussian() * spread;
        }
    }
}
