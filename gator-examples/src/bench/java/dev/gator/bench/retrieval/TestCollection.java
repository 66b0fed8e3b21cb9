package dev.gator.bench.retrieval;

import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A test collection in the form that BEIR uses: {@code corpus.jsonl}, {@code queries.jsonl} and {@code qrels/test.tsv}.
 *
 * @param name the folder's name
 * @param documents texts with their titles, by id
 * @param questions the questions that have an answer, by id
 * @param grades how well which document answers which question
 */
record TestCollection(
        String name,
        Map<String, String> documents,
        Map<String, String> questions,
        Map<String, Map<String, Integer>> grades) {

    static TestCollection read(Path folder, String split) throws IOException {
        Map<String, String> documents = new LinkedHashMap<>();
        for (JsonObject line : lines(folder.resolve("corpus.jsonl"))) {
            String title = line.string("title").strip();
            String text = line.string("text").strip();
            documents.put(line.string("_id"), title.isEmpty() ? text : title + ". " + text);
        }
        Map<String, Map<String, Integer>> grades = grades(folder.resolve("qrels").resolve(split + ".tsv"));
        Map<String, String> questions = new LinkedHashMap<>();
        for (JsonObject line : lines(folder.resolve("queries.jsonl"))) {
            if (grades.containsKey(line.string("_id"))) {
                questions.put(line.string("_id"), line.string("text"));
            }
        }
        return new TestCollection(folder.getFileName() + "/" + split, documents, questions, grades);
    }

    /** Returns the normalised discounted cumulative gain of the first ten. */
    double ndcg(String question, List<String> ranked) {
        Map<String, Integer> wanted = grades.get(question);
        List<Integer> found =
                ranked.stream().map(id -> wanted.getOrDefault(id, 0)).toList();
        List<Integer> ideal = wanted.values().stream().sorted((a, b) -> b - a).toList();
        return gain(found) / gain(ideal);
    }

    private static double gain(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(10, grades.size()); i++) {
            sum += grades.get(i) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }

    private static List<JsonObject> lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> (JsonObject) Json.parse(line)).toList();
        }
    }

    private static Map<String, Map<String, Integer>> grades(Path file) throws IOException {
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) { // the first line names the columns
            String[] parts = line.split("\t", -1);
            int grade = Integer.parseInt(parts[2].strip());
            if (grade > 0) {
                grades.computeIfAbsent(parts[0], id -> new LinkedHashMap<>()).put(parts[1], grade);
            }
        }
        return grades;
    }
}
