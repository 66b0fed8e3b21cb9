package dev.gator.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Span;
import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.Json;
import dev.gator.observe.Explanation;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final String HOSTILE = "</dd><script>alert('x')</script> \"quoted\" & more\nsecond line";

    private final ManualTime time = ManualTime.create();
    private final TraceRecorder recorder = TraceRecorder.create();
    private final CallContext context = CallContext.create().withTime(time).withObserver(recorder);

    @Test
    void recordsATreeWithTimesFactsAndTotals() {
        Explanation tree = consensus();

        assertEquals("consensus", tree.name());
        assertEquals(
                List.of("acme:one", "acme:two"),
                tree.children().stream().map(Explanation::name).toList());
        assertEquals(Duration.ofMillis(300), tree.took());
        assertEquals(Duration.ofMillis(100), tree.children().get(0).took());
        assertEquals(Outcome.FAILED, tree.children().get(1).outcome());
        assertEquals(Optional.of("GATOR-PRV-010"), tree.children().get(1).error());
        assertEquals(
                new Explanation.Fact("agreement", "0.75 (3 of 4)"), tree.facts().get(0));
        assertEquals(15, tree.totalUsage().total());
        assertEquals(Optional.of(Money.usd("0.002")), tree.totalCost());
    }

    @Test
    void whatStillRunsIsShownAsCutOff() {
        Span outer = context.open(SpanKind.STRATEGY, "hedge");
        Span loser = outer.context().open(SpanKind.CHAT, "slow");
        time.advance(Duration.ofMillis(5));
        loser.note("attempt", "1");
        outer.end();

        Explanation tree = recorder.explanation().orElseThrow();

        assertEquals(Outcome.CANCELLED, tree.children().get(0).outcome());
        assertEquals(Duration.ofMillis(5), tree.children().get(0).took());
    }

    @Test
    void aFullRecorderCountsWhatItDrops() {
        TraceRecorder small = TraceRecorder.ofSpans(1);
        CallContext watched = CallContext.create().withObserver(small);
        watched.open(SpanKind.STEP, "kept").end();
        watched.open(SpanKind.STEP, "dropped").note("lost", "fact").end();

        assertEquals(1, small.dropped());
        assertEquals("kept", small.explanation().orElseThrow().name());
        assertTrue(TraceRecorder.create().explanation().isEmpty());
    }

    @Test
    void jsonComesBackExactly() {
        Explanation tree = consensus();

        assertEquals(tree, TraceJson.read(Json.parse(TraceJson.write(tree).toString())));
    }

    @Test
    void aReplyCarriesItsExplanationWholeAndStreamed() {
        ScriptedModel model = ScriptedModel.replying("hello", "hello");
        ChatModel explained = Explained.of(new Spanned(model));

        Explanation whole = explained.chat(ChatRequest.of("hi")).explanation().orElseThrow();
        Explanation streamed =
                explained.stream(ChatRequest.of("hi")).reply().explanation().orElseThrow();

        assertEquals("inner", whole.children().get(0).name());
        assertEquals("inner", streamed.children().get(0).name());
        assertEquals(Outcome.OK, streamed.outcome());
        assertEquals(model.card(), explained.card());
    }

    @Test
    void aFailureStaysAFailure() {
        ChatModel explained = Explained.of(ScriptedModel.create().fail(ProviderError.BAD_KEY));

        assertEquals(
                ProviderError.BAD_KEY,
                assertThrows(GatorException.class, () -> explained.chat("hi")).code());
    }

    @Test
    void thePageShowsEverythingAndRunsNothing() {
        String page = HtmlPage.of(consensus());

        assertTrue(page.contains("What decided"));
        assertTrue(page.contains("0.75 (3 of 4)"));
        assertTrue(page.contains("GATOR-PRV-010"));
        assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), "a hostile fact is text");
        assertFalse(page.contains("<script"), "and never markup");
        assertTrue(page.contains("default-src 'none'"));
        assertTrue(page.length() < 60_000);
        assertTrue(page.contains("--strategy:"), "the style is inside");
    }

    @Test
    void aPageWithoutDecisionsHasNoEmptySection() {
        context.open(SpanKind.CHAT, "plain").end();

        assertFalse(HtmlPage.of(recorder.explanation().orElseThrow()).contains("What decided"));
    }

    @Test
    void diagramsEscapeTheirOwnSyntax() {
        Explanation tree = consensus();

        String mermaid = Diagram.mermaid(tree);
        assertTrue(mermaid.startsWith("flowchart TD\n  n0[\"consensus"));
        assertTrue(mermaid.contains("n0 --> n1"));
        assertTrue(mermaid.lines().noneMatch(line -> line.contains("<script")));
        String dot = Diagram.dot(tree);
        assertTrue(dot.contains("n0 -> n2;"));
        assertTrue(dot.contains("style=dashed"));
    }

    @Test
    void figuresReadWell() {
        assertEquals("1.50 ms", Figures.time(Duration.ofNanos(1_500_000)));
        assertEquals("250 ms", Figures.time(Duration.ofMillis(250)));
        assertEquals("12.0 s", Figures.time(Duration.ofSeconds(12)));
        assertEquals("tokens unknown", Figures.tokens(Usage.UNKNOWN));
    }

    private Explanation consensus() {
        Span outer = context.open(SpanKind.STRATEGY, "consensus");
        Span one = outer.context().open(SpanKind.CHAT, "acme:one");
        time.advance(Duration.ofMillis(100));
        one.end(Usage.reported(10, 5), Optional.of(Money.usd("0.002")));
        Span two = outer.context().open(SpanKind.CHAT, "acme:two");
        time.advance(Duration.ofMillis(200));
        two.failed(new GatorException(ProviderError.SERVER_ERROR, "down"));
        outer.note("agreement", "0.75 (3 of 4)").note("dissent", HOSTILE).end();
        return recorder.explanation().orElseThrow();
    }

    private record Spanned(ChatModel model) implements ChatModel {

        @Override
        public ModelCard card() {
            return model.card();
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            Span span = request.context().open(SpanKind.CHAT, "inner");
            ChatReply reply = model.chat(request.withContext(span.context()));
            span.end(reply.usage(), reply.cost());
            return reply;
        }

        @Override
        public ChatStream stream(ChatRequest request) {
            request.context().open(SpanKind.CHAT, "inner").end();
            return model.stream(request);
        }
    }
}
