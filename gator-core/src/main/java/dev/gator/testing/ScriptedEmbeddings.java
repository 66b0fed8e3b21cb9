package dev.gator.testing;

import dev.gator.chat.TokenCounter;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingCard;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Embeddings without a model: each word, and less so its beginnings, adds to a place given by its hash. Texts that share
 * words are near, texts that share none are far; the same text always has the same vector. Thread-safe.
 */
public final class ScriptedEmbeddings implements EmbeddingModel {

    private static final int STEM = 4;

    private final EmbeddingCard card;
    private final List<EmbeddingRequest> requests = new CopyOnWriteArrayList<>();

    private ScriptedEmbeddings(EmbeddingCard card) {
        this.card = card;
    }

    /** Returns a model with 256 dimensions. */
    public static ScriptedEmbeddings create() {
        return withDimensions(256);
    }

    /** Returns a model with that many dimensions. */
    public static ScriptedEmbeddings withDimensions(int dimensions) {
        return new ScriptedEmbeddings(new EmbeddingCard("scripted:words", dimensions, 8192, 1024, Pricing.free()));
    }

    @Override
    public EmbeddingCard card() {
        return card;
    }

    @Override
    public EmbeddingReply embed(EmbeddingRequest request) {
        request.context().check();
        requests.add(request);
        int size = request.dimensions() == 0 ? card.size() : request.dimensions();
        List<Embedding> embeddings = new ArrayList<>();
        long tokens = 0;
        for (String text : request.texts()) {
            embeddings.add(vector(text, size));
            tokens += TokenCounter.estimate().count(text);
        }
        Usage usage = Usage.reported(tokens, 0);
        return new EmbeddingReply(embeddings, card.id(), usage, card.pricing().map(price -> price.cost(usage)));
    }

    /** Returns what was asked so far. */
    public List<EmbeddingRequest> requests() {
        return List.copyOf(requests);
    }

    private static Embedding vector(String text, int size) {
        float[] sums = new float[size];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                add(sums, word, 1);
                add(sums, "~" + word.substring(0, Math.min(STEM, word.length())), 0.5f);
            }
        }
        return Embedding.of(normalised(sums));
    }

    private static void add(float[] sums, String feature, float weight) {
        int hash = feature.hashCode() * 0x9E3779B9;
        sums[Math.floorMod(hash >> 3, sums.length)] += (hash & 1) == 0 ? weight : -weight;
    }

    private static float[] normalised(float[] sums) {
        double squares = 0;
        for (float sum : sums) {
            squares += sum * sum;
        }
        if (squares == 0) {
            sums[0] = 1;
            return sums;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= length;
        }
        return sums;
    }
}
