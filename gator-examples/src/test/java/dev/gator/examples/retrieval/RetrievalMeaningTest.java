package dev.gator.examples.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.rag.index.Stores;
import dev.gator.rag.retrieve.Corpus;
import dev.gator.rag.retrieve.Evidence;
import dev.gator.rag.retrieve.Fusion;
import dev.gator.rag.retrieve.RetrievalPipeline;
import dev.gator.rag.retrieve.Stage;
import dev.gator.rag.retrieve.Stages;
import dev.gator.store.Attributes;
import dev.gator.store.CollectionName;
import dev.gator.store.VectorRecord;
import dev.gator.store.VectorStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Judges the pipelines on a small set of our own, with the model and the index that applications get by default. */
class RetrievalMeaningTest {

    private static final CollectionName NAME = CollectionName.of("manual");
    private static final double THRESHOLD = 0.5;

    private static Gator gator;
    private static VectorStore store;
    private static EmbeddingModel model;
    private static List<String[]> questions;

    @BeforeAll
    static void fill() throws IOException {
        gator = Gator.builder().defaultModel("offline").build();
        model = gator.embedding("local:all-minilm-l6-v2");
        store = Stores.inMemoryLucene();
        questions = lines("questions.tsv");
        for (String[] document : lines("documents.tsv")) {
            VectorRecord record = new VectorRecord(
                    document[0],
                    model.embed(EmbeddingRequest.of(document[1])).embeddings().get(0),
                    document[1],
                    Attributes.none().with("language", "en"));
            store.upsert(Owner.DEFAULT, NAME, List.of(record));
        }
        store.flush(Owner.DEFAULT, NAME);
    }

    @AfterAll
    static void close() {
        store.close();
        gator.close();
    }

    @Test
    void pipelinesAreNoWorseThanFusionByRankAndFusionThanItsSources() {
        double words = ndcg(List.of(Stages.search(Fusion.weighted(0), 10)));
        double meaning = ndcg(List.of(Stages.search(Fusion.weighted(1), 10)));
        double byRank = ndcg(List.of(Stages.search(Fusion.reciprocalRank(), 10)));
        double standard = ndcg(Stages.standard(10));
        double thorough = ndcg(Stages.thorough(10));
        String all = "words %.3f, meaning %.3f, by rank %.3f, standard %.3f, thorough %.3f"
                .formatted(words, meaning, byRank, standard, thorough);

        assertTrue(byRank >= Math.min(words, meaning), all);
        assertTrue(standard >= byRank, all);
        assertTrue(thorough >= byRank, all);
        assertTrue(standard > 0.9 && thorough > 0.9, all);
    }

    @Test
    void oneThresholdTellsQuestionsWithAnAnswerFromOthers() {
        for (List<Stage> stages : List.of(Stages.standard(5), Stages.thorough(5))) {
            long right = questions.stream()
                    .filter(question -> hasAnswer(question) == best(stages, question[0]) >= THRESHOLD)
                    .count();

            assertTrue(right >= questions.size() - 3, () -> right + " of " + questions.size() + "\n" + scores(stages));
        }
    }

    @Test
    void noQuestionFromElsewherePassesTheThreshold() {
        List<Stage> stages = List.of(Stages.search(20), Stages.atLeast(THRESHOLD));
        for (String[] question : questions) {
            if (!hasAnswer(question)) {
                assertEquals(List.of(), find(stages, question[0]), question[0]);
            }
        }
    }

    private static double ndcg(List<Stage> stages) {
        return questions.stream()
                .filter(RetrievalMeaningTest::hasAnswer)
                .mapToDouble(question -> ndcg(grades(question[1]), find(stages, question[0])))
                .average()
                .orElseThrow();
    }

    private static double ndcg(Map<String, Integer> grades, List<Evidence> found) {
        List<Integer> got = found.stream()
                .map(it -> grades.getOrDefault(it.chunk().id(), 0))
                .toList();
        return gain(got) / gain(grades.values().stream().sorted((a, b) -> b - a).toList());
    }

    private static double gain(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < grades.size(); i++) {
            sum += grades.get(i) / Math.log(i + 2);
        }
        return sum;
    }

    private static List<Evidence> find(List<Stage> stages, String question) {
        Corpus corpus = Corpus.of(store, NAME).withEmbeddings(model);
        return RetrievalPipeline.over(corpus).withStages(stages).find(question, CallContext.create());
    }

    private static double best(List<Stage> stages, String question) {
        return find(stages, question).stream()
                .mapToDouble(Evidence::score)
                .max()
                .orElse(0);
    }

    private static String scores(List<Stage> stages) {
        StringBuilder lines = new StringBuilder();
        questions.forEach(question -> lines.append("%.2f %s%n".formatted(best(stages, question[0]), question[0])));
        return lines.toString();
    }

    private static boolean hasAnswer(String[] question) {
        return !question[1].equals("-");
    }

    private static Map<String, Integer> grades(String written) {
        Map<String, Integer> grades = new HashMap<>();
        for (String grade : written.split(",", -1)) {
            String[] parts = grade.split(":", -1);
            grades.put(parts[0], Integer.valueOf(parts[1]));
        }
        return grades;
    }

    private static List<String[]> lines(String name) throws IOException {
        try (InputStream in = RetrievalMeaningTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
