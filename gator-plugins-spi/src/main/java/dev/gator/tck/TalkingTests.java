package dev.gator.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.FinishReason;
import dev.gator.chat.Message;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Part;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Asking and being answered; every test asks both ways and the replies must be equal. */
interface TalkingTests {

    @Test
    default void answersWithTheWordsOfTheService(ChatBench bench) {
        bench.answers(Scripted.text("The sky ", "scatters ", "blue light."));
        ChatReply reply = bench.ask("Why is the sky blue?");
        assertEquals("The sky scatters blue light.", reply.text());
        assertEquals(FinishReason.STOP, reply.finish());
        assertFalse(reply.model().isBlank(), "a reply names the model that answered");
    }

    @Test
    default void answersWithNoWordsAtAll(ChatBench bench) {
        bench.answers(Scripted.empty());
        assertEquals("", bench.ask("Say nothing.").text());
    }

    @Test
    default void keepsEveryCharacterOfAnswerAndQuestion(ChatBench bench) {
        bench.answers(Scripted.text(Samples.HARD_TEXT, Samples.HARD_TEXT));
        assertEquals(
                Samples.HARD_TEXT + Samples.HARD_TEXT,
                bench.ask(Samples.HARD_TEXT).text());
        assertEquals(List.of("USER " + Samples.HARD_TEXT), lines(bench.seen()));
    }

    @Test
    default void sendsInstructionsAndHistoryInOrder(ChatBench bench) {
        Seen<ChatRequest> seen = bench.seenFor(ChatRequest.builder()
                .system("You are Maya.")
                .user("First question")
                .message(Message.assistant("First answer"))
                .user("Second question")
                .build());
        assertEquals(
                List.of(
                        "INSTRUCTIONS You are Maya.",
                        "USER First question",
                        "ASSISTANT First answer",
                        "USER Second question"),
                lines(seen));
    }

    @Test
    default void sendsUntrustedTextWhole(ChatBench bench) {
        Message message = new Message.User(List.of(Part.text("Sum up:"), Part.untrusted("<b>a page</b>")), false);
        String sent = bench.seenFor(ChatRequest.builder().message(message).build()).content().messages().stream()
                .map(Message::text)
                .collect(Collectors.joining());
        assertTrue(sent.contains("Sum up:") && sent.contains("<b>a page</b>"), "text that was sent: " + sent);
    }

    @Test
    default void sendsTheModelsName(ChatBench bench) {
        String model = bench.seenFor(Samples.question()).model();
        assertEquals(bench.model().card().name(), model);
    }

    @Test
    @Needs(traits = WireTrait.KEY)
    default void sendsTheKeyWhereTheServiceExpectsIt(ChatBench bench) {
        assertEquals(
                Optional.of(ChatBench.CANARY), bench.seenFor(Samples.question()).key());
    }

    @Test
    default void warnsOfNothingWhenNothingWasSet(ChatBench bench) {
        bench.answers(Scripted.text("fine"));
        assertEquals(List.of(), bench.ask(Samples.question()).warnings());
    }

    @Test
    default void leavesToTheServiceWhatIsNotSet(ChatBench bench) {
        ChatRequest sent = bench.seenFor(Samples.question()).content();
        assertTrue(sent.sampling().temperature().isEmpty(), "a temperature was sent that nobody set");
        assertTrue(sent.sampling().topP().isEmpty(), "a topP was sent that nobody set");
        assertTrue(sent.sampling().seed().isEmpty(), "a seed was sent that nobody set");
        assertEquals(List.of(), sent.sampling().stop());
        assertEquals(List.of(), sent.tools());
    }

    @Test
    default void tellsThatTheLimitWasReached(ChatBench bench) {
        bench.answers(Scripted.text("cut").finishing(FinishReason.LENGTH));
        assertEquals(FinishReason.LENGTH, bench.ask("Write a book.").finish());
    }

    @Test
    default void tellsThatTheServiceWithheldTheRest(ChatBench bench) {
        bench.answers(Scripted.text("Let me").finishing(FinishReason.CONTENT_FILTER));
        assertEquals(FinishReason.CONTENT_FILTER, bench.ask("Something bad").finish());
    }

    @Test
    default void reportsTheTokensThatTheServiceCounted(ChatBench bench) {
        bench.answers(Scripted.text("fine").using(Usage.reported(1234, 56)));
        Usage usage = bench.ask("Count").usage();
        assertEquals(1234, usage.input());
        assertEquals(56, usage.output());
        assertEquals(Usage.Origin.REPORTED, usage.origin());
    }

    @Test
    @Needs(traits = WireTrait.CACHED_READ)
    default void reportsTokensReadFromTheCache(ChatBench bench) {
        bench.answers(Scripted.text("fine").using(Usage.reported(2000, 5).withCache(1500, 0)));
        Usage usage = bench.ask("Count").usage();
        assertEquals(2000, usage.input(), "input includes what came from the cache");
        assertEquals(1500, usage.cachedRead());
    }

    @Test
    @Needs(traits = WireTrait.CACHED_WRITE)
    default void reportsTokensWrittenToTheCache(ChatBench bench) {
        bench.answers(Scripted.text("fine").using(Usage.reported(2000, 5).withCache(300, 1200)));
        Usage usage = bench.ask("Count").usage();
        assertEquals(2000, usage.input(), "input includes what was written to the cache");
        assertEquals(1200, usage.cachedWrite());
        assertEquals(300, usage.cachedRead());
    }

    @Test
    @Needs(traits = WireTrait.REASONING_USAGE)
    default void reportsTokensSpentOnThinking(ChatBench bench) {
        bench.answers(Scripted.text("fine").using(Usage.reported(10, 90).withReasoning(64)));
        Usage usage = bench.ask("Count").usage();
        assertEquals(90, usage.output(), "output includes what was spent on thinking");
        assertEquals(64, usage.reasoning());
    }

    @Test
    default void pricesTheAnswerByTheCard(ChatBench bench) {
        bench.answers(Scripted.text("fine").using(Usage.reported(1000, 100)));
        ChatReply reply = bench.ask("Count");
        ModelCard card = bench.model().card();
        assertEquals(card.cost(reply.usage()), reply.cost());
    }

    @Test
    default void hasACardThatNeedsNoNetwork(ChatBench bench) {
        ModelCard card = bench.model().card();
        assertTrue(card.id().startsWith(card.provider() + ":"), "an id is provider, colon, name: " + card.id());
        assertEquals(card.toString(), bench.model().card().toString());
        bench.assertNothingSent();
    }

    private static List<String> lines(Seen<ChatRequest> seen) {
        return seen.content().messages().stream()
                .map(message ->
                        message.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT) + " " + message.text())
                .toList();
    }
}
