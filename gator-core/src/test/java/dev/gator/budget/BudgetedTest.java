package dev.gator.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.error.GatorException;
import dev.gator.error.ProviderError;
import dev.gator.testing.ScriptedModel;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class BudgetedTest {

    private final ScriptedModel scripted = ScriptedModel.create();
    private final Budget budget = Budget.of("test", Limit.of(Money.usd("1")));
    private final Budgeted model = Budgeted.of(scripted);

    BudgetedTest() {
        scripted.card(scripted.card().toBuilder()
                .pricing(
                        Pricing.perMillion(Money.usd("1000"), Money.usd("1000")).build())
                .build());
    }

    @Test
    void settlesWhatTheReplyReports() {
        scripted.reply("four words are enough");

        ChatReply reply = model.chat(request(100));

        assertEquals(reply.cost().orElseThrow(), budget.spent().money());
        assertEquals(Money.ZERO, budget.spent().reserved());
    }

    @Test
    void aStreamSettlesTheSame() {
        scripted.reply("four words are enough");

        ChatReply reply = model.stream(request(100)).reply();

        assertEquals(reply.cost().orElseThrow(), budget.spent().money());
        assertEquals(1, budget.spent().calls());
    }

    @Test
    void aRefusedCallNeverReachesTheModel() {
        GatorException refused = assertThrows(GatorException.class, () -> model.chat(request(2_000)));
        assertThrows(GatorException.class, () -> model.stream(request(2_000)));

        assertEquals(BudgetError.MONEY_EXCEEDED, refused.code());
        assertEquals(0, scripted.calls());
    }

    @Test
    void aFailedCallCostsNothing() {
        scripted.fail(ProviderError.SERVER_ERROR).fail(ProviderError.SERVER_ERROR);

        assertThrows(GatorException.class, () -> model.chat(request(100)));
        assertThrows(GatorException.class, () -> model.stream(request(100)).reply());

        assertEquals(Money.ZERO, budget.spent().money());
        assertEquals(Money.ZERO, budget.spent().reserved());
    }

    @Test
    void aStreamCutOffAfterItBeganIsBookedAsItWasSetAside() {
        scripted.reply("one two three four five six");
        try (ChatStream stream = model.stream(request(100))) {
            Iterator<ChatEvent> events = stream.iterator();
            while (events.next().text().isEmpty()) {
                assertTrue(events.hasNext());
            }
        }

        assertEquals(1, budget.spent().calls());
        assertTrue(budget.spent().money().compareTo(Money.usd("0.1")) >= 0);
        assertEquals(Money.ZERO, budget.spent().reserved());
    }

    @Test
    void withoutBudgetNothingIsCounted() {
        scripted.reply("hello").reply("hello");
        ChatRequest free = ChatRequest.of("hi");

        assertEquals("hello", model.chat(free).text());
        assertEquals("hello", model.stream(free).reply().text());
        assertEquals(scripted.card(), model.card());
    }

    private ChatRequest request(int maxTokens) {
        return ChatRequest.builder()
                .user("hi")
                .maxTokens(maxTokens)
                .context(CallContext.create().withSpending(budget))
                .build();
    }
}
