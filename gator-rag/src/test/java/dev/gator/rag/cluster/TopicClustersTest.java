package dev.gator.rag.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.embed.Embedding;
import dev.gator.embed.EmbeddingPurpose;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.testing.ScriptedEmbeddings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicClustersTest {

    private static final List<String> TEXTS = List.of(
            "The bread dough needs more flour and water.",
            "My bicycle wheel has a broken spoke.",
            "The refund for my invoice has not arrived.",
            "Bread dough rises slowly with cold water.",
            "Which spoke fits this bicycle wheel?",
            "Please send the refund for invoice seven.",
            "Flour and water make a good bread dough.",
            "A bicycle wheel with a loose spoke wobbles.",
            "The invoice is wrong, I want a refund.");

    private final ScriptedEmbeddings model = ScriptedEmbeddings.create();
    private final CallContext context = CallContext.create();

    @Test
    void findsAsManyTopicsAsThereAreAndNamesThemByTheirWords() {
        List<Topic> topics = TopicClusters.automatic().in(TEXTS, model, context);
        assertEquals(
                List.of(Set.of(0, 3, 6), Set.of(1, 4, 7), Set.of(2, 5, 8)),
                topics.stream().map(topic -> Set.copyOf(topic.members())).toList());
        assertTrue(
                topics.get(0).words().containsAll(List.of("bread", "dough")),
                topics.get(0).label());
        assertTrue(
                topics.get(1).words().containsAll(List.of("bicycle", "spoke")),
                topics.get(1).label());
        assertTrue(
                topics.get(2).words().containsAll(List.of("invoice", "refund")),
                topics.get(2).label());
        assertEquals(EmbeddingPurpose.CLUSTERING, model.requests().get(0).purpose());
    }

    @Test
    void givesTheSameTopicsEveryTime() {
        assertEquals(
                TopicClusters.automatic().in(TEXTS, model, context),
                TopicClusters.automatic().in(TEXTS, model, context));
        assertEquals(
                TopicClusters.of(4).in(TEXTS, model, context),
                TopicClusters.of(4).in(TEXTS, model, context));
    }

    @Test
    void takesTheNumberItIsGivenAndPutsEveryTextInOneTopic() {
        for (int count = 1; count <= 9; count++) {
            List<Topic> topics = TopicClusters.of(count).in(TEXTS, model, context);
            assertEquals(count, topics.size());
            Set<Integer> seen = new HashSet<>();
            topics.forEach(
                    topic -> topic.members().forEach(member -> assertTrue(seen.add(member), "twice: " + member)));
            assertEquals(9, seen.size());
        }
        assertEquals(9, TopicClusters.of(20).in(TEXTS, model, context).size());
    }

    @Test
    void theMostTypicalTextComesFirstAndTheLargestTopic() {
        List<Embedding> meanings = List.of(
                Embedding.of(0, 1),
                Embedding.of(10, 3),
                Embedding.of(5, 0.1f),
                Embedding.of(1, -0.6f),
                Embedding.of(0, 0));
        List<Topic> topics =
                TopicClusters.of(2).in(List.of("up", "right a", "right b", "right c", "right d"), meanings, context);
        assertEquals(2, topics.get(0).members().get(0));
        assertTrue(topics.get(0).members().size() >= 3);
        assertTrue(topics.get(0).cohesion() > 0.5 && topics.get(0).cohesion() < 1);
    }

    @Test
    void whatDoesNotFallApartIsOneTopic() {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        List<Embedding> meanings = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            float[] vector = new float[64];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            meanings.add(Embedding.of(vector));
            texts.add("text " + i);
        }
        assertEquals(1, TopicClusters.automatic().in(texts, meanings, context).size());
    }

    @Test
    void sameTextsAndNoTextsAreNoTrouble() {
        assertEquals(List.of(), TopicClusters.automatic().in(List.of(), model, context));
        assertEquals(
                1, TopicClusters.automatic().in(List.of("one"), model, context).size());
        List<Topic> same = TopicClusters.of(3).in(List.of("same", "same", "same", "same"), model, context);
        assertEquals(
                List.of(List.of(0, 1, 2, 3)), same.stream().map(Topic::members).toList());
        assertEquals(1.0, same.get(0).cohesion(), 1e-6);
    }

    @Test
    void refusesWhatDoesNotFitTogetherAndStopsWhenTold() {
        assertThrows(GatorException.class, () -> TopicClusters.of(0));
        assertThrows(GatorException.class, () -> TopicClusters.automatic()
                .in(List.of("a", "b"), List.of(Embedding.of(1)), context));
        assertThrows(GatorException.class, () -> TopicClusters.automatic()
                .in(List.of("a", "b"), List.of(Embedding.of(1), Embedding.of(1, 2)), context));
        Cancellation stop = Cancellation.create();
        stop.cancel();
        GatorException error = assertThrows(GatorException.class, () -> TopicClusters.of(2)
                .in(
                        List.of("a", "b"),
                        List.of(Embedding.of(1, 0), Embedding.of(0, 1)),
                        context.withCancellation(stop)));
        assertEquals(CallError.CANCELLED, error.code());
    }
}
