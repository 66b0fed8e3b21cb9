package dev.gator.rag.retrieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.budget.BudgetError;
import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Owner;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.ErrorCode;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.observe.SpanKind;
import dev.gator.store.Attributes;
import dev.gator.store.Filter;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetrievalPipelineTest {

    private final Shelf shelf = new Shelf()
            .put("warranty", "The warranty of the pump lasts three years.")
            .put("noise", "The pump is quiet: 38 decibels at one metre.")
            .put("delivery", "Delivery takes two days within the country.")
            .put("returns", "Goods can be returned within thirty days.");
    private final CallContext context = CallContext.create();

    @Test
    void findsWhatAnswersFirst() {
        List<Evidence> found = RetrievalPipeline.over(shelf.corpus()).find("How long does the warranty last?", context);

        assertEquals("warranty", found.get(0).chunk().id());
        assertTrue(found.get(0).score() > found.get(1).score());
    }

    @Test
    void findsByWordsAloneWithoutAModel() {
        List<Evidence> found = RetrievalPipeline.over(shelf.wordsOnly()).find("warranty pump", context);

        assertEquals("warranty", found.get(0).chunk().id());
    }

    @Test
    void everyStageLeavesOneStepAndOneSpan() {
        RecordingObserver observer = RecordingObserver.create();
        ManualTime time = ManualTime.create();
        Stage slow = stage("slow", (search, run) -> {
            time.advance(Duration.ofMillis(7));
            run.note("took its time");
            return search;
        });

        Retrieved found = RetrievalPipeline.over(shelf.corpus())
                .withStages(Stages.search(4), slow, Stages.top(1))
                .retrieve("pump", time.context().withObserver(observer));

        assertEquals(
                List.of("search", "slow", "top"),
                found.trace().steps().stream().map(RetrievalTrace.Step::stage).toList());
        assertEquals(
                List.of("search", "slow", "top"),
                observer.ended(SpanKind.RETRIEVAL).stream().map(it -> it.name()).toList());
        assertTrue(observer.isBalanced());
        RetrievalTrace.Step step = found.trace().steps().get(1);
        assertEquals(Duration.ofMillis(7), step.took());
        assertEquals(List.of("took its time"), step.notes());
        RetrievalTrace.Step cut = found.trace().steps().get(2);
        assertEquals(4, cut.in());
        assertEquals(1, cut.out());
        assertEquals(3, cut.dropped().size());
        assertFalse(cut.dropped().contains(found.evidence().get(0).chunk().id()));
        assertTrue(found.trace().toString().contains("slow"), found.trace().toString());
        assertTrue(
                found.trace().toString().contains("took its time"),
                found.trace().toString());
    }

    @Test
    void ownersDoNotSeeEachOther() {
        shelf.put(Owner.of("acme", "ann"), "secret", "The warranty of Ann lasts ten years.", Attributes.none());
        RetrievalPipeline pipeline = RetrievalPipeline.over(shelf.corpus())
                .withStages(Stages.feedback(), Stages.search(50), Stages.surroundings(500));

        assertFalse(Shelf.names(pipeline.find("warranty of Ann", context)).contains("secret"));
        assertEquals(
                List.of("secret"), Shelf.names(pipeline.find("warranty", context.withOwner(Owner.of("acme", "ann")))));
        assertEquals(List.of(), pipeline.find("warranty", context.withOwner(Owner.of("acme", "bob"))));
    }

    @Test
    void aFilterHoldsInEveryStage() {
        shelf.put(
                "new",
                "The warranty of the new pump lasts five years.",
                Attributes.none().with("year", 2026));

        List<Evidence> found = RetrievalPipeline.over(shelf.corpus())
                .where(Filter.eq("year", 2026))
                .withFirst(Stages.feedback())
                .find("warranty", context);

        assertEquals(List.of("new"), Shelf.names(found));
    }

    @Test
    void anOptionalStageThatFailsIsLeftOutWithANote() {
        Retrieved found = RetrievalPipeline.over(shelf.corpus())
                .withStages(Stages.search(4), failing(ProviderError.OVERLOADED), Stages.top(1))
                .retrieve("warranty", context);

        assertEquals(List.of("warranty"), Shelf.names(found.evidence()));
        assertEquals(Optional.of("GATOR-PRV-011"), found.trace().failed().get(0).failure());
        assertTrue(found.trace().toString().contains("left out: GATOR-PRV-011"));
    }

    @Test
    void theCallersMistakesLimitsAndWishesEndTheSearch() {
        for (ErrorCode code :
                List.of(CallError.BAD_ARGUMENT, CallError.CANCELLED, CallError.DEADLINE, BudgetError.values()[0])) {
            RetrievalPipeline pipeline =
                    RetrievalPipeline.over(shelf.corpus()).withStages(Stages.search(4), failing(code));

            assertEquals(
                    code,
                    assertThrows(GatorException.class, () -> pipeline.find("warranty", context))
                            .code());
        }
    }

    @Test
    void aRequiredStageThatFailsEndsTheSearch() {
        Stage broken = new Stage() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public boolean required() {
                return true;
            }

            @Override
            public Search apply(Search search, StageRun run) {
                throw new GatorException(ProviderError.OVERLOADED, "busy");
            }
        };
        RecordingObserver observer = RecordingObserver.create();
        RetrievalPipeline pipeline = RetrievalPipeline.over(shelf.corpus()).withStages(broken);

        assertThrows(GatorException.class, () -> pipeline.find("warranty", context.withObserver(observer)));
        assertTrue(observer.isBalanced());
    }

    @Test
    void aCancelledCallStopsBetweenStages() {
        Cancellation cancellation = Cancellation.create();
        Stage cancelling = stage("cancelling", (search, run) -> {
            cancellation.cancel();
            return search;
        });
        Stage never = stage("never", (search, run) -> {
            throw new AssertionError("went on after the call was cancelled");
        });
        RetrievalPipeline pipeline = RetrievalPipeline.over(shelf.corpus()).withStages(cancelling, never);

        GatorException error = assertThrows(
                GatorException.class, () -> pipeline.find("warranty", context.withCancellation(cancellation)));

        assertEquals(ErrorCategory.CANCELLED, error.category());
    }

    @Test
    void aPassedDeadlineStopsBetweenStages() {
        ManualTime time = ManualTime.create();
        Stage slow = stage("slow", (search, run) -> {
            time.advance(Duration.ofSeconds(2));
            return search;
        });
        RetrievalPipeline pipeline = RetrievalPipeline.over(shelf.corpus()).withStages(slow, Stages.search(3));

        GatorException error = assertThrows(
                GatorException.class,
                () -> pipeline.find("warranty", time.context().withTimeout(Duration.ofSeconds(1))));

        assertEquals(CallError.DEADLINE, error.code());
    }

    @Test
    void aBlankQuestionIsRefused() {
        RetrievalPipeline pipeline = RetrievalPipeline.over(shelf.corpus());

        assertEquals(
                CallError.BAD_ARGUMENT,
                assertThrows(GatorException.class, () -> pipeline.find("  ", context))
                        .code());
    }

    static Stage stage(String name, Working working) {
        return new Stage() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Search apply(Search search, StageRun run) {
                return working.apply(search, run);
            }
        };
    }

    interface Working {
        Search apply(Search search, StageRun run);
    }

    private static Stage failing(ErrorCode code) {
        return stage("failing", (search, run) -> {
            throw new GatorException(code, "the test says so");
        });
    }
}
