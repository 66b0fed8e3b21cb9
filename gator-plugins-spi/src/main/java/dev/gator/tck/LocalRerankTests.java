package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.embed.RerankReply;
import dev.gator.embed.RerankRequest;
import dev.gator.embed.Reranker;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rankings made on this machine. */
interface LocalRerankTests {

    /** The candidates of the tests; the one about bread comes third. */
    List<String> DOCUMENTS = List.of(
            "Shares fell sharply on Monday.",
            "The river Rhine flows through Basel.",
            "To bake bread, mix flour, water, salt and yeast.",
            "A violin has four strings.");

    Reranker model();

    @Test
    default void putsTheFittingDocumentFirst() {
        RerankReply reply = model().rerank(RerankRequest.of("how to bake bread", DOCUMENTS));
        assertEquals(2, reply.ranked().get(0).index());
    }

    @Test
    default void ranksEachDocumentOnceByFallingScoresFromOneToZero() {
        List<RerankReply.Ranked> ranked =
                model().rerank(RerankRequest.of("bread flour", DOCUMENTS)).ranked();
        assertEquals(
                List.of(0, 1, 2, 3),
                ranked.stream().map(RerankReply.Ranked::index).sorted().toList());
        double last = 1;
        for (RerankReply.Ranked each : ranked) {
            assertTrue(each.score() >= 0 && each.score() <= last, "scores: " + ranked);
            last = each.score();
        }
    }

    @Test
    default void returnsNoMoreThanWanted() {
        assertEquals(
                2,
                model().rerank(RerankRequest.of("bread", DOCUMENTS).withTop(2))
                        .ranked()
                        .size());
    }

    @Test
    default void takesAnyScript() {
        RerankReply reply = model().rerank(RerankRequest.of(Samples.HARD_TEXT, List.of("x", Samples.HARD_TEXT, " ")));
        assertEquals(1, reply.ranked().get(0).index());
    }

    @Test
    default void ranksTheSameEachTime() {
        RerankRequest request = RerankRequest.of("river", DOCUMENTS);
        assertEquals(model().rerank(request).ranked(), model().rerank(request).ranked());
    }

    @Test
    default void startsNothingWhenCancelled() {
        Cancellation cancellation = Cancellation.create();
        cancellation.cancel();
        RerankRequest request = RerankRequest.of("river", DOCUMENTS)
                .withContext(CallContext.create().withCancellation(cancellation));
        GatorException e = assertThrows(GatorException.class, () -> model().rerank(request));
        assertEquals(CallError.CANCELLED, e.code());
    }
}
