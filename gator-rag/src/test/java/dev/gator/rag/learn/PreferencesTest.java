package dev.gator.rag.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.call.Owner;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.rag.reel.ReelGenerator;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.reel.Variations;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.rag.validate.Finding;
import dev.gator.rag.validate.ReelReport;
import dev.gator.rag.validate.Severity;
import dev.gator.store.KeyValueStore;
import dev.gator.testing.ManualTime;
import dev.gator.testing.ScriptedModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    private static final Owner ANN = Owner.of("acme", "ann");
    private static final ReelGenerator WRITER =
            ReelGenerator.of(ScriptedModel.create().card(ModelCard.of("offline").build()), ExampleStore.shipped());
    private static final BrandProfile BRAND = BrandProfile.builder("Casa Lenta")
            .sector(Sector.FOOD)
            .offer("weekly menus")
            .build();

    private final KeyValueStore store = KeyValueStore.inMemory(ManualTime.create());
    private final Preferences preferences = Preferences.over(store);

    @Test
    void whoAlwaysTakesStoriesIsOfferedStories() {
        for (long seed = 1; seed <= 5; seed++) {
            Variations five = variations(seed);
            preferences.chosen(ANN, five, of(five, HookType.STORY));
        }
        int before = 0;
        int after = 0;
        for (long seed = 100; seed < 103; seed++) {
            Variations fresh = variations(seed);
            Variations ranked = preferences.ranked(ANN, fresh);
            assertEquals(new HashSet<>(fresh.ranked()), new HashSet<>(ranked.ranked()));
            before += fresh.ranked().indexOf(of(fresh, HookType.STORY));
            after += ranked.ranked().indexOf(of(ranked, HookType.STORY));
        }

        assertTrue(after < before, "positions " + before + " before, " + after + " after");
        assertTrue(after <= 3, "stories are at positions that add up to " + after);
        Taste taste = Preferences.over(store).taste(ANN);
        assertEquals(5, taste.choices());
        assertTrue(taste.weights().get("hook:story") > 0.5, taste.toString());
        assertTrue(taste.weights().get("hook:question") < 0, taste.toString());
    }

    @Test
    void withoutChoicesTheReportsDecideAndOthersTasteDoesNotCount() {
        Variations five = variations(1);
        preferences.chosen(ANN, five, five.ranked().get(4));

        assertEquals(five, preferences.ranked(Owner.of("acme", "bob"), five));
        assertThrows(
                GatorException.class,
                () -> preferences.chosen(ANN, five, variations(77).ranked().get(0)));
    }

    @Test
    void aStepMovesTheTasteBySurprise() {
        Map<String, Double> taken = Map.of("a", 1.0);
        Map<String, Double> left = Map.of("b", 1.0);

        Taste first = Taste.UNKNOWN.preferring(taken, left);
        Taste second = first.preferring(taken, left);

        assertEquals(0.25, first.weights().get("a"), 1e-12);
        assertEquals(-0.25, first.weights().get("b"), 1e-12);
        // the first step left a margin of 0.5, so the choice surprises less: 1 - sigma(0.5) = 0.3775
        assertEquals(0.25 * 0.995 + 0.5 * 0.37754, second.weights().get("a"), 1e-4);
        assertEquals(0.5, new Taste(Map.of(), 5).confidence());
    }

    @Test
    void noTasteLiftsAnInvalidScriptAboveAValidOne() {
        Variations five = variations(3);
        ReelResult good = five.ranked().get(0);
        ReelResult bad =
                WRITER.generate(BRAND, ScriptRequest.goal(Goal.AWARENESS).hook(HookType.STORY), CallContext.create());
        ReelResult invalid = new ReelResult(
                bad.request(),
                bad.script(),
                new ReelReport(
                        List.of(new Finding(Severity.ERROR, ReelField.CTA, "wrong")),
                        bad.report().card()),
                bad.examples(),
                bad.attempts(),
                bad.notes());
        Variations both = Variations.of(List.of(good, invalid));
        for (int i = 0; i < 30; i++) {
            preferences.chosen(ANN, both, invalid);
        }

        assertEquals(good, preferences.ranked(ANN, both).ranked().get(0));
    }

    private static Variations variations(long seed) {
        return WRITER.variations(BRAND, ScriptRequest.goal(Goal.ENGAGEMENT).seed(seed), 7, CallContext.create());
    }

    private static ReelResult of(Variations variations, HookType hook) {
        return variations.ranked().stream()
                .filter(reel -> reel.request().hook().equals(hook))
                .findFirst()
                .orElseThrow();
    }
}
