package dev.gator.orchestration.route;

import dev.gator.chat.ChatRequest;
import dev.gator.embed.EmbeddingModel;
import java.util.List;
import java.util.Map;

/** Tells what a request is about and how hard it is. Implementations are thread-safe. */
@FunctionalInterface
public interface QueryClassifier {

    /** Looks at a request. */
    QueryProfile classify(ChatRequest request);

    /** Returns the classifier by words and shapes: microseconds, no model, English first. */
    static QueryClassifier rules() {
        return new RuleClassifier();
    }

    /**
     * Returns a classifier that compares the question with examples of each kind by their embeddings; asks the rules for
     * what words cannot show, such as pictures and length. The examples are embedded once, at the first question.
     */
    static QueryClassifier byExamples(EmbeddingModel model, Map<QueryKind, List<String>> examples) {
        return new ExampleClassifier(model, examples);
    }
}
