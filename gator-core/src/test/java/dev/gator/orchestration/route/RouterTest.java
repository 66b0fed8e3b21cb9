package dev.gator.orchestration.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Overrides;
import dev.gator.call.Owner;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.orchestration.engine.OrchestrationError;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RouterTest {

    record City(String name) {}

    private final ScriptedModel cheap = priced("cheap-model", "0.1", "0.4").otherwise(r -> "cheap");
    private final ScriptedModel strong = priced("reasoning-model", "2", "8").otherwise(r -> "strong");

    @Test
    void explainsItsChoiceWithoutAsking() {
        Router router = Router.of(
                Route.to(cheap).quality(0.4).upToComplexity(0.6),
                Route.to(strong).quality(0.9).expecting(Duration.ofMillis(2_100)));
        RouteDecision decision = router.explain("Prove sqrt(2) is irrational");
        assertEquals("reasoning-model", decision.chosen());
        assertEquals(
                "routed to reasoning-model: query=maths (0.92), est. $0.004, p95 2.1 s;"
                        + " skipped cheap-model: complexity 0.80 > 0.6",
                decision.toString());
        assertEquals(0, cheap.calls() + strong.calls());
    }

    @Test
    void easyQuestionsGoToTheCheapModelAndHardOnesToTheStrong() {
        Router router = Router.of(Route.to(cheap).quality(0.6), Route.to(strong).quality(0.9));
        assertEquals("cheap-model", router.explain("Hello there").chosen());
        assertEquals(
                "reasoning-model",
                router.explain("Prove the theorem, and justify why each step must hold")
                        .chosen());
    }

    @Test
    void aRoutedRecordCallStillSendsItsSchema() {
        strong.reply("{\"name\":\"Basel\"}");
        ChatRequest request = ChatRequest.builder()
                .user("A city?")
                .format(ResponseFormat.json(City.class))
                .build();
        Router router = Router.of(
                Route.to(cheap.card(ModelCard.of("cheap-model").build())),
                Route.to(strong).quality(0.1));
        assertEquals("Basel", router.chat(request).as(City.class).name());
        assertEquals(request.format(), strong.lastRequest().format());
        assertEquals(
                "cannot [json_schema]", router.explain(request).skipped().get(0).reason());
    }

    @Test
    void cardIsTheIntersectionOfTheRoutes() {
        ScriptedModel blind = ScriptedModel.named("blind");
        blind.card(blind.card().toBuilder().cannot(Capability.IMAGE_INPUT).build());
        Router router = Router.of(Route.to(blind), Route.to(strong));
        assertFalse(router.card().can(Capability.IMAGE_INPUT));
        assertTrue(router.card().can(Capability.JSON_SCHEMA));
        assertTrue(router.card().can(Capability.TOOLS));
    }

    @Test
    void windowResidencyAndCeilingAreConditions() {
        ScriptedModel tiny = ScriptedModel.named("tiny");
        tiny.card(tiny.card().toBuilder().contextWindow(5).region("eu").build());
        ScriptedModel european = ScriptedModel.named("european").otherwise(r -> "bonjour");
        european.card(european.card().toBuilder().region("eu").build());
        Router router = Router.builder(Route.to(tiny), Route.to(european), Route.to(strong))
                .residency(owner -> owner.tenant().equals("acme") ? Set.of("eu") : Set.of())
                .ceiling(Money.usd("5"))
                .build();
        ChatRequest request = ChatRequest.of("Where is Basel, and how far is it from Zurich?");
        ChatRequest acme = request.withContext(CallContext.create().withOwner(Owner.tenant("acme")));
        assertEquals("european", router.explain(acme).chosen());
        assertTrue(router.explain(acme).toString().contains("region unknown is not eu"));
        assertTrue(router.explain(request).toString().contains("price $8 > $5"));
        GatorException error = assertThrows(
                GatorException.class,
                () -> Router.builder(Route.to(strong)).residency("eu").build().chat(request));
        assertSame(OrchestrationError.NO_ROUTE, error.code());
    }

    @Test
    void theSameStreamGoesOnWithTheNextModelBeforeTheFirstWord() {
        RecordingObserver observer = RecordingObserver.create();
        cheap.fail(ProviderError.SERVER_ERROR);
        List<ChatEvent> events = new ArrayList<>();
        ChatRequest request =
                ChatRequest.of("Hello there").withContext(CallContext.create().withObserver(observer));
        try (ChatStream stream = Router.of(Route.to(cheap), Route.to(strong)).stream(request)) {
            stream.forEach(events::add);
            assertEquals("strong", stream.reply().text());
        }
        assertEquals(
                1, events.stream().filter(ChatEvent.Started.class::isInstance).count());
        assertEquals(List.of("cheap-model failed with GATOR-PRV-010"), observer.notes("passed on"));
        assertTrue(observer.isBalanced());
    }

    @Test
    void neverSwitchesAfterTheFirstWord() {
        cheap.failAfter(1, "one two three", ProviderError.CONNECTION_LOST);
        try (ChatStream stream = Router.of(Route.to(cheap), Route.to(strong)).stream("Hello there")) {
            GatorException error = assertThrows(GatorException.class, stream::reply);
            assertSame(ProviderError.CONNECTION_LOST, error.code());
        }
        assertEquals(0, strong.calls());
    }

    @Test
    void aBadRequestIsNotPassedOn() {
        cheap.fail(ProviderError.BAD_REQUEST);
        Router router = Router.of(Route.to(cheap), Route.to(strong));
        assertThrows(GatorException.class, () -> router.chat("Hello there"));
        assertEquals(0, strong.calls());
        cheap.fail(ProviderError.OVERLOADED);
        assertEquals("strong", router.chat("Hello there"));
    }

    @Test
    void goesByTheLatencyThatItMeasures() throws Exception {
        ManualTime time = ManualTime.create();
        ScriptedModel slow =
                ScriptedModel.named("slow").taking(Duration.ofSeconds(4)).otherwise(r -> "slow");
        ScriptedModel quick =
                ScriptedModel.named("quick").taking(Duration.ofMillis(100)).otherwise(r -> "quick");
        Router router = Router.builder(Route.to(slow), Route.to(quick))
                .time(time)
                .weights(RoutingWeights.fast())
                .build();
        ask(router, "slow", time, Duration.ofSeconds(4));
        ask(router, "quick", time, Duration.ofMillis(100));
        RouteDecision decision = router.explain("Where is Basel?");
        assertEquals("quick", decision.chosen());
        assertEquals(0.1, decision.ranked().get(0).p95().orElseThrow().toMillis() / 1000.0, 0.001);
        assertEquals(4.0, decision.ranked().get(1).p95().orElseThrow().toMillis() / 1000.0, 0.04);
    }

    @Test
    void kindsAndRequestsMayPinAModel() {
        Router router = Router.builder(
                        Route.to(cheap).quality(0.9), Route.to(strong).quality(0.1))
                .pin(QueryKind.CODE, "reasoning-model")
                .build();
        assertEquals("reasoning-model", router.explain("Fix this java bug").chosen());
        ChatRequest named = ChatRequest.builder()
                .user("Hello there")
                .overrides(Overrides.none().withModel("reasoning-model"))
                .build();
        assertEquals("strong", router.chat(named).text());
        assertTrue(strong.lastRequest().overrides().isEmpty(), "the pin is the router's business");
        assertSame(RouteDecision.Reason.PINNED, router.explain(named).reason());
    }

    @Test
    void refusesTwinsAndPinsToNowhere() {
        assertThrows(GatorException.class, () -> Router.of(Route.to(cheap), Route.to(cheap)));
        Router.Builder lost = Router.builder(Route.to(cheap)).pin(QueryKind.CODE, "nowhere");
        assertThrows(GatorException.class, lost::build);
        assertThrows(GatorException.class, () -> Router.of());
    }

    @Test
    void feedbackCountsOnlyOnceLearningIsOn() {
        Router plain = Router.of(Route.to(cheap), Route.to(strong));
        String before = plain.explain("Where is Basel?").chosen();
        for (int i = 0; i < 50; i++) {
            plain.feedback(QueryKind.GENERAL, before, 0);
        }
        assertEquals(before, plain.explain("Where is Basel?").chosen());
        Learning learning = Learning.exploring(0, new SplittableRandom(1));
        Router learner = Router.builder(Route.to(cheap), Route.to(strong))
                .learning(learning)
                .weights(new RoutingWeights(0.5, 0.3, 0.2, 2))
                .build();
        for (int i = 0; i < 50; i++) {
            learner.feedback(QueryKind.GENERAL, before, 0);
            learner.feedback(QueryKind.GENERAL, before.equals("cheap-model") ? "reasoning-model" : "cheap-model", 1);
        }
        assertFalse(before.equals(learner.explain("Where is Basel?").chosen()));
        assertThrows(GatorException.class, () -> learner.feedback(QueryKind.GENERAL, "unknown", 1));
    }

    @Test
    void explorationFindsTheBetterModelWithinItsBound() {
        Learning learning = Learning.exploring(0.2, new SplittableRandom(7));
        Router router = Router.builder(
                        Route.to(cheap).quality(0.6), Route.to(strong).quality(0.5))
                .learning(learning)
                .weights(new RoutingWeights(0.3, 0.05, 0, 3))
                .build();
        for (int i = 0; i < 400; i++) {
            boolean good = router.chat("Where is Basel?").equals("strong");
            router.feedback(QueryKind.GENERAL, good ? "reasoning-model" : "cheap-model", good ? 1 : 0.2);
        }
        assertEquals("reasoning-model", router.explain("Where is Basel?").chosen());
        assertTrue(learning.explored() > 0);
        assertTrue(learning.explored() <= 80, "explored " + learning.explored());
    }

    private static void ask(Router router, String model, ManualTime time, Duration takes) throws Exception {
        ChatRequest request = ChatRequest.builder()
                .user("Where is Basel?")
                .overrides(Overrides.none().withModel(model))
                .context(time.context())
                .build();
        CompletableFuture<String> call =
                CompletableFuture.supplyAsync(() -> router.chat(request).text());
        time.awaitSleepers(1);
        time.advance(takes);
        assertEquals(model, call.get(10, TimeUnit.SECONDS));
    }

    private static ScriptedModel priced(String id, String input, String output) {
        ScriptedModel model = ScriptedModel.named(id);
        return model.card(model.card().toBuilder()
                .pricing(Pricing.perMillion(Money.usd(input), Money.usd(output)).build())
                .build());
    }
}
