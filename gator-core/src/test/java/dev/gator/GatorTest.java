package dev.gator;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.budget.BudgetError;
import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.call.Spending;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.ResponseFormat;
import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.embed.RerankRequest;
import dev.gator.error.CallError;
import dev.gator.error.ErrorCategory;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.json.JsonSchema;
import dev.gator.observe.Event;
import dev.gator.observe.Outcome;
import dev.gator.observe.SpanKind;
import dev.gator.persona.Persona;
import dev.gator.plugin.Contributions;
import dev.gator.plugin.GatorPlugin;
import dev.gator.plugin.PluginManifest;
import dev.gator.provider.ProviderConfig;
import dev.gator.provider.ProviderHealth;
import dev.gator.secret.SecretSource;
import dev.gator.testing.Gate;
import dev.gator.testing.ManualTime;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.Tool;
import dev.gator.tool.ToolSpec;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GatorTest {

    public record City(String name) {}

    private static GatorBuilder bare() {
        return Gator.builder().withoutDiscovery();
    }

    private static GatorException cause(CompletableFuture<?> call) {
        return assertInstanceOf(
                GatorException.class,
                assertThrows(CompletionException.class, call::join).getCause());
    }

    @Test
    void asksStreamsAndReadsRecords() {
        ScriptedModel model = ScriptedModel.create()
                .reply("Because.")
                .reply("As it is.")
                .callTool("weather", "{\"name\":\"Rome\"}")
                .reply("Warm.")
                .reply("{\"name\":\"Rome\"}")
                .reply("{\"name\":\"Oslo\"}");
        Tool weather = Tool.of("weather", "Weather of a city", City.class, city -> "20 C");
        try (Gator gator = bare().model(model).build()) {
            assertEquals("Because.", gator.ask("Why?"));
            try (ChatStream stream = gator.stream("How?")) {
                assertEquals("As it is.", stream.reply().text());
            }
            assertEquals("Warm.", gator.ask("Rome?", weather));
            assertEquals(new City("Rome"), gator.ask(City.class, "Where?"));
            assertEquals(new City("Oslo"), gator.ask("scripted:model", City.class, "Where?"));
            assertTrue(model.lastRequest().context().deadline().isFinite());
        }
    }

    @Test
    void conversationsAndPersonasAreBehindTheDoor() {
        try (Gator gator = bare().model(ScriptedModel.replying("Hi!")).build()) {
            Persona emma = Persona.builder("Emma").build();
            gator.personas().save(Owner.DEFAULT, emma);

            assertEquals(
                    "Hi!",
                    gator.conversations()
                            .open(emma, Owner.user("u"))
                            .send("Hello")
                            .text());
            assertEquals(List.of(emma), gator.personas().list(Owner.DEFAULT));
        }
    }

    @Test
    void unknownNamesListWhatThereIs() {
        try (Gator gator = bare().provider(new ScriptedProvider("openai", ScriptedModel.create()))
                .build()) {
            GatorException error = assertThrows(GatorException.class, () -> gator.model("opnai:gpt-4o"));

            assertSame(ProviderError.UNKNOWN_PROVIDER, error.code());
            assertTrue(error.detail().contains("did you mean openai?"), error.detail());
            assertThrows(GatorException.class, () -> gator.model(""));
            assertEquals("openai:gpt-4o", gator.model("openai:gpt-4o").card().id());
        }
    }

    @Test
    void withoutAKeyTheDefaultFallsBackAndANamedModelDoesNot() {
        ScriptedProvider openai = new ScriptedProvider(
                        "openai", ScriptedModel.create().fail(ProviderError.MISSING_KEY))
                .needing("OPENAI_API_KEY");
        ScriptedProvider offline = new ScriptedProvider("offline", ScriptedModel.answering(request -> "offline"));
        GatorPlugin plugin = plugin(contributions -> {
            contributions.provider(openai);
            contributions.provider(offline);
        });

        try (Gator gator = bare().plugin(plugin).secrets(SecretSource.none()).build()) {
            assertEquals("offline", gator.ask("Hi"));
            GatorException error = assertThrows(GatorException.class, () -> gator.model("openai:gpt-4o-mini")
                    .chat("Hi"));
            assertSame(ProviderError.MISSING_KEY, error.code());
        }
        openai.chat("x");
        try (Gator gator = bare().plugin(plugin)
                .secrets(SecretSource.of(Map.of("OPENAI_API_KEY", "sk-1")))
                .build()) {
            assertEquals("openai:usual", gator.model().card().id());
        }
        try (Gator gator = bare().plugin(plugin)
                .secrets(SecretSource.none())
                .defaultModel("openai:gpt-x")
                .build()) {
            assertEquals("openai:gpt-x", gator.model().card().id());
        }
    }

    @Test
    void nothingAtAllIsAClearError() {
        try (Gator gator = bare().build()) {
            GatorException error = assertThrows(GatorException.class, () -> gator.ask("Hi"));
            assertSame(GatorError.NO_MODEL, error.code());
        }
        assertThrows(GatorException.class, () -> bare().provider(new ScriptedProvider("a", ScriptedModel.create()))
                .provider(new ScriptedProvider("a", ScriptedModel.create()), ProviderConfig.defaults())
                .build());
    }

    @Test
    void aProviderOfTheApplicationAnswersFirst() {
        ScriptedProvider acme = new ScriptedProvider("acme", ScriptedModel.answering(request -> "acme"));
        try (Gator gator = bare().provider(acme).build()) {
            assertEquals("acme", gator.ask("Hi"));
            assertEquals("acme:one", gator.model().card().id());
            assertEquals(256, gator.embedding("acme:e").embed("words").dimensions());
            assertEquals(
                    "acme:r",
                    gator.reranker("acme:r")
                            .rerank(RerankRequest.of("q", List.of("d")))
                            .model());
        }
        assertTrue(acme.closed.get());
    }

    @Test
    void modelsAndHealthAskEverybodyAndSurviveFailures() {
        try (Gator gator = bare().provider(new ScriptedProvider("good", ScriptedModel.create()))
                .provider(new ScriptedProvider("bad", ScriptedModel.create()).broken())
                .build()) {
            ModelListing listing = gator.models();
            Health health = gator.health();

            assertEquals(
                    List.of("good:one"),
                    listing.models().stream().map(ModelCard::id).toList());
            assertEquals("bad", listing.failures().get(0).provider());
            assertSame(
                    ProviderError.UNREACHABLE, listing.failures().get(0).error().code());
            assertTrue(health.isUsable());
            assertSame(ProviderHealth.State.UNHEALTHY, health.parts().get(1).state());
            assertTrue(health.toString().contains("\n  good: HEALTHY"), health.toString());
            assertEquals(List.of("good", "bad"), gator.providers());
        }
    }

    @Test
    void whatAModelLacksIsRefusedBeforeItIsAsked() {
        ScriptedModel model = ScriptedModel.create()
                .card(ModelCard.of("test:plain").can(Capability.SEED).build());
        Attachment picture = Attachment.of(new byte[] {1, 2, 3}, MediaType.parse("image/png"));
        ToolSpec tool = ToolSpec.of("t", "A tool", JsonSchema.of(City.class));
        try (Gator gator = bare().model(model).build()) {
            List<ChatRequest> requests = List.of(
                    ChatRequest.builder().user("q").tools(tool).build(),
                    ChatRequest.builder().user("q", picture).build(),
                    ChatRequest.builder()
                            .user("q")
                            .format(ResponseFormat.json(City.class))
                            .build(),
                    ChatRequest.builder()
                            .user("q")
                            .format(ResponseFormat.json())
                            .build());
            for (ChatRequest request : requests) {
                GatorException error =
                        assertThrows(GatorException.class, () -> gator.model().chat(request));
                assertSame(CallError.UNSUPPORTED, error.code());
                assertThrows(GatorException.class, () -> gator.model().stream(request));
            }
        }
        assertEquals(0, model.calls());
    }

    @Test
    void everyCallIsReservedAndSettledOnce() {
        Pricing pricing = Pricing.perMillion(Money.usd("1"), Money.usd("2")).build();
        ScriptedModel model = ScriptedModel.create()
                .card(ModelCard.of("test:paid").pricing(pricing).build())
                .reply("one two")
                .reply("one two")
                .fail(ProviderError.OVERLOADED)
                .reply("one two three four")
                .reply("never");
        Purse purse = new Purse();
        try (Gator gator = bare().model(model).spending(purse).build()) {
            gator.ask("Hi");
            gator.stream("Hi").reply();
            assertThrows(GatorException.class, () -> gator.ask("Hi"));
            ChatStream left = gator.stream("Hi");
            var events = left.iterator();
            while (events.next().text().isEmpty()) {
                assertFalse(purse.log.size() > 7);
            }
            left.close();
            left.close();
            purse.empty = true;
            GatorException refused = assertThrows(GatorException.class, () -> gator.ask("Hi"));
            assertSame(ErrorCategory.BUDGET, refused.category());
        }

        assertEquals(
                List.of("reserve", "settle", "reserve", "settle", "reserve", "release", "reserve", "settle"),
                purse.log);
        assertEquals(4, model.calls());
        assertTrue(purse.largest.orElseThrow().compareTo(Money.usd("0.002")) > 0);
    }

    @Test
    void theCallersPurseAndTheHousesArePaidFrom() {
        Purse houses = new Purse();
        Purse callers = new Purse();
        try (Gator gator =
                bare().model(ScriptedModel.replying("a", "b")).spending(houses).build()) {
            CallContext context = CallContext.create().withSpending(callers);
            gator.model().chat(ChatRequest.of("q").withContext(context));
            gator.model().chat(ChatRequest.of("q").withContext(gator.context()));
        }

        assertEquals(List.of("reserve", "settle"), callers.log);
        assertEquals(List.of("reserve", "settle", "reserve", "settle"), houses.log);
    }

    @Test
    void everyCallIsASpan() {
        RecordingObserver observer = RecordingObserver.create();
        ScriptedModel model = ScriptedModel.create().reply("a").reply("b").fail(ProviderError.OVERLOADED);
        try (Gator gator = bare().model(model).observer(observer).build()) {
            gator.ask("Hi");
            gator.model().chat(ChatRequest.of("Hi"));
            assertThrows(GatorException.class, () -> gator.ask("Hi"));
        }

        List<Event.Ended> spans = observer.ended(SpanKind.CHAT);
        assertEquals(3, spans.size());
        assertEquals(Optional.of(Money.ZERO), spans.get(0).cost());
        assertTrue(spans.get(0).usage().total() > 0);
        assertSame(Outcome.FAILED, spans.get(2).outcome());
        assertTrue(observer.isBalanced());
    }

    @Test
    void theDefaultDeadlineHoldsOnTheClockOfTheHouse() {
        ManualTime time = ManualTime.create();
        ScriptedModel model = ScriptedModel.replying("late").taking(Duration.ofHours(1));
        try (Gator gator = bare().model(model)
                .time(time)
                .callTimeout(Duration.ofSeconds(30))
                .build()) {
            CompletableFuture<String> call = supplyAsync(() -> gator.ask("Hi"));
            time.awaitSleepers(1);
            time.advance(Duration.ofSeconds(30));

            assertSame(CallError.DEADLINE, cause(call).code());
        }
    }

    @Test
    void closingDrainsThenCancelsAndRefusesLaterCalls() {
        Gate gate = Gate.closed();
        ScriptedModel model = ScriptedModel.answering(request -> "ok").behind(gate);
        Gator patient = bare().model(model).build();
        CompletableFuture<String> drained = supplyAsync(() -> patient.ask("Hi"));
        gate.awaitArrivals(1);
        CompletableFuture<Void> closing = runAsync(patient::close);
        gate.open();
        closing.join();

        assertEquals("ok", drained.join());
        GatorException late = assertThrows(GatorException.class, () -> patient.ask("Hi"));
        assertSame(CallError.CLOSED, late.code());
        patient.close();

        Gate shut = Gate.closed();
        ScriptedModel stuck = ScriptedModel.answering(request -> "never").behind(shut);
        Gator hasty = bare().model(stuck).grace(Duration.ZERO).build();
        CompletableFuture<String> cancelled = supplyAsync(() -> hasty.ask("Hi"));
        CompletableFuture<ChatReply> streamed =
                supplyAsync(() -> hasty.stream("Hi").reply());
        shut.awaitArrivals(2);
        hasty.close();

        assertSame(CallError.CANCELLED, cause(cancelled).code());
        assertSame(CallError.CANCELLED, cause(streamed).code());
    }

    @Test
    void closingLeavesNoThread() throws InterruptedException {
        Tool weather = Tool.of("weather", "Weather of a city", City.class, city -> "20 C");
        List<Thread> started = new ArrayList<>();
        try (Gator gator = bare().model(ScriptedModel.create()
                        .callTool("weather", "{\"name\":\"Rome\"}")
                        .reply("Warm."))
                .provider(new ScriptedProvider("acme", ScriptedModel.create()))
                .workers(task -> {
                    Thread thread = new Thread(task, "own-worker");
                    synchronized (started) {
                        started.add(thread);
                    }
                    thread.start();
                })
                .build()) {
            gator.ask("Rome?", weather);
            gator.models();
            gator.health();
        }

        assertFalse(started.isEmpty());
        for (Thread thread : started) {
            thread.join(10_000);
            assertFalse(thread.isAlive(), thread.getName());
        }
        boolean left = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("gator-") && !thread.isDaemon());
        assertFalse(left);
    }

    @Test
    void twoGatorsDoNotSeeEachOther() {
        try (Gator one = bare().model(ScriptedModel.named("a:1")).build();
                Gator two = bare().model(ScriptedModel.named("b:1")).build()) {
            one.personas().save(Owner.DEFAULT, Persona.builder("Emma").build());

            assertThrows(GatorException.class, () -> two.model("a:1"));
            assertEquals(List.of(), two.personas().list(Owner.DEFAULT));
        }
    }

    @Test
    void pluginsHandInToolsAndWhatNeedsAHostIsRefused() {
        Tool weather = Tool.of("weather", "Weather of a city", City.class, city -> "20 C");
        try (Gator gator = bare().plugin(plugin(contributions -> contributions.tool(weather)))
                .build()) {
            assertEquals(List.of(weather), gator.tools());
        }
        GatorPlugin storing = plugin(contributions -> contributions.keyValueStore("x", () -> {
            throw new AssertionError("never opened");
        }));
        GatorException error =
                assertThrows(GatorException.class, () -> bare().plugin(storing).build());
        assertSame(GatorError.NEEDS_HOST, error.code());
    }

    @Test
    void aProviderThatThrowsAnythingElseIsReportedAsBroken() {
        ScriptedModel model = ScriptedModel.create()
                .replyWith(request -> {
                    throw new IllegalStateException("password=hunter2");
                })
                .replyWith(request -> {
                    throw new IllegalStateException("password=hunter2");
                });
        try (Gator gator = bare().model(model).build()) {
            GatorException whole = assertThrows(GatorException.class, () -> gator.ask("Hi"));
            GatorException streamed =
                    assertThrows(GatorException.class, () -> gator.stream("Hi").reply());

            assertSame(GatorError.BROKEN_PROVIDER, whole.code());
            assertSame(GatorError.BROKEN_PROVIDER, streamed.code());
            assertFalse(whole.getMessage().contains("hunter2"));
        }
    }

    private static GatorPlugin plugin(Consumer<Contributions> parts) {
        return new GatorPlugin() {
            @Override
            public PluginManifest manifest() {
                return PluginManifest.of("acme.test", "Test", "1.0.0").build();
            }

            @Override
            public void contribute(Contributions contributions) {
                parts.accept(contributions);
            }
        };
    }

    private static final class Purse implements Spending {
        private final List<String> log = new ArrayList<>();
        private Optional<Money> largest = Optional.empty();
        private boolean empty;

        @Override
        public Reservation reserve(Estimate estimate) {
            if (empty) {
                throw new GatorException(BudgetError.values()[0], "the purse is empty");
            }
            log.add("reserve");
            largest = estimate.cost();
            return new Reservation() {
                @Override
                public void settle(Usage usage, Optional<Money> cost) {
                    log.add("settle");
                }

                @Override
                public void release() {
                    log.add("release");
                }
            };
        }
    }
}
