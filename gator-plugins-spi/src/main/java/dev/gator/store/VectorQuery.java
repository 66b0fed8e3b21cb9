package dev.gator.store;

import dev.gator.embed.Embedding;
import dev.gator.error.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for: by meaning, by words, or by both.
 *
 * @param vector the meaning, or null
 * @param words the words, or null
 * @param filter which records count
 * @param topK how many are wanted, 1 to 10,000
 * @param minScore how well they must fit, 0 to 1
 */
public record VectorQuery(
        @Nullable Embedding vector, @Nullable String words, Filter filter, int topK, double minScore) {

    /** Checks that something is searched for. */
    public VectorQuery {
        Require.that(vector != null || words != null, "a query has neither a vector nor words");
        Require.range("topK", topK, 1, 10_000);
        Require.range("minimum score", minScore, 0.0, 1.0);
    }

    /** Searches by meaning. */
    public static VectorQuery near(Embedding vector) {
        return new VectorQuery(vector, null, Filter.all(), 10, 0);
    }

    /** Searches by words. */
    public static VectorQuery containing(String words) {
        return new VectorQuery(null, Require.text("query", words), Filter.all(), 10, 0);
    }

    /** Returns a copy that also searches by words. */
    public VectorQuery andContaining(String more) {
        return new VectorQuery(vector, Require.text("query", more), filter, topK, minScore);
    }

    /** Returns a copy with another filter. */
    public VectorQuery where(Filter other) {
        return new VectorQuery(vector, words, other, topK, minScore);
    }

    /** Returns a copy that wants so many. */
    public VectorQuery top(int count) {
        return new VectorQuery(vector, words, filter, count, minScore);
    }

    /** Returns a copy that wants only what fits so well. */
    public VectorQuery scoringAtLeast(double score) {
        return new VectorQuery(vector, words, filter, topK, score);
    }

    /** Returns the meaning, if it is searched for. */
    public Optional<Embedding> embedding() {
        return Optional.ofNullable(vector);
    }

    /** Returns the words, if they are searched for. */
    public Optional<String> text() {
        return Optional.ofNullable(words);
    }
}
