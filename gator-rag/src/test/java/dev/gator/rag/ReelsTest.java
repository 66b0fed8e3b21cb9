package dev.gator.rag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.Gator;
import dev.gator.chat.ModelCard;
import dev.gator.rag.reel.ReelEvent;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReelsTest {

    private static final BrandProfile BRAND = BrandProfile.builder("Casa Lenta")
            .sector(Sector.FOOD)
            .offer("weekly menus")
            .build();

    @Test
    void aStudioWritesRanksAndStreams() {
        ScriptedModel offline =
                ScriptedModel.create().card(ModelCard.of("offline").build());
        try (Gator gator =
                Gator.builder().model(offline).defaultModel("offline").build()) {
            Reels reels = Reels.of(gator)
                    .withRules(ReelRules.standard())
                    .withExamples(ExampleStore.shipped())
                    .withCompetitors("Another brand says something else.")
                    .withModel("offline");
            ScriptRequest request = ScriptRequest.goal(Goal.AWARENESS);
            List<ReelEvent> events = new ArrayList<>();

            ReelResult result = reels.generate(BRAND, request, events::add);

            assertTrue(result.report().isValid(), result.report().text());
            assertEquals(result.script(), reels.generate(BRAND, request).script());
            assertEquals(6, events.size());
            assertEquals(3, reels.variations(BRAND, request, 3).ranked().size());
        }
    }
}
