package dev.gator.rag.studio.shot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.call.CallContext;
import dev.gator.chat.ModelCard;
import dev.gator.error.GatorException;
import dev.gator.rag.reel.ReelGenerator;
import dev.gator.rag.reel.ReelResult;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.rag.text.Words;
import dev.gator.testing.ScriptedModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShotPlannerTest {

    private static final ReelGenerator WRITER = ReelGenerator.of(offline(), ExampleStore.shipped());
    private static final BrandProfile BRAND = brand(Sector.FOOD);

    @Test
    void theShotsOfEveryReelAddUpAndSayAllItsWords() {
        for (Sector sector : List.of(Sector.FOOD, Sector.FITNESS, Sector.of("beekeeping"))) {
            for (int seconds : List.of(15, 31, 60)) {
                for (long seed = 1; seed <= 2; seed++) {
                    ReelResult reel = reel(brand(sector), seconds, seed);

                    ShotPlan plan = ShotPlanner.byRule().plan(brand(sector), reel, CallContext.create());

                    assertEquals(
                            seconds,
                            plan.shots().stream().mapToInt(Shot::seconds).sum());
                    assertEquals(
                            Words.in(reel.script().spoken()),
                            Words.in(plan.shots().stream().map(Shot::spoken).collect(Collectors.joining(" "))));
                    assertTrue(plan.shots().stream().allMatch(shot -> Words.count(shot.onScreen()) <= Shot.MOST_WORDS));
                    assertTrue(Words.count(plan.thumbnail()) <= ShotPlan.THUMBNAIL_WORDS, plan.thumbnail());
                }
            }
        }
    }

    @Test
    void longerWordsAreSeenLonger() {
        ShotPlan plan = ShotPlanner.byRule().plan(BRAND, reel(BRAND, 30, 1), CallContext.create());

        Shot longest = plan.shots().stream()
                .max((one, other) -> Words.count(one.spoken()) - Words.count(other.spoken()))
                .orElseThrow();

        assertEquals(plan.shots().stream().mapToInt(Shot::seconds).max().orElse(0), longest.seconds());
        assertEquals(ReelField.HOOK, plan.shots().get(0).part());
        assertEquals(ReelField.CTA, plan.shots().get(plan.shots().size() - 1).part());
        assertEquals(0, plan.begin(0));
        assertTrue(plan.text().contains("a cook with a wooden spoon in a home kitchen"), plan.text());
    }

    @Test
    void whatAModelImaginesIsTakenWhereItIsUsable() {
        ReelResult reel = reel(BRAND, 30, 1);
        ScriptedModel model = ScriptedModel.replying(
                """
                {"shots": [
                  {"shot": 1, "visual": "A pan lands on a stove", "onScreen": "Tonight?", "image": "a pan", "broll": "steam"},
                  {"shot": 2, "visual": "A lazy cat sleeps", "onScreen": "one two three four five six seven eight", \
                "image": "a kitchen", "broll": "onions"},
                  {"shot": 99, "visual": "Nothing", "onScreen": "", "image": "nothing", "broll": ""}],
                 "thumbnail": "Dinner without lists"}
                """);

        ShotPlan plan = ShotPlanner.by(model).plan(BRAND, reel, CallContext.create());
        ShotPlan byRule = ShotPlanner.byRule().plan(BRAND, reel, CallContext.create());

        assertEquals("A pan lands on a stove", plan.shots().get(0).visual());
        assertEquals("Tonight?", plan.shots().get(0).onScreen());
        assertEquals(byRule.shots().get(1).visual(), plan.shots().get(1).visual(), "a banned word is not shown");
        assertEquals(byRule.shots().get(1).onScreen(), plan.shots().get(1).onScreen(), "too long to be read");
        assertEquals("a kitchen", plan.shots().get(1).image());
        assertEquals(byRule.shots().get(2), plan.shots().get(2));
        assertEquals("Dinner without lists", plan.thumbnail());
        String prompt = model.requests().get(0).messages().toString();
        assertTrue(
                prompt.contains("1. (" + byRule.shots().get(0).seconds() + " s) "
                        + reel.script().hook()),
                prompt);
    }

    @Test
    void theOfflineModelMeansTheRules() {
        ReelResult reel = reel(BRAND, 20, 3);

        assertEquals(
                ShotPlanner.byRule().plan(BRAND, reel, CallContext.create()),
                ShotPlanner.by(offline()).plan(BRAND, reel, CallContext.create()));
    }

    @Test
    void aPlanThatDoesNotAddUpIsNone() {
        Shot shot = new Shot(ReelField.HOOK, 3, "Words", "Something", "", "something", "");

        assertThrows(GatorException.class, () -> new ShotPlan(4, List.of(shot), "Cover"));
        assertThrows(GatorException.class, () -> new ShotPlan(0, List.of(), "Cover"));
        assertEquals(3, new ShotPlan(3, List.of(shot), "Cover").seconds());
    }

    @Test
    void phrasesAreShortenedAtTheirJoints() {
        assertEquals(Optional.of("Start today"), Phrases.whole("Start today.", 7));
        assertEquals(
                Optional.of("Most evenings"), Phrases.whole("Most evenings, you stand before the fridge and wait.", 5));
        assertEquals(Optional.empty(), Phrases.whole("You stand before the fridge and wait, hungry.", 4));
        assertEquals("You stand before the…", Phrases.cut("You stand before the fridge and wait for it", 4));
        assertEquals(
                "Extraordinarily unbreakable…", Phrases.cut("Extraordinarily unbreakable words everywhere around", 2));
    }

    private static ReelResult reel(BrandProfile brand, int seconds, long seed) {
        ScriptRequest request =
                ScriptRequest.goal(Goal.ENGAGEMENT).seconds(seconds).seed(seed);
        return WRITER.generate(brand, request, CallContext.create());
    }

    private static BrandProfile brand(Sector sector) {
        return BrandProfile.builder("Casa Lenta")
                .sector(sector)
                .offer("weekly menus")
                .doNotUse("lazy")
                .build();
    }

    private static ScriptedModel offline() {
        return ScriptedModel.create().card(ModelCard.of("offline").build());
    }
}
