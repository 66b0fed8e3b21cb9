package dev.gator.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.Capability;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.secret.Secret;
import dev.gator.secret.SecretSource;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {

    private static final String JSON =
            """
            {"models": [
              {"id": "acme:small", "context": 1000, "maxOutput": 100, "capabilities": ["TOOLS"], "region": "eu",
               "price": {"input": "1", "output": "2", "cachedRead": "0.1", "source": "https://acme.example"}},
              {"id": "acme:new"}
            ]}""";

    @Test
    void readsWhatIsKnownAndLeavesTheRestUnknown() {
        ModelCatalog catalog = ModelCatalog.parse(JSON);
        ModelCard small = catalog.find("acme:small").orElseThrow();

        assertEquals(OptionalInt.of(1000), small.contextWindow());
        assertTrue(small.can(Capability.TOOLS));
        assertEquals(Optional.of("eu"), small.region());
        assertEquals(
                Optional.of(Money.usd("0.0001")),
                small.cost(Usage.reported(1_000, 0).withCache(1_000, 0)));
        assertEquals(Optional.empty(), catalog.find("acme:new").orElseThrow().pricing());
        assertEquals(Optional.empty(), catalog.find("acme:other"));
    }

    @Test
    void theFirstCatalogueWins() {
        ModelCatalog own = ModelCatalog.parse("{\"models\":[{\"id\":\"acme:small\",\"context\":5}]}");

        ModelCatalog both = own.or(ModelCatalog.parse(JSON));

        assertEquals(OptionalInt.of(5), both.find("acme:small").orElseThrow().contextWindow());
        assertTrue(both.find("acme:new").isPresent());
        assertTrue(ModelCatalog.empty().find("acme:new").isEmpty());
    }

    @Test
    void aBadEntryIsNamed() {
        String wrong = "{\"models\":[{\"id\":\"acme:bad\",\"capabilities\":[\"FLYING\"]}]}";
        String unpriced = "{\"models\":[{\"id\":\"acme:half\",\"price\":{\"input\":\"1\"}}]}";

        assertTrue(assertThrows(GatorException.class, () -> ModelCatalog.parse(wrong))
                .getMessage()
                .contains("acme:bad"));
        assertTrue(assertThrows(GatorException.class, () -> ModelCatalog.parse(unpriced))
                .getMessage()
                .contains("output"));
    }

    @Test
    void aGivenKeyWinsOverTheSecretsAndKeylessProvidersAskForNone() {
        ProviderConfig fromSource = ProviderConfig.builder()
                .secrets(SecretSource.of(Map.of("ACME_KEY", "from-source")))
                .build();
        ProviderConfig given = ProviderConfig.builder().key(Secret.of("given")).build();

        assertEquals(Optional.of(Secret.of("from-source")), fromSource.key("ACME_KEY"));
        assertEquals(Optional.of(Secret.of("given")), given.key("ACME_KEY"));
        assertEquals(Optional.empty(), fromSource.key(""));
        assertThrows(GatorException.class, () -> ProviderConfig.builder().maxAnswerBytes(0));
    }

    @Test
    void timeoutsArePositive() {
        assertThrows(GatorException.class, () -> Timeouts.defaults().withTotal(Duration.ZERO));
        assertEquals(
                Duration.ofSeconds(2),
                Timeouts.defaults().withConnect(Duration.ofSeconds(2)).connect());
    }
}
