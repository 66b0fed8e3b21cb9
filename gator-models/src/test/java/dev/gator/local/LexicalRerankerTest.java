package dev.gator.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexicalRerankerTest {

    private static final List<String> PLACES = List.of(
            "The harbour of Hamburg moves eight million containers a year.",
            "Cheese ripens in caves; the taste depends on the mould.",
            "Hamburg has a harbour.",
            "A year in the mountains changes a person.",
            "");

    private static RerankReply rank(String query) {
        return LexicalReranker.create().rerank(RerankRequest.of(query, PLACES));
    }

    private static List<Integer> order(RerankReply reply) {
        return reply.ranked().stream().map(RerankReply.Ranked::index).toList();
    }

    @Test
    void putsTheTextAboutAllWordsFirst() {
        assertEquals(0, order(rank("containers in Hamburg's harbour")).get(0));
        assertEquals(1, order(rank("ripened cheeses")).get(0));
    }

    @Test
    void scoresLieBetweenNothingAndOne() {
        RerankReply reply = rank("Hamburg harbour");
        assertEquals(5, reply.ranked().size());
        reply.ranked().forEach(one -> assertTrue(one.score() >= 0 && one.score() <= 1, one.toString()));
        assertTrue(reply.ranked().get(0).score() > 0.8, reply.ranked().toString());
        assertEquals(0, reply.ranked().get(4).score());
    }

    @Test
    void wordsThatStandTogetherCountMore() {
        List<String> texts = List.of(
                "The red carpet leads past a wall, and behind it somebody keeps a fox of unknown colour in a house.",
                "A red fox crossed the carpet, and behind the wall somebody keeps something unknown in that house.");
        RerankReply reply = LexicalReranker.create().rerank(RerankRequest.of("red fox", texts));
        assertEquals(1, order(reply).get(0));
    }

    @Test
    void returnsOnlyTheBestFewAndKeepsTheOrderOfEquals() {
        RerankReply reply = LexicalReranker.create()
                .rerank(RerankRequest.of("nothing of it", List.of("a b", "c d", "e f"))
                        .withTop(2));
        assertEquals(List.of(0, 1), order(reply));
    }

    @Test
    void stopsWhenCancelled() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        RerankRequest request =
                RerankRequest.of("x", PLACES).withContext(CallContext.create().withCancellation(cancellation));
        assertEquals(
                CallError.CANCELLED,
                assertThrows(GatorException.class, () -> LexicalReranker.create()
                                .rerank(request))
                        .code());
    }
}
