package dev.gator.bench.retrieval;

import dev.gator.Gator;
import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.rag.index.Stores;
import dev.gator.rag.retrieve.Corpus;
import dev.gator.rag.retrieve.Fusion;
import dev.gator.rag.retrieve.RetrievalPipeline;
import dev.gator.rag.retrieve.Stage;
import dev.gator.rag.retrieve.Stages;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints nDCG@10 and the processor time of a question for each way to search. Arguments: a file for vectors, then folders in
 * BEIR's form; {@code folder:train} takes another split than {@code test}.
 */
public final class RetrievalBench {

    private static final CollectionName NAME = CollectionName.of("bench");
    private static final int WANTED = 10;
    private static final int BATCH = 256;

    private RetrievalBench() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        try (Gator gator = Gator.builder().defaultModel("offline").build();
                FiledEmbeddings model =
                        new FiledEmbeddings(gator.embedding("local:all-minilm-l6-v2"), Path.of(args[0]))) {
            for (String argument : List.of(args).subList(1, args.length)) {
                String[] parts = argument.split(":", 2);
                measure(TestCollection.read(Path.of(parts[0]), parts.length == 1 ? "test" : parts[1]), model);
            }
        }
    }

    private static Map<String, List<Stage>> ways() {
        Map<String, List<Stage>> ways = new LinkedHashMap<>();
        ways.put("words (BM25)", List.of(Stages.search(Fusion.weighted(0), WANTED)));
        ways.put("meaning (MiniLM)", List.of(Stages.search(Fusion.weighted(1), WANTED)));
        ways.put("both by rank (RRF)", List.of(Stages.search(Fusion.reciprocalRank(), WANTED)));
        ways.put("both by score", List.of(Stages.search(WANTED)));
        ways.put("standard", Stages.standard(WANTED));
        ways.put("thorough", Stages.thorough(WANTED));
        return ways;
    }

    private static void measure(TestCollection collection, EmbeddingModel model) {
        try (VectorStore store = Stores.inMemoryLucene()) {
            fill(store, collection, model);
            Corpus corpus = Corpus.of(store, NAME).withEmbeddings(model);
            System.out.printf(
                    "%s: %d documents, %d questions%n",
                    collection.name(),
                    collection.documents().size(),
                    collection.questions().size());
            ways().forEach((name, stages) -> print(
                    name, RetrievalPipeline.over(corpus).withStages(stages), collection));
        }
    }

    private static void print(String name, RetrievalPipeline pipeline, TestCollection collection) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double sum = 0;
        for (Map.Entry<String, String> question : collection.questions().entrySet()) {
            List<String> ranked = pipeline.find(question.getValue(), CallContext.create()).stream()
                    .map(it -> it.chunk().id())
                    .toList();
            sum += collection.ndcg(question.getKey(), ranked);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        int questions = collection.questions().size();
        System.out.printf("  %-20s nDCG@10 %.4f  %7.2f ms a question%n", name, sum / questions, nanos / 1e6 / questions);
    }

    private static void fill(VectorStore store, TestCollection collection, EmbeddingModel model) {
        List<Map.Entry<String, String>> all =
                new ArrayList<>(collection.documents().entrySet());
        all.removeIf(document -> document.getValue().isBlank());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Map.Entry<String, String>> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            List<Embedding> meanings = model.embed(EmbeddingRequest.of(
                            batch.stream().map(Map.Entry::getValue).toList()))
                    .embeddings();
            List<VectorRecord> records = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                Attributes english = Attributes.none().with("language", "en");
                records.add(new VectorRecord(
                        batch.get(i).getKey(), meanings.get(i), batch.get(i).getValue(), english));
            }
            store.upsert(Owner.DEFAULT, NAME, records);
        }
        store.flush(Owner.DEFAULT, NAME);
    }
}
