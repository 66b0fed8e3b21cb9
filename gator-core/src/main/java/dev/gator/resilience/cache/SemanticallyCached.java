package dev.gator.resilience.cache;

import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.error.Require;
import dev.gator.observe.SpanKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question from memory when the same owner asked one of the same meaning: when the cosine of their embeddings
 * reaches a threshold that the application states, and both hold the same numbers. Thread-safe.
 *
 * <p>Only the last question may differ: instructions, earlier messages, schema, sampling and model must be equal.
 * Requests with tools or files pass by. Nearness is not sameness, so the threshold belongs to the embedding model and
 * should be measured on questions of the application; negations are near each other in most models. If the embedding
 * model fails, the question is asked as if there were no cache.
 */
public final class SemanticallyCached implements ChatModel {

    private final ChatModel model;
    private final EmbeddingModel embeddings;
    private final double threshold;
    private final CachePolicy policy;
    private final Fingerprint prints = new Fingerprint();
    private final Shelf<Neighbours> shelf;

    private SemanticallyCached(ChatModel model, EmbeddingModel embeddings, double threshold, CachePolicy policy) {
        this.model = model;
        this.embeddings = embeddings;
        this.threshold = Require.range("threshold", threshold, 0.5, 1);
        this.policy = policy;
        this.shelf = new Shelf<>(policy);
    }

    /**
     * Returns the model behind a cache of meanings.
     *
     * @param threshold the least cosine that counts as the same question, 0.5 to 1; such as 0.95
     */
    public static SemanticallyCached of(
            ChatModel model, EmbeddingModel embeddings, double threshold, CachePolicy policy) {
        return new SemanticallyCached(model, embeddings, threshold, policy);
    }

    /** Forgets every reply. */
    public void invalidateAll() {
        shelf.forgetAll();
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Span span = request.context().open(SpanKind.GUARD, "cache");
        try {
            request.context().check();
            Question question = question(request, span);
            ChatReply kept = question == null ? null : find(question, span);
            ChatReply reply = kept == null ? model.chat(request.withContext(span.context())) : kept;
            if (kept == null && question != null) {
                keep(question, reply);
            }
            span.end();
            return reply;
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    @Override
    public ChatStream stream(ChatRequest request) {
        Span span = request.context().open(SpanKind.GUARD, "cache");
        try {
            request.context().check();
            Question question = question(request, span);
            ChatReply kept = question == null ? null : find(question, span);
            if (kept != null) {
                span.end();
                return ChatStream.of(kept);
            }
            ChatStream stream = model.stream(request.withContext(span.context()));
            return ChatStream.over(new KeepingSource(stream, span, reply -> keep(question, reply)), request.context());
        } catch (RuntimeException e) {
            throw span.failed(e);
        }
    }

    private @Nullable ChatReply find(Question question, Span span) {
        Neighbours neighbours = shelf.find(question.scope());
        Optional<Neighbours.Match> match = neighbours == null
                ? Optional.empty()
                : neighbours.nearest(
                        question.meaning(), question.numbers(), policy.time().nanos());
        boolean hit = match.isPresent() && match.get().cosine() >= threshold;
        span.note("cache", hit ? "hit" : "miss");
        match.ifPresent(best ->
                span.note("similarity", () -> String.format(Locale.ROOT, "%.3f of %.3f", best.cosine(), threshold)));
        return hit ? Replies.free(match.get().reply()) : null;
    }

    private void keep(@Nullable Question question, ChatReply reply) {
        if (question == null || !Replies.isWorthKeeping(reply, policy)) {
            return;
        }
        Neighbours known = shelf.find(question.scope());
        Neighbours neighbours = known == null ? new Neighbours(policy.entries(), policy.life()) : known;
        neighbours.add(
                question.meaning(), question.numbers(), reply, policy.time().nanos());
        shelf.keep(question.scope(), neighbours);
    }

    /** Returns what the cache compares, or null if this request passes by. */
    private @Nullable Question question(ChatRequest request, Span span) {
        List<Message> messages = request.messages();
        Message last = messages.get(messages.size() - 1);
        boolean plain = last instanceof Message.User && last.parts().stream().allMatch(Part.Text.class::isInstance);
        if (!plain || !request.tools().isEmpty() || last.text().isBlank()) {
            span.note("cache", "passed by");
            return null;
        }
        List<Message> before = messages.subList(0, messages.size() - 1);
        String scope = prints.of(model.card().id(), policy.version(), request, before);
        try {
            Embedding meaning = embeddings
                    .embed(EmbeddingRequest.of(last.text())
                            .withPurpose(EmbeddingPurpose.SIMILARITY)
                            .withContext(span.context()))
                    .embeddings()
                    .get(0);
            CacheKey key = new CacheKey(policy.owner(request.context()), scope);
            return new Question(key, meaning, Neighbours.numbersIn(last.text()));
        } catch (GatorException e) {
            if (e.category() == ErrorCategory.CANCELLED || e.category() == ErrorCategory.BUDGET) {
                throw e;
            }
            span.note(
                    "cache",
                    () -> "passed by, because the embedding failed with "
                            + e.code().id());
            return null;
        }
    }

    private record Question(CacheKey scope, Embedding meaning, List<String> numbers) {}
}
