package dev.gator.orchestration.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatRequest;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.orchestration.engine.Meaning;
import dev.gator.testing.Gate;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TalkingTest {

    private static final ChatRequest QUESTION = ChatRequest.of("How do we launch the product?");

    private final ScriptedModel ann = ScriptedModel.named("a");
    private final ScriptedModel bob = ScriptedModel.named("b");

    @Test
    void everybodySpeaksInTurnInTheirRole() {
        ann.reply("Start small").reply("One town first");
        bob.reply("What does it cost?").reply("Agreed");
        RoundRobin.Talk talk = talk(StopRule.afterTurns(4)).talk(QUESTION);
        assertEquals(
                List.of("Ann", "Bob", "Ann", "Bob"),
                talk.lines().stream().map(Line::speaker).toList());
        assertEquals("4 turns", talk.ending());
        assertTrue(bob.lastRequest().messages().get(0).text().contains("You count the money"));
        assertTrue(bob.lastRequest().messages().get(1).text().contains("One town first"));
    }

    @Test
    void stopRulesAreValuesThatCombine() {
        ann.reply("Start small").otherwise(r -> "hm");
        bob.reply("So be it. DONE");
        assertEquals(
                "the closing phrase was said",
                talk(StopRule.whenSaid("DONE").or(StopRule.afterTurns(50)))
                        .talk(QUESTION)
                        .ending());
        ann.reply("We start in one town");
        bob.reply("In one town we start");
        assertEquals(
                "they agree",
                RoundRobin.of(
                                StopRule.whenAgreed(Meaning.lexical()),
                                Participant.of("Ann", "bold", ScriptedModel.replying("We start in one town")),
                                Participant.of("Bob", "careful", ScriptedModel.replying("In one town we start")))
                        .talk(QUESTION)
                        .ending());
    }

    @Test
    void timeEndsATalk() throws Exception {
        ManualTime time = ManualTime.create();
        ann.taking(Duration.ofSeconds(40)).otherwise(r -> "on and on");
        RoundRobin robin = talk(StopRule.after(Duration.ofSeconds(30)));
        CompletableFuture<RoundRobin.Talk> call =
                CompletableFuture.supplyAsync(() -> robin.talk(QUESTION.withContext(time.context())));
        time.awaitSleepers(1);
        time.advance(Duration.ofSeconds(40));
        assertEquals("time is up", call.get(10, TimeUnit.SECONDS).ending());
    }

    @Test
    void asAModelTheFirstSumsUp() {
        ann.reply("Start small").reply("We start small.");
        bob.reply("Fine");
        assertEquals(
                "We start small.", talk(StopRule.afterTurns(2)).chat(QUESTION).text());
        assertThrows(GatorException.class, () -> RoundRobin.of(StopRule.afterTurns(2), Participant.of("A", "b", ann)));
    }

    @Test
    void aMultiverseAsksAllAtOnceAndComparesThem() throws Exception {
        Gate gate = Gate.closed();
        Multiverse verse = Multiverse.of(
                Participant.of("optimist", "sees chances", saying("Launch in spring, the market grows", gate)),
                Participant.of("realist", "sees both", saying("Launch in spring when the market grows", gate)),
                Participant.of("pessimist", "sees risks", saying("Nobody buys gadgets during winter", gate)),
                Participant.of("absent", "is ill", ScriptedModel.named("x").fail(ProviderError.OVERLOADED)));
        CompletableFuture<ComparisonView> call = CompletableFuture.supplyAsync(() -> verse.explore(QUESTION));
        gate.awaitArrivals(3);
        gate.open();
        ComparisonView view = call.get(10, TimeUnit.SECONDS);
        assertEquals("pessimist", view.mostUnusual().name());
        assertTrue(view.likeness().get(0).get(1) > 0.8);
        assertTrue(view.branches().get(3).error().isPresent());
        assertTrue(view.toMarkdown().contains("### absent (likeness to the others 0.00)"), view::toMarkdown);
    }

    @Test
    void aCounterfactualTellsTheEffectFromTheFluctuation() {
        ScriptedModel model = ScriptedModel.answering(request ->
                request.messages().get(0).text().contains("summer") ? "Wear linen and sandals" : "Pack wool and boots");
        Shift shift = Counterfactual.of(model).replacing(ChatRequest.of("What to wear in summer?"), "summer", "winter");
        assertEquals(1.0, shift.stability(), 1e-9);
        assertTrue(shift.effect() > 0.9, shift::toString);
        assertTrue(shift.gone().contains("linen") && shift.added().contains("wool"));
        assertEquals(6, model.calls());
        Shift same = Counterfactual.of(model).compare(ChatRequest.of("summer?"), ChatRequest.of("late summer?"));
        assertEquals(0, same.effect(), 1e-9);
        assertThrows(GatorException.class, () -> Counterfactual.of(model)
                .replacing(ChatRequest.of("What?"), "summer", "winter"));
    }

    private RoundRobin talk(StopRule rule) {
        return RoundRobin.of(
                rule,
                Participant.of("Ann", "You push for action", ann),
                Participant.of("Bob", "You count the money", bob));
    }

    private static ScriptedModel saying(String words, Gate gate) {
        return ScriptedModel.named(words.substring(0, 3)).behind(gate).otherwise(r -> words);
    }
}
