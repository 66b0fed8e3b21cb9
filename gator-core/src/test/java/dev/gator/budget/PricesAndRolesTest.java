package dev.gator.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatReply;
import dev.gator.chat.ChatRequest;
import dev.gator.chat.ChatStream;
import dev.gator.chat.ModelCard;
import dev.gator.chat.Reasoning;
import dev.gator.chat.Sampling;
import dev.gator.error.GatorException;
import dev.gator.provider.ModelCatalog;
import dev.gator.testing.ScriptedModel;
import dev.gator.usage.Money;
import dev.gator.usage.Pricing;
import dev.gator.usage.Usage;
import org.junit.jupiter.api.Test;

class PricesAndRolesTest {

    private static final String BOOK =
            """
            {"models": [{"id": "scripted:model", "price":
              {"input": "2", "output": "10", "source": "contract 7", "asOf": "2026-05-01"}}]}
            """;

    private final ScriptedModel mini = ScriptedModel.named("x:mini").otherwise(r -> "mini");
    private final ScriptedModel large = ScriptedModel.named("x:large").otherwise(r -> "large");

    @Test
    void aBookGoesOverTheCatalogueAndOverTheRepliesOfAModel() {
        PriceBook book = PriceBook.parse(BOOK);
        ScriptedModel model = ScriptedModel.replying("one", "one");
        Usage usage = model.chat(ChatRequest.of("hi")).usage();
        Money price = Money.usd("0.000002")
                .times(usage.input())
                .plus(Money.usd("0.00001").times(usage.output()));

        try (ChatStream stream = book.priced(model).stream("hi")) {
            assertEquals(price, stream.reply().cost().orElseThrow());
        }
        model.reply("one");
        ChatReply reply = book.priced(model).chat(ChatRequest.of("hi"));
        assertEquals(price, reply.cost().orElseThrow());
        assertEquals(
                "contract 7", book.priced(model).card().pricing().orElseThrow().source());
        assertEquals(
                128_000,
                book.priced(model).card().contextWindow().orElseThrow(),
                "the rest of the card is the model's");
        assertSame(mini, book.priced(mini));
    }

    @Test
    void unknownStaysUnknownAndTheCatalogueKeepsTheRest() {
        ModelCatalog catalog = ModelCatalog.parse(
                "{\"models\": [{\"id\": \"scripted:model\", \"context\": 5}, {\"id\": \"x:y\", \"context\": 7}]}");
        ModelCatalog over = PriceBook.parse(BOOK).over(catalog);

        assertEquals(
                5, over.find("scripted:model").orElseThrow().contextWindow().orElseThrow());
        assertTrue(over.find("scripted:model").flatMap(ModelCard::pricing).isPresent());
        assertTrue(over.find("x:y").flatMap(ModelCard::pricing).isEmpty());
        assertTrue(over.find("nobody:knows").isEmpty());
        assertTrue(PriceBook.empty()
                .with("nobody:knows", Pricing.free())
                .over(catalog)
                .find("nobody:knows")
                .isPresent());
    }

    @Test
    void aPriceWithoutSourceOrDayIsRefused() {
        GatorException e = assertThrows(
                GatorException.class,
                () -> PriceBook.parse("{\"models\": [{\"id\": \"a:b\", \"price\": {\"input\": \"1\", \"output\": \"2\","
                        + " \"source\": \"a list\"}}]}"));

        assertEquals("price book entry 'a:b': price.asOf is missing", e.detail());
    }

    @Test
    void aLevelChoosesModelAndSettingsAndARequestMayOverrule() {
        QualityLevels levels = QualityLevels.of(mini)
                .level(
                        Quality.DRAFT,
                        mini,
                        Sampling.builder().maxTokens(300).temperature(1).build())
                .level(Quality.PREMIUM, large, Reasoning.of(Reasoning.Effort.HIGH));

        levels.model(Quality.DRAFT)
                .chat(ChatRequest.builder().user("hi").temperature(0.2).build());
        assertEquals(300, mini.lastRequest().sampling().maxTokens().orElseThrow());
        assertEquals(0.2, mini.lastRequest().sampling().temperature().orElseThrow());

        assertSame(mini, levels.model(Quality.HIGH), "no setting of the draft");
        assertEquals("large", levels.model(Quality.PREMIUM).chat("hi"));
        assertEquals(
                Reasoning.Effort.HIGH,
                large.lastRequest().reasoning().orElseThrow().effort());
        assertSame(mini, QualityLevels.of(mini).model(Quality.PREMIUM));
    }

    @Test
    void aRoleThatNobodyHasFallsToTheMainModel() {
        ModelRoles roles = ModelRoles.of(large).with(ModelRoles.Role.SUMMARISER, mini);

        assertSame(mini, roles.summariser());
        assertSame(large, roles.judge());
        assertSame(mini, roles.with(ModelRoles.Role.MAIN, mini).main());
    }
}
