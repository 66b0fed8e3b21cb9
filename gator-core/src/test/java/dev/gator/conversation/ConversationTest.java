package dev.gator.conversation;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Cancellation;
import dev.gator.call.Owner;
import dev.gator.chat.Capability;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.chat.TokenCounter;
import dev.gator.content.Attachment;
import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.guard.Audience;
import dev.gator.guard.ContentRating;
import dev.gator.guard.GuardError;
import dev.gator.guard.RatingLimits;
import dev.gator.observe.SpanKind;
import dev.gator.persona.ModelRole;
import dev.gator.persona.Persona;
import dev.gator.testing.Gate;
import dev.gator.testing.RecordingObserver;
import dev.gator.testing.ScriptedModel;
import dev.gator.tool.Tool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationTest {

    public record City(String name) {}

    private final Persona emma =
            Persona.builder("Emma").personality("curious, direct, kind").build();
    private final Owner user = Owner.user("u-17");

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::text).toList();
    }

    @Test
    void aTurnSeesTheTurnsBefore() {
        ScriptedModel model = ScriptedModel.replying("Linen.", "A hat.");
        Conversation chat = Conversations.over(model).open(emma, user);

        assertEquals("Linen.", chat.send("What do I pack?").text());
        assertEquals("A hat.", chat.send("And else?").text());

        assertEquals(List.of("What do I pack?", "Linen.", "And else?", "A hat."), texts(chat.history()));
        List<Message> seen = model.lastRequest().messages();
        assertInstanceOf(Message.Instructions.class, seen.get(0));
        assertTrue(seen.get(0).text().contains("curious, direct, kind"));
        assertEquals(List.of("What do I pack?", "Linen.", "And else?"), texts(seen.subList(1, 4)));
        assertEquals(user, model.lastRequest().context().owner());
    }

    @Test
    void twoPersonasGiveDifferentAnswersToOneQuestion() {
        ScriptedModel model = ScriptedModel.answering(
                request -> request.messages().get(0).text().contains("grumpy") ? "Bah." : "Lovely!");
        Persona gus = Persona.builder("Gus").personality("grumpy and short").build();
        Conversations conversations = Conversations.over(model);

        assertNotEquals(
                conversations.open(emma, user).send("Hi").text(),
                conversations.open(gus, user).send("Hi").text());
    }

    @Test
    void aStreamBeginsWithTheDisclosureAndIsKeptWhenItEnds() {
        Conversation chat = Conversations.over(ScriptedModel.replying("I'm a real person, dear."))
                .open(emma, user);
        List<ChatEvent> events = new ArrayList<>();

        try (ChatStream stream = chat.stream("Hello")) {
            stream.forEach(event -> {
                events.add(event);
                if (event instanceof ChatEvent.Finished) {
                    assertEquals(2, chat.history().size());
                } else {
                    assertEquals(0, chat.history().size());
                }
            });
        }

        assertInstanceOf(ChatEvent.Disclosed.class, events.get(0));
        assertEquals("I'm an AI persona, dear.", chat.history().get(1).text());
        assertEquals("I'm an AI persona, dear.", chat.lastTurn().orElseThrow().text());
    }

    @Test
    void whoAsksIsToldTheTruthAndTheHistoryHasIt() {
        Conversation chat =
                Conversations.over(ScriptedModel.replying("Guess!", "Guess!")).open(emma, user);

        assertEquals(
                "Yes, I am an AI persona. Guess!", chat.send("Are you a bot?").text());
        assertEquals(
                "Yes, I am an AI persona. Guess!",
                chat.stream("Are you a bot?").reply().text());
        assertEquals("Yes, I am an AI persona. Guess!", chat.history().get(1).text());
        assertEquals(chat.history().get(1), chat.history().get(3));
    }

    @Test
    void personaTalkIsNoInjection() {
        ScriptedModel model = ScriptedModel.answering(request -> "Arr.");
        Conversation chat = Conversations.over(model).open(emma, user);

        for (String talk : List.of("Act as a pirate", "You are now my travel guide", "Pretend we are in Rome")) {
            chat.send(talk);
            assertEquals(
                    talk,
                    model.lastRequest()
                            .messages()
                            .get(model.lastRequest().messages().size() - 1)
                            .text());
        }
    }

    @Test
    void aFailedOrCancelledTurnLeavesNothing() {
        ScriptedModel model = ScriptedModel.create()
                .fail(ProviderError.OVERLOADED)
                .failAfter(2, "one two three", ProviderError.CONNECTION_LOST)
                .reply("one two three")
                .reply("fine");
        Conversation chat = Conversations.over(model).open(emma, user);

        assertThrows(GatorException.class, () -> chat.send("a"));
        assertThrows(GatorException.class, () -> chat.stream("b").reply());
        try (ChatStream stream = chat.stream("c")) {
            var events = stream.iterator();
            while (events.next().text().isEmpty()) {
                assertEquals(List.of(), chat.history());
            }
        }
        assertEquals(List.of(), chat.history());
        assertEquals("fine", chat.send("d").text());
        assertEquals(List.of("d", "fine"), texts(chat.history()));
    }

    @Test
    void turnsOfOneConversationWaitForEachOther() {
        Gate gate = Gate.closed();
        ScriptedModel model = ScriptedModel.answering(
                        request -> "n" + request.messages().size())
                .behind(gate);
        Conversation chat = Conversations.over(model).open(emma, user);

        CompletableFuture<Turn> first = supplyAsync(() -> chat.send("one"));
        gate.awaitArrivals(1);
        CompletableFuture<Void> second = runAsync(() -> chat.stream("two").reply());
        gate.open();
        first.join();
        second.join();

        assertEquals(List.of("one", "n2", "two", "n4"), texts(chat.history()));
    }

    @Test
    void waitingForATurnEndsWithCancellationAndDeadline() {
        Gate gate = Gate.closed();
        Conversation chat = Conversations.over(
                        ScriptedModel.answering(request -> "ok").behind(gate))
                .open(emma, user);
        CompletableFuture<Turn> first = supplyAsync(() -> chat.send("one"));
        gate.awaitArrivals(1);

        Cancellation cancellation = Cancellation.create();
        CallContext stoppable = CallContext.create().withCancellation(cancellation);
        CompletableFuture<Turn> second = supplyAsync(() -> chat.send(Message.user("two"), stoppable));
        cancellation.cancel();
        CallContext hasty = CallContext.create().withTimeout(Duration.ofMillis(20));
        GatorException late = assertThrows(GatorException.class, () -> chat.send(Message.user("three"), hasty));
        ChatStream waiting = chat.stream("four");
        CompletableFuture<Void> fourth = runAsync(waiting::reply);
        waiting.close();
        gate.open();
        first.join();

        CompletionException error = assertThrows(CompletionException.class, second::join);
        assertSame(CallError.CANCELLED, ((GatorException) error.getCause()).code());
        assertSame(CallError.DEADLINE, late.code());
        assertThrows(CompletionException.class, fourth::join);
        assertEquals("ok", chat.send("five").text());
        assertEquals(4, chat.history().size());
    }

    @Test
    void aThousandConversationsLoseAndReorderNothing() {
        ScriptedModel model = ScriptedModel.answering(request -> {
            List<Message> messages = request.messages();
            return "re " + messages.get(messages.size() - 1).text();
        });
        Conversations conversations = Conversations.over(model);
        List<Conversation> chats = IntStream.range(0, 1_000)
                .mapToObj(i -> conversations.open(emma, Owner.user("u" + i)))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            for (int turn = 0; turn < 4; turn++) {
                int number = turn;
                CompletableFuture.allOf(chats.stream()
                                .map(chat -> runAsync(
                                        () -> {
                                            String text = chat.owner().userId() + " t" + number;
                                            if (number % 2 == 0) {
                                                chat.send(text);
                                            } else {
                                                chat.stream(text).reply();
                                            }
                                        },
                                        pool))
                                .toArray(CompletableFuture<?>[]::new))
                        .join();
            }
        } finally {
            pool.shutdown();
        }

        for (Conversation chat : chats) {
            String who = chat.owner().userId();
            List<String> expected = IntStream.range(0, 4)
                    .boxed()
                    .flatMap(t -> List.of(who + " t" + t, "re " + who + " t" + t).stream())
                    .toList();
            assertEquals(expected, texts(chat.history()));
        }
    }

    @Test
    void toolsAndFilesBelongToTheTurn() {
        Tool weather = Tool.of("weather", "Weather of a city", City.class, city -> "20 C");
        ScriptedModel model = ScriptedModel.create()
                .callTool("weather", "{\"name\":\"Rome\"}")
                .reply("Warm.")
                .reply("Yes.");
        Conversation chat = Conversations.over(model).withTools(weather).open(emma, user);
        Attachment note = Attachment.of("hello".getBytes(StandardCharsets.UTF_8));

        Turn turn = chat.send("Rome?", note);
        chat.send("Sure?");

        assertEquals("Warm.", turn.text());
        List<Message> history = chat.history();
        assertEquals(6, history.size());
        assertInstanceOf(Part.File.class, history.get(0).parts().get(1));
        assertInstanceOf(Part.ToolCall.class, history.get(1).parts().get(0));
        assertInstanceOf(Message.ToolResults.class, history.get(2));
        assertEquals(history.subList(0, 5), model.lastRequest().messages().subList(1, 6));
    }

    @Test
    void oldTurnsAreCutWholeAndNeverLeaveAnOrphan() {
        Tool weather = Tool.of("weather", "Weather of a city", City.class, city -> "20 C ".repeat(20));
        ModelCard small = ModelCard.of("test:small")
                .can(Capability.TOOLS)
                .contextWindow(900)
                .build();
        ScriptedModel model = ScriptedModel.create().card(small);
        for (int i = 0; i < 12; i++) {
            model.callTool("weather", "{\"name\":\"Rome\"}").reply("Warm again, number " + i);
        }
        Conversation chat = Conversations.over(model).withTools(weather).open(emma, user);
        for (int i = 0; i < 12; i++) {
            chat.send("Weather, number " + i + "?");
        }

        ContextCut cut = chat.lastTurn().orElseThrow().cut();
        assertTrue(cut.turns() > 0, cut.toString());
        assertEquals(cut.turns() * 4, cut.messages());
        assertTrue(cut.tokensSent() <= cut.limit() && cut.tokensBefore() > cut.limit(), cut.toString());
        assertEquals(48, chat.history().size());
        for (ChatRequest request : model.requests()) {
            List<String> open = new ArrayList<>();
            for (Message message : request.messages()) {
                for (Part part : message.parts()) {
                    if (part instanceof Part.ToolCall call) {
                        open.add(call.id());
                    } else if (part instanceof Part.ToolResult result) {
                        assertTrue(open.remove(result.callId()), "an orphan result");
                    }
                }
            }
            assertEquals(List.of(), open, "an orphan call");
        }
    }

    @Test
    void aMessageThatCannotFitIsRefusedBeforeItIsSent() {
        ScriptedModel model = ScriptedModel.replying("x")
                .card(ModelCard.of("test:tiny").contextWindow(600).build());
        Conversation chat = Conversations.over(model).open(emma, user);

        GatorException error = assertThrows(GatorException.class, () -> chat.send("word ".repeat(2_000)));

        assertSame(ProviderError.CONTEXT_TOO_LONG, error.code());
        assertEquals(0, model.calls());
    }

    @Test
    void forbiddenPhrasesAreRepairedOrFlagged() {
        Persona careful = emma.with(edit -> edit.speech(speech -> speech.forbiddenPhrases("game changer")));
        ScriptedModel model =
                ScriptedModel.replying("A game changer!", "A big step!", "A game changer!", "Game changer.");
        Conversation chat = Conversations.over(model).open(careful, user);

        Turn repaired = chat.send("Tell me");
        assertEquals("A big step!", repaired.text());
        assertEquals(List.of(), repaired.flagged());
        assertEquals(List.of("Tell me", "A big step!"), texts(chat.history()));
        long asked = model.requests().stream()
                .mapToLong(request -> TokenCounter.estimate().count(request))
                .sum();
        assertEquals(asked, repaired.reply().usage().input());
        assertEquals(List.of("game changer"), chat.send("More").flagged());
    }

    @Test
    void theRatingIsNarrowedByEverybody() {
        ScriptedModel model = ScriptedModel.answering(request -> "ok");
        Persona bold = emma.with(edit -> edit.ratings(RatingLimits.upTo(ContentRating.NSFW)));
        Conversations open = Conversations.over(model)
                .withTenantLimits(RatingLimits.upTo(ContentRating.NSFW))
                .withAudience(Audience.aged(30))
                .withRating(ContentRating.NSFW);

        open.open(bold, user).send("Hi");
        assertTrue(model.lastRequest().messages().get(0).text().contains("Adult themes"));
        open.withAudience(Audience.unknown()).open(bold, user).send("Hi");
        assertTrue(model.lastRequest().messages().get(0).text().contains("all ages"));
        open.open(emma, user).send("Hi");
        assertTrue(model.lastRequest().messages().get(0).text().contains("all ages"));
        GatorException error =
                assertThrows(GatorException.class, () -> open.open(bold, user).send("a schoolgirl"));
        assertSame(GuardError.CONTENT_NOT_ALLOWED, error.code());
    }

    @Test
    void thePersonasModelAnswersUnlessAnotherIsSet() {
        ScriptedModel usual = ScriptedModel.answering(request -> "usual");
        ScriptedModel own = ScriptedModel.answering(request -> "own");
        Persona picky = emma.with(edit -> edit.model(ModelRole.TEXT, "test:own"));
        Conversations conversations = Conversations.over(usual).withModels(id -> own);

        assertEquals("own", conversations.open(picky, user).send("Hi").text());
        assertEquals("usual", conversations.open(emma, user).send("Hi").text());
        assertEquals(
                "usual",
                conversations.withModel(usual).open(picky, user).send("Hi").text());
    }

    @Test
    void everyTurnIsASpanThatEnds() {
        RecordingObserver observer = RecordingObserver.create();
        ScriptedModel model = ScriptedModel.create()
                .reply("a")
                .reply("b")
                .fail(ProviderError.OVERLOADED)
                .reply("c d");
        Conversation chat = Conversations.over(model)
                .withContext(() -> CallContext.create().withObserver(observer))
                .open(emma, user);

        chat.send("1");
        chat.stream("2").reply();
        assertThrows(GatorException.class, () -> chat.stream("3").reply());
        ChatStream left = chat.stream("4");
        left.iterator().next();
        left.close();

        assertEquals(4, observer.ended(SpanKind.TURN).size());
        assertTrue(observer.isBalanced());
        assertFalse(observer.events().isEmpty());
    }
}
