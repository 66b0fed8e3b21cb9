package dev.gator.orchestration.deliberate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ResponseFormat;
import dev.gator.chat.Warning;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.orchestration.engine.Judge;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.testing.Gate;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsensusTest {

    private static final ChatRequest QUESTION = ChatRequest.of("Is this clause enforceable?");

    record Ruling(boolean enforceable, String reason) {}

    @Test
    void enoughVotersThatMeanTheSameWin() {
        Consensus consensus = all(
                "Yes, the clause is enforceable.",
                "The clause is enforceable, yes.",
                "It is not enforceable.",
                "An enforceable clause it is: yes.");
        Verdict verdict = consensus.deliberate(QUESTION);
        assertEquals(Verdict.Outcome.AGREED, verdict.outcome());
        assertEquals("agreed, agreement 0.75 (3 of 4)", verdict.toString());
        assertEquals(1, verdict.dissent().size());
        assertEquals("m3: \"It is not enforceable.\"", verdict.dissent().get(0).toString());
        assertEquals("words", verdict.comparedBy());
    }

    @Test
    void aFailedVoterDoesNotSinkTheVote() {
        ScriptedModel broken = named(2).fail(ProviderError.SERVER_ERROR);
        List<Member> members = Member.all(named(1).reply("Paris"), broken, named(3).reply("Paris"));
        Verdict verdict = Consensus.builder(members).waitForAll().build().deliberate(QUESTION);
        assertEquals("Paris", verdict.orThrow().text());
        assertEquals(List.of(new FailedVoter("m2", "GATOR-PRV-010", "the script says so")), verdict.failed());
    }

    @Test
    void aBlankAnswerIsNoVote() {
        Verdict verdict = all("Paris", "  ", "Paris").deliberate(QUESTION);
        assertEquals("m2", verdict.failed().get(0).name());
        assertEquals(2, verdict.votes());
    }

    @Test
    void tooManyFailuresEndTheVoteAtOnce() {
        Gate gate = Gate.closed();
        ScriptedModel slow = named(3).behind(gate).reply("Paris");
        Consensus consensus =
                Consensus.of(named(1).fail(ProviderError.SERVER_ERROR), named(2).fail(ProviderError.OVERLOADED), slow);
        GatorException error = assertThrows(GatorException.class, () -> consensus.chat(QUESTION));
        assertSame(OrchestrationError.NO_QUORUM, error.code());
        assertTrue(
                slow.calls() == 0 || slow.lastRequest().context().cancellation().isCancelled());
    }

    @Test
    void aMinorityCannotWin() {
        Consensus consensus = all("Paris is it", "London is it", "Rome is it", "Paris is it", "Oslo is it");
        Verdict verdict = consensus.deliberate(QUESTION);
        assertEquals(Verdict.Outcome.DISAGREED, verdict.outcome());
        assertTrue(verdict.answer().isEmpty());
        assertEquals(0.4, verdict.agreement(), 1e-9);
        Consensus again = all("Paris is it", "London is it", "Rome is it", "Paris is it", "Oslo is it");
        GatorException error = assertThrows(GatorException.class, () -> again.chat(QUESTION));
        assertSame(OrchestrationError.NO_AGREEMENT, error.code());
        assertFalse(error.getMessage().contains("London"), "messages quote no replies");
    }

    @Test
    void aTieIsReported() {
        Verdict verdict = all("Paris", "London", "Paris", "London").deliberate(QUESTION);
        assertEquals(Verdict.Outcome.TIED, verdict.outcome());
        assertEquals(2, verdict.dissent().size());
    }

    @Test
    void aRuleMayDecideATieButNeverSilently() {
        Consensus consensus = Consensus.builder(Member.all(named(1).reply("Paris"), named(2).reply("London")))
                .undecided(Undecided.HEAVIEST)
                .build();
        ChatReply reply = consensus.chat(QUESTION);
        assertEquals("Paris", reply.text());
        assertEquals(
                List.of(new Warning(
                        "consensus",
                        "a tie at 0.50 of the votes, more than 0.50 is needed; the heaviest position was taken")),
                reply.warnings());
    }

    @Test
    void aJudgeMayDecideATie() {
        ScriptedModel judge = named(9).reply(
                        """
                {"grades":{"candidate_1":{"points":[2,2,2],"reason":"wrong"},
                           "candidate_2":{"points":[9,9,9],"reason":"right"}}}""");
        Consensus consensus = Consensus.highQuality(
                Member.all(named(1).reply("Paris"), named(2).reply("London")), Meaning.lexical(), Judge.of(judge));
        Verdict verdict = consensus.deliberate(QUESTION);
        assertEquals(Verdict.Outcome.DECIDED, verdict.outcome());
        assertEquals("London", verdict.orThrow().text());
        String shown = judge.lastRequest().messages().get(0).text();
        assertFalse(shown.contains("m1"), "candidates are shown without their authors");
    }

    @Test
    void weightsCount() {
        List<Member> members = List.of(
                Member.of(named(1).reply("Paris")).weighing(3),
                Member.of(named(2).reply("London")),
                Member.of(named(3).reply("London")));
        Verdict verdict = Consensus.builder(members).waitForAll().build().deliberate(QUESTION);
        assertEquals("Paris", verdict.orThrow().text());
        assertEquals(0.6, verdict.agreement(), 1e-9);
    }

    @Test
    void verifiedWantsMoreThanAPlainMajority() {
        List<Member> members = Member.all(named(1).reply("Paris"), named(2).reply("London"), named(3).reply("Paris"));
        assertEquals(
                Verdict.Outcome.DISAGREED,
                Consensus.verified(members, Meaning.lexical())
                        .deliberate(QUESTION)
                        .outcome());
    }

    @Test
    void stopsEarlyAndCancelsTheRest() throws Exception {
        Gate never = Gate.closed();
        Gate soon = Gate.closed();
        ScriptedModel slow = named(3).behind(never).reply("London");
        Consensus consensus = Consensus.of(
                named(1).behind(soon).reply("Paris"), named(2).behind(soon).reply("Paris"), slow);
        CompletableFuture<Verdict> call = CompletableFuture.supplyAsync(() -> consensus.deliberate(QUESTION));
        never.awaitArrivals(1);
        soon.open();
        Verdict verdict = call.get(10, TimeUnit.SECONDS);
        assertEquals(List.of("m3"), verdict.unheard());
        assertEquals("Paris", verdict.orThrow().text());
        assertTrue(slow.lastRequest().context().cancellation().isCancelled());
    }

    @Test
    void cancellingCancelsEveryMember() throws Exception {
        Gate gate = Gate.closed();
        List<ScriptedModel> models = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> named(i).behind(gate).reply("Paris"))
                .toList();
        Consensus consensus = Consensus.of(models.toArray(ScriptedModel[]::new));
        Cancellation stop = Cancellation.create();
        ChatRequest request = QUESTION.withContext(CallContext.create().withCancellation(stop));
        CompletableFuture<Verdict> call = CompletableFuture.supplyAsync(() -> consensus.deliberate(request));
        gate.awaitArrivals(4);
        stop.cancel();
        CompletionException error = assertThrows(CompletionException.class, () -> call.orTimeout(10, TimeUnit.SECONDS)
                .join());
        assertSame(CallError.CANCELLED, ((GatorException) error.getCause()).code());
        models.forEach(
                model -> assertTrue(model.lastRequest().context().cancellation().isCancelled()));
    }

    @Test
    void takesAsLongAsTheSlowestAndNoLonger() throws Exception {
        ManualTime time = ManualTime.create();
        ScriptedModel[] models = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> named(i).taking(Duration.ofMillis(200)).reply("Paris"))
                .toArray(ScriptedModel[]::new);
        Consensus consensus = Consensus.builder(Member.all(models)).waitForAll().build();
        CompletableFuture<Verdict> call =
                CompletableFuture.supplyAsync(() -> consensus.deliberate(QUESTION.withContext(time.context())));
        time.awaitSleepers(5);
        time.advance(Duration.ofMillis(200));
        assertEquals(1.0, call.get(10, TimeUnit.SECONDS).agreement(), 1e-9);
        assertEquals(Duration.ofMillis(200), Duration.ofNanos(time.nanos()));
    }

    @Test
    void structuredAnswersAreComparedExactly() {
        ChatRequest request =
                QUESTION.toBuilder().format(ResponseFormat.json(Ruling.class)).build();
        Consensus exact = all(
                "{\"enforceable\":true,\"reason\":\"written\"}",
                "{\"reason\":\"written\",\"enforceable\":true}",
                "{\"enforceable\":true,\"reason\":\"signed\"}");
        assertEquals(2.0 / 3, exact.deliberate(request).agreement(), 1e-9);
        Consensus byField = Consensus.builder(members(
                        "{\"enforceable\":true,\"reason\":\"written\"}",
                        "{\"enforceable\":true,\"reason\":\"signed\"}",
                        "{\"enforceable\":false,\"reason\":\"signed\"}",
                        "no idea"))
                .comparing("enforceable")
                .waitForAll()
                .build();
        Verdict verdict = byField.deliberate(request);
        assertTrue(verdict.orThrow().as(Ruling.class).enforceable());
        assertEquals("agreed, agreement 0.67 (2 of 3)", verdict.toString());
        assertEquals("m4", verdict.failed().get(0).name());
    }

    @Test
    void agreedToolCallsAreAnAnswer() {
        ScriptedModel one = named(1).callTool("weather", "{\"city\":\"Basel\", \"days\":1}");
        ScriptedModel two = named(2).callTool("weather", "{\"days\":1,\"city\":\"Basel\"}");
        ChatReply reply = Consensus.of(one, two).chat(QUESTION);
        assertEquals("weather", reply.toolCalls().get(0).name());
    }

    @Test
    void streamsStagesThenTheAnswerAndTellsWhatChatWouldHaveTold() {
        RecordingObserver observer = RecordingObserver.create();
        ChatRequest request = QUESTION.withContext(CallContext.create().withObserver(observer));
        ChatReply unstreamed = all("Paris it is", "Paris it is").chat(request);
        assertTrue(observer.isBalanced());
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = all("Paris it is", "Paris it is").stream(request)) {
            stream.forEach(events::add);
            ChatReply reply = stream.reply();
            assertEquals(unstreamed.text(), reply.text());
            assertEquals(unstreamed.usage(), reply.usage());
            assertEquals(unstreamed.cost(), reply.cost());
        }
        assertTrue(events.get(0) instanceof ChatEvent.Progress);
        assertTrue(events.get(events.size() - 1) instanceof ChatEvent.Finished);
        assertTrue(observer.isBalanced());
        assertTrue(observer.notes("position").contains("1.00 [m1, m2]"), () -> observer.notes("position")
                .toString());
    }

    @Test
    void billsWhatAllMembersConsumed() {
        ScriptedModel one = named(1).reply("Paris");
        ScriptedModel two = named(2).reply("Paris");
        long alone = named(3).reply("Paris").chat(QUESTION).usage().total();
        assertEquals(2 * alone, Consensus.of(one, two).chat(QUESTION).usage().total());
    }

    @Test
    void comparesByEmbeddings() {
        Consensus consensus = Consensus.builder(members(
                        "The capital of France is Paris", "Paris is the capital of France", "Bananas are yellow fruit"))
                .meaning(Meaning.of(ScriptedEmbeddings.create()))
                .waitForAll()
                .build();
        Verdict verdict = consensus.deliberate(QUESTION);
        assertEquals("agreed, agreement 0.67 (2 of 3)", verdict.toString());
        assertEquals("scripted:words", verdict.comparedBy());
    }

    @Test
    void aModelMayGroupTheAnswers() {
        ScriptedModel judge = named(9).reply("{\"groupOfEachAnswer\":[1,2,1]}");
        Consensus consensus = Consensus.builder(members("It can be upheld", "Void", "A court would agree"))
                .meaning(Meaning.judgedBy(judge))
                .waitForAll()
                .build();
        assertEquals(
                "agreed, agreement 0.67 (2 of 3)",
                consensus.deliberate(QUESTION).toString());
    }

    @Test
    void refusesTooFewTooManyAndTwins() {
        assertThrows(GatorException.class, () -> Consensus.of(named(1)));
        assertThrows(GatorException.class, () -> all("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
        Member twin = Member.of("twin", named(1));
        assertThrows(GatorException.class, () -> Consensus.builder(List.of(twin, twin)));
    }

    private static Consensus all(String... answers) {
        return Consensus.builder(members(answers)).waitForAll().build();
    }

    private static List<Member> members(String... answers) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            members.add(Member.of(named(i + 1).reply(answers[i])));
        }
        return members;
    }

    private static ScriptedModel named(int number) {
        return ScriptedModel.named("m" + number);
    }
}
