package dev.gator.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void comparesDirections() {
        Embedding east = Embedding.of(2, 0);

        assertEquals(1, east.cosine(Embedding.of(5, 0)), 1e-9);
        assertEquals(0, east.cosine(Embedding.of(0, 3)), 1e-9);
        assertEquals(-1, east.cosine(Embedding.of(-1, 0)), 1e-9);
        assertEquals(0, east.cosine(Embedding.of(0, 0)), "nothing is like nothing");
        assertThrows(GatorException.class, () -> east.dot(Embedding.of(1, 2, 3)));
    }

    @Test
    void cannotBeChangedFromOutside() {
        float[] values = {1, 2};
        Embedding embedding = Embedding.of(values);
        values[0] = 9;
        embedding.toArray()[1] = 9;

        assertEquals(Embedding.of(1, 2), embedding);
        assertEquals(Embedding.of(1, 2).hashCode(), embedding.hashCode());
        assertEquals(2, embedding.get(1));
        assertThrows(GatorException.class, Embedding::of);
    }

    @Test
    void requestsRefuseWhatCannotBeEmbedded() {
        assertThrows(GatorException.class, () -> EmbeddingRequest.of(List.of()));
        String message = assertThrows(GatorException.class, () -> EmbeddingRequest.of("fine", " "))
                .getMessage();
        assertTrue(message.contains("text 1"), message);
        assertThrows(GatorException.class, () -> RerankRequest.of(" ", List.of("a")));
        assertThrows(
                GatorException.class, () -> RerankRequest.of("q", List.of("a")).withTop(0));
    }

    @Test
    void aSingleQueryIsAskedAsAQuery() {
        EmbeddingModel model = new EmbeddingModel() {
            @Override
            public EmbeddingCard card() {
                return new EmbeddingCard("fake:one", 1, 0, 10, null);
            }

            @Override
            public EmbeddingReply embed(EmbeddingRequest request) {
                float purpose = request.purpose() == EmbeddingPurpose.QUERY ? 1 : 0;
                return new EmbeddingReply(List.of(Embedding.of(purpose)), "fake:one", Usage.NONE, Optional.empty());
            }
        };

        assertEquals(Embedding.of(1), model.embed("where?"));
        assertEquals(OptionalInt.of(1), model.card().dimensions());
        assertEquals(Optional.empty(), model.card().pricing());
    }
}
