package dev.gator.rag.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.Owner;
import dev.gator.error.GatorException;
import dev.gator.store.KeyValueStore;
import dev.gator.testing.ManualTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedbackBookTest {

    private static final Owner ANN = Owner.of("acme", "ann");
    private static final Owner BOB = Owner.of("acme", "bob/ann");

    private final ManualTime time = ManualTime.create();
    private final FeedbackBook book = FeedbackBook.over(KeyValueStore.inMemory(time), time);

    @Test
    void eachPersonSaysOneThingAndMayChangeIt() {
        book.give(ANN, "reel-1", Feedback.stars(2));
        book.give(ANN, "reel-1", Feedback.stars(4).saying("Better"));
        book.give(BOB, "reel-1", Feedback.up());
        book.give(BOB, "reel-10", Feedback.down());
        book.give(Owner.of("other", "ann"), "reel-1", Feedback.stars(1));

        FeedbackSummary summary = book.summary(ANN, "reel-1");

        assertEquals(new FeedbackSummary(2, List.of(0, 0, 0, 1, 0), 1, 0, 1), summary);
        assertEquals(4, summary.meanStars());
        assertEquals(time.now(), book.of(ANN, "reel-1").orElseThrow().at());
        assertTrue(book.takeBack(ANN, "reel-1"));
        assertFalse(book.takeBack(ANN, "reel-1"));
    }

    @Test
    void feedbackSaysSomething() {
        assertThrows(GatorException.class, () -> Feedback.stars(6));
        assertThrows(GatorException.class, () -> Feedback.comment(" "));
        assertThrows(GatorException.class, () -> book.give(ANN, "a/b", Feedback.up()));
    }

    @Test
    void erasingAPersonErasesWhatThatPersonSaidAndNothingElse() {
        book.give(ANN, "reel-1", Feedback.up());
        book.give(ANN, "reel-2", Feedback.comment("Fine"));
        book.give(BOB, "reel-1", Feedback.down());

        assertEquals(2, book.erase(ANN));

        assertEquals(Optional.empty(), book.of(ANN, "reel-2"));
        assertEquals(1, book.summary(ANN, "reel-1").down());
    }

    @Test
    void manyVotesWeighMoreThanFew() {
        FeedbackSummary few = new FeedbackSummary(3, List.of(0, 0, 0, 0, 0), 3, 0, 0);
        FeedbackSummary many = new FeedbackSummary(100, List.of(0, 0, 0, 0, 0), 90, 10, 0);

        assertEquals(0.4385, few.approval(), 1e-4);
        assertEquals(0.8256, many.approval(), 1e-4);
        assertEquals(0, new FeedbackSummary(0, List.of(0, 0, 0, 0, 0), 0, 0, 0).approval());
    }
}
