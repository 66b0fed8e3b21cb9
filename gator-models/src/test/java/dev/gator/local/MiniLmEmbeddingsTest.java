package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingReply;
import dev.gator.embed.EmbeddingRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MiniLmEmbeddingsTest {

    private static final MiniLmEmbeddings MODEL =
            MiniLmEmbeddings.builder().threads(1).build();

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static List<Embedding> embed(String... texts) {
        return MODEL.embed(EmbeddingRequest.of(texts)).embeddings();
    }

    @Test
    void paraphrasesAreNearerThanStrangers() {
        List<Embedding> e = embed(
                "How do I reset my password?",
                "I forgot my login credentials and need new ones",
                "The volcano erupted twice last century",
                "A mountain spat lava two times in the past hundred years");
        assertTrue(e.get(0).cosine(e.get(1)) > e.get(0).cosine(e.get(2)) + 0.2);
        assertTrue(e.get(2).cosine(e.get(3)) > e.get(1).cosine(e.get(3)) + 0.2);
    }

    @Test
    void vectorsHaveLengthOneAndTheCardsDimensions() {
        Embedding one = MODEL.embed("hello");
        assertEquals(MODEL.card().dimensions().orElseThrow(), one.dimensions());
        assertEquals(1, Math.sqrt(one.dot(one)), 1e-5);
    }

    @Test
    void aTextHasTheSameVectorAloneAndInABatch() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add("Sentence number " + i + " speaks about rivers" + " and bridges over them".repeat(i % 7) + ".");
        }
        List<Embedding> batch = MODEL.embed(EmbeddingRequest.of(texts)).embeddings();
        for (int i = 0; i < texts.size(); i += 5) {
            Embedding alone = embed(texts.get(i)).get(0);
            assertEquals(1, alone.cosine(batch.get(i)), 1e-6);
        }
        try (MiniLmEmbeddings quick =
                MiniLmEmbeddings.builder().threads(2).batchTokens(512).build()) {
            List<Embedding> rough = quick.embed(EmbeddingRequest.of(texts)).embeddings();
            for (int i = 0; i < texts.size(); i++) {
                assertTrue(
                        rough.get(i).cosine(batch.get(i)) > 0.97,
                        i + ": " + rough.get(i).cosine(batch.get(i)));
            }
        }
    }

    @Test
    void sameInputSameVectors() {
        assertEquals(embed("one", "two words here"), embed("one", "two words here"));
    }

    @Test
    void longTextsAreCutAtTheWindow() {
        String start = "The castle stands on a hill. ".repeat(60);
        List<Embedding> e = embed(start, start + "Bananas are yellow. ".repeat(200));
        assertTrue(e.get(0).cosine(e.get(1)) > 0.97);
        EmbeddingReply reply = MODEL.embed(EmbeddingRequest.of(start));
        assertEquals(256, reply.usage().input());
        assertTrue(reply.cost().isPresent());
    }

    @Test
    void stopsBetweenBatchesWhenCancelled() {
        Cancellation cancellation = Cancellation.create();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add("A longer sentence about the matter number " + i + " that takes some time to compute");
        }
        EmbeddingRequest request =
                EmbeddingRequest.of(texts).withContext(CallContext.create().withCancellation(cancellation));
        MODEL.embed("warm");
        Thread canceller = new Thread(cancellation::cancel);
        canceller.start();
        GatorException error = assertThrows(GatorException.class, () -> MODEL.embed(request));
        assertEquals(CallError.CANCELLED, error.code());
    }

    @Test
    void worksWhenThePoolHasNoThreadToSpare() {
        try (MiniLmEmbeddings model = MiniLmEmbeddings.builder().threads(4).build()) {
            for (Executor pool : List.<Executor>of(task -> {}, task -> {
                throw new RejectedExecutionException();
            })) {
                EmbeddingRequest request = EmbeddingRequest.of("one", "two", "three", "four")
                        .withContext(CallContext.create().withWorkers(pool));
                assertEquals(4, model.embed(request).embeddings().size());
            }
        }
    }

    @Test
    void refusesOtherDimensions() {
        assertThrows(
                GatorException.class, () -> MODEL.embed(EmbeddingRequest.of("x").withDimensions(100)));
    }

    @Test
    void closedModelRefusesToWork() {
        MiniLmEmbeddings model = MiniLmEmbeddings.builder().threads(1).build();
        model.embed("x");
        model.close();
        model.close();
        assertEquals(
                CallError.CLOSED,
                assertThrows(GatorException.class, () -> model.embed("x")).code());
    }
}
