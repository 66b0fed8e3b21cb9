package dev.gator.orchestration.route;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatRequest;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.Require;
import dev.gator.orchestration.engine.Stages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Puts a question to the kind whose examples it is nearest to on average. */
final class ExampleClassifier implements QueryClassifier {

    private static final double SHARPNESS = 12;

    private final EmbeddingModel model;
    private final Map<QueryKind, List<String>> examples;
    private final QueryClassifier rules = new RuleClassifier();
    private final ReentrantLock learning = new ReentrantLock();
    private volatile @Nullable Map<QueryKind, Embedding> centres;

    ExampleClassifier(EmbeddingModel model, Map<QueryKind, List<String>> examples) {
        Require.that(examples.size() >= 2, "a classifier needs examples of two kinds, got " + examples.keySet());
        this.model = model;
        this.examples = new EnumMap<>(examples);
        this.examples.forEach((kind, texts) -> Require.notEmpty("examples of " + kind, texts));
    }

    @Override
    public QueryProfile classify(ChatRequest request) {
        QueryProfile byRules = rules.classify(request);
        String question = Stages.question(request);
        if (byRules.kind() == QueryKind.VISION || byRules.kind() == QueryKind.LONG_CONTEXT || question.isBlank()) {
            return byRules;
        }
        Embedding vector = embed(List.of(question), request.context()).get(0);
        QueryKind best = QueryKind.GENERAL;
        double most = 0;
        double all = 0;
        for (Map.Entry<QueryKind, Embedding> centre : centres(request.context()).entrySet()) {
            double share = Math.exp(SHARPNESS * vector.cosine(centre.getValue()));
            all += share;
            if (share > most) {
                most = share;
                best = centre.getKey();
            }
        }
        return new QueryProfile(best, most / all, byRules.complexity(), byRules.tokens());
    }

    private Map<QueryKind, Embedding> centres(CallContext context) {
        Map<QueryKind, Embedding> known = centres;
        if (known != null) {
            return known;
        }
        learning.lock();
        try {
            Map<QueryKind, Embedding> made = new EnumMap<>(QueryKind.class);
            examples.forEach((kind, texts) -> made.put(kind, mean(embed(texts, context))));
            centres = made;
            return made;
        } finally {
            learning.unlock();
        }
    }

    private List<Embedding> embed(List<String> texts, CallContext context) {
        return model.embed(EmbeddingRequest.of(texts)
                        .withPurpose(EmbeddingPurpose.CLASSIFICATION)
                        .withContext(context))
                .embeddings();
    }

    private static Embedding mean(List<Embedding> vectors) {
        float[] sum = new float[vectors.get(0).dimensions()];
        for (Embedding vector : vectors) {
            double length = Math.sqrt(vector.dot(vector));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (vector.get(i) / (length == 0 ? 1 : length));
            }
        }
        return Embedding.of(sum);
    }
}
