package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingModel;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Vectors made on this machine. */
interface LocalEmbeddingTests {

    EmbeddingModel model();

    double tolerance();

    @Test
    default void givesEachTextAVectorOfTheCardsSize() {
        List<Embedding> vectors = embed("one", Samples.HARD_TEXT, "word ".repeat(3_000));
        assertEquals(3, vectors.size());
        vectors.forEach(vector ->
                assertEquals(model().card().dimensions().orElse(vectors.get(0).dimensions()), vector.dimensions()));
        vectors.forEach(vector -> assertTrue(vector.dot(vector) > 0, "a vector without length"));
    }

    @Test
    default void givesTheSameVectorEachTime() {
        assertEquals(embed("The cat sat on the mat."), embed("The cat sat on the mat."));
    }

    @Test
    default void givesInABatchWhatItGivesAlone() {
        String[] texts = {"one", "a longer text with several words", "three three three", "four"};
        List<Embedding> batch = embed(texts);
        for (int i = 0; i < texts.length; i++) {
            double likeness = batch.get(i).cosine(embed(texts[i]).get(0));
            assertTrue(likeness > 1 - tolerance(), "text " + i + " alone and in a batch: " + likeness);
        }
    }

    @Test
    default void putsAlikeMeaningsNearer() {
        List<Embedding> vectors = embed(
                "How do I bake bread?", "What is the way to bake a loaf of bread?", "Shares fell sharply on Monday.");
        assertTrue(vectors.get(0).cosine(vectors.get(1)) > vectors.get(0).cosine(vectors.get(2)));
    }

    @Test
    default void splitsWhatIsTooMuchForOneGo() {
        int count = Math.min(2 * model().card().largestBatch() + 1, 300);
        String[] texts = IntStream.range(0, count).mapToObj(i -> "text " + i).toArray(String[]::new);
        assertEquals(count, embed(texts).size());
    }

    @Test
    default void answersSeveralCallersAtOnce() {
        List<Embedding> expected = embed("The cat sat on the mat.");
        List<CompletableFuture<List<Embedding>>> replies = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> embed("The cat sat on the mat.")))
                .toList();
        replies.forEach(reply -> assertTrue(
                reply.join().get(0).cosine(expected.get(0)) > 1 - tolerance(), "another vector for the same text"));
    }

    @Test
    default void startsNothingWhenCancelled() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        EmbeddingRequest request =
                EmbeddingRequest.of("one").withContext(CallContext.create().withCancellation(cancellation));
        GatorException e = assertThrows(GatorException.class, () -> model().embed(request));
        assertEquals(CallError.CANCELLED, e.code());
    }

    private List<Embedding> embed(String... texts) {
        return model().embed(EmbeddingRequest.of(texts)).embeddings();
    }
}
