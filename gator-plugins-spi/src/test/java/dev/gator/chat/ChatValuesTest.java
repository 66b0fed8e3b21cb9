package dev.gator.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Attachment;
import dev.gator.content.MediaType;
import dev.gator.error.GatorException;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatValuesTest {

    record Mine(int level) implements ProviderOptions {}

    @Test
    void aRequestKeepsEverythingThroughItsBuilder() {
        ChatRequest request = ChatRequest.builder()
                .system("be brief")
                .user("hi")
                .temperature(0.3)
                .maxTokens(50)
                .reasoning(Reasoning.of(Reasoning.Effort.HIGH))
                .toolChoice(ToolChoice.required())
                .format(ResponseFormat.json())
                .options(new Mine(1))
                .options(new Mine(2))
                .build();

        ChatRequest copy = request.toBuilder().build();

        assertEquals(request.messages(), copy.messages());
        assertEquals(request.sampling(), copy.sampling());
        assertEquals(OptionalInt.of(50), copy.sampling().maxTokens());
        assertEquals(request.reasoning(), copy.reasoning());
        assertEquals(ToolChoice.required(), copy.toolChoice());
        assertEquals(Optional.of(new Mine(2)), copy.options(Mine.class), "the later options win");
        assertEquals(
                List.of(Message.user("new")),
                copy.withMessages(List.of(Message.user("new"))).messages());
    }

    @Test
    void badValuesAreRefusedWithTheValue() {
        assertTrue(message(() -> Sampling.builder().temperature(2.5)).contains("2.5"));
        assertTrue(message(() -> Sampling.builder().topP(Double.NaN)).contains("NaN"));
        assertTrue(message(() -> ChatRequest.builder().build()).contains("messages"));
        assertTrue(message(() -> Reasoning.ofTokens(0)).contains("0"));
        assertTrue(message(() -> Sampling.builder().stop("")).contains("stop"));
        assertTrue(message(() -> new Part.ToolCall("", "x", "{}")).contains("tool call id"));
        assertTrue(message(() -> ToolChoice.tool(" ")).contains("tool name"));
    }

    @Test
    void aMessageShowsItsWordsOnly() {
        Message.Assistant answer = new Message.Assistant(
                List.of(
                        new Part.Reasoning("secret", ""),
                        Part.text("a"),
                        new Part.ToolCall("1", "t", "{}"),
                        Part.text("b")),
                false);

        assertEquals("ab", answer.text());
        assertEquals(1, answer.toolCalls().size());
        assertEquals(
                "hi",
                Message.user("hi", Attachment.of(new byte[] {1}, MediaType.PNG)).text());
        assertEquals(
                "sun",
                Message.toolResults(List.of(new Part.ToolResult("1", "t", "sun", false)))
                        .text());
        assertTrue(Message.system("x").cachedUpToHere().cachePoint());
        assertTrue(Message.user("x").cachedUpToHere().cachePoint());
        assertTrue(answer.cachedUpToHere().cachePoint());
    }

    @Test
    void aCardOfManyPromisesOnlyWhatAllKeep() {
        Pricing price = Pricing.perMillion(Money.usd("1"), Money.usd("2")).build();
        ModelCard big = ModelCard.of("a:big")
                .can(Capability.TOOLS, Capability.JSON_SCHEMA, Capability.IMAGE_INPUT)
                .contextWindow(100)
                .pricing(price)
                .region("eu")
                .build();
        ModelCard small = ModelCard.of("b:small")
                .can(Set.of(Capability.TOOLS, Capability.JSON_SCHEMA))
                .contextWindow(10)
                .region("eu")
                .build();

        ModelCard both = ModelCard.across("router", List.of(big, small));

        assertEquals(Set.of(Capability.TOOLS, Capability.JSON_SCHEMA), both.capabilities());
        assertEquals(OptionalInt.of(10), both.contextWindow());
        assertEquals(OptionalInt.empty(), both.maxOutput());
        assertEquals(Optional.empty(), both.pricing(), "one price is unknown, so the price is");
        assertEquals(Optional.of("eu"), both.region());
        assertThrows(GatorException.class, () -> ModelCard.across("none", List.of()));
    }

    @Test
    void aCardKnowsItsPartsAndItsPrice() {
        ModelCard card = ModelCard.of("openai:gpt:x")
                .pricing(Pricing.perMillion(Money.usd("1"), Money.usd("2")).build())
                .build();

        assertEquals("openai", card.provider());
        assertEquals("gpt:x", card.name());
        assertEquals("offline", ModelCard.of("offline").build().name());
        assertEquals(Optional.of(Money.usd("0.000003")), card.cost(Usage.reported(1, 1)));
        assertEquals(Optional.empty(), card.cost(Usage.UNKNOWN), "unknown usage has no price");
        assertEquals("other", card.withId("other").id());
        assertFalse(card.toBuilder().cannot(Capability.TOOLS).build().can(Capability.TOOLS));
    }

    @Test
    void samplingIsEqualByItsSettings() {
        Sampling one = Sampling.builder().temperature(0.5).seed(3).stop("END").build();

        assertEquals(one, one.toBuilder().build());
        assertEquals(one.hashCode(), one.toBuilder().build().hashCode());
        assertNotEquals(one, one.toBuilder().topK(4).build());
        assertEquals(List.of("END"), one.stop());
    }

    @Test
    void theEstimateCountsDenseScriptsByTheSign() {
        TokenCounter counter = TokenCounter.estimate();

        assertEquals(0, counter.count(""));
        assertEquals(3, counter.count("hello world"));
        assertEquals(4, counter.count("こんにち"));
        assertTrue(counter.errorBound() > 0);
        int request = counter.count(ChatRequest.builder()
                .user("look", Attachment.of(new byte[] {1}, MediaType.PNG))
                .build());
        assertTrue(request > TokenCounter.PER_PICTURE);
    }

    private static String message(org.junit.jupiter.api.function.Executable bad) {
        return assertThrows(GatorException.class, bad).getMessage();
    }
}
