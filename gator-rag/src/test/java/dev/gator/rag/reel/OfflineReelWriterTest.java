package dev.gator.rag.reel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.BrandVoice;
import dev.gator.rag.script.CtaStyle;
import dev.gator.rag.script.Emotion;
import dev.gator.rag.script.ExampleStore;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Sector;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.RagError;
import dev.gator.rag.validate.Finding;
import dev.gator.rag.validate.ReelValidator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineReelWriterTest {

    private static final ExampleStore EXAMPLES = ExampleStore.shipped();
    private static final OfflineReelWriter WRITER = OfflineReelWriter.create();

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de", "hi", "ja"})
    void everyScriptFollowsTheRules(String language) {
        int number = 0;
        for (Sector sector : Sector.known()) {
            for (HookType hook : HookType.known()) {
                for (int seconds : new int[] {15, 30, 60}) {
                    number++;
                    BrandProfile brand = brand(sector, number);
                    ScriptRequest request = ScriptRequest.goal(Goal.values()[number % 3])
                            .hook(hook)
                            .emotion(Emotion.known().get(number % 8).name())
                            .seconds(seconds)
                            .language(language)
                            .seed(number);

                    ReelScript script = write(brand, request);

                    List<Finding> findings = validator(brand, language).check(script, seconds);
                    assertEquals(List.of(), findings, script.toString());
                    assertFalse(script.toString().contains("{"), script.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "de", "hi", "ja"})
    void theSameSeedGivesTheSameScriptAndOthersGiveOthers(String language) {
        BrandProfile brand = brand(Sector.FITNESS, 1);
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION).language(language);
        Set<String> bodies = new HashSet<>();
        for (int seed = 1; seed <= 20; seed++) {
            bodies.add(write(brand, request.seed(seed)).body());
        }

        assertEquals(write(brand, request.seed(3)), write(brand, request.seed(3)));
        assertNotEquals(write(brand, request.seed(3)), write(brand, request.seed(4)));
        assertTrue(bodies.size() >= 18, bodies.size() + " bodies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "fr", "de", "hi", "ja"})
    void nothingOfAnEnglishBriefIsLeftInAScript(String language) {
        for (Sector sector : Sector.known()) {
            BrandProfile brand = BrandProfile.builder("Norte")
                    .sector(sector)
                    .audience(who -> who.painPoint("something quite unusual"))
                    .offer("weekly menus")
                    .facts("Norte writes a new menu for every week.")
                    .build();
            ReelScript script =
                    write(brand, ScriptRequest.goal(Goal.CONVERSION).seconds(60).language(language));

            assertEquals(Optional.of(Language.of(language)), Lexicon.detect(script.spoken()), script.toString());
            assertFalse(script.toString().contains("unusual"), script.toString());
            assertFalse(script.toString().contains("every week"), script.toString());
        }
    }

    @Test
    void thirtySecondsAreFilledWithTheBrandAndAdviceFromTheExamples() {
        BrandProfile brand = BrandProfile.builder("FitLife Pro")
                .sector(Sector.FITNESS)
                .voice("energetic", "authentic")
                .audience(who -> who.ages(25, 40).painPoint("no time"))
                .offer("home workout plans")
                .facts("Every plan fits on one page.")
                .build();
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION);

        ReelScript script = write(brand, request);

        assertTrue(script.body().contains("FitLife Pro"), script.body());
        assertTrue(script.body().contains("home workout plans"), script.body());
        assertTrue(script.body().contains("Every plan fits on one page."), script.body());
        List<FoundExample> found = EXAMPLES.find(brand, request, 5);
        Lexicon english = Lexicon.of(Language.EN);
        List<String> shown = found.stream()
                .flatMap(one -> UsedExample.of(one, script, english).sentence().stream())
                .toList();
        assertTrue(!shown.isEmpty(), found + " in " + script);
        assertTrue(shown.stream().allMatch(script.body()::contains), shown.toString());
    }

    @Test
    void anEnglishBriefBecomesASpanishScriptAndWhatCannotIsSaid() {
        BrandProfile brand = BrandProfile.builder("FitLife Pro")
                .sector(Sector.FITNESS)
                .audience(who -> who.painPoint("no time").painPoint("tired of all the waiting"))
                .offer("home workout plans")
                .build();
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION).language("es");

        ReelScript script = write(brand, request);

        assertTrue(script.body().contains("planes de entrenamiento en casa"), script.body());
        assertFalse(script.body().contains("tired"), script.body());
        assertEquals(
                List.of("the pain point \"tired of all the waiting\" is not in es and chooses the theme only"),
                WRITER.notes(brand, request));
    }

    @Test
    void theBrandsOwnCallToActionIsKept() {
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION).cta("Call us before Friday");

        assertEquals(
                "Call us before Friday", write(brand(Sector.PETS, 2), request).cta());
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        BrandProfile brand = BrandProfile.builder("Fat Burner")
                .offer("good things")
                .doNotUse("fat")
                .build();
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION);

        assertEquals(
                RagError.NOT_WRITABLE,
                assertThrows(GatorException.class, () -> write(brand, request)).code());
        assertEquals(
                RagError.NO_LANGUAGE,
                assertThrows(GatorException.class, () -> write(brand(Sector.PETS, 1), request.language("pt")))
                        .code());
    }

    private static ReelScript write(BrandProfile brand, ScriptRequest request) {
        ReelRules rules = ReelRules.standard().banning(brand.doNotUse());
        return WRITER.write(brand, request, EXAMPLES.find(brand, request, 5), rules);
    }

    private static ReelValidator validator(BrandProfile brand, String language) {
        return ReelValidator.of(ReelRules.standard().banning(brand.doNotUse()), Language.of(language));
    }

    private static BrandProfile brand(Sector sector, int number) {
        List<String> pains = List.of("no time", "no motivation", "too many tools", "something quite unusual");
        return BrandProfile.builder(number % 2 == 0 ? "Norte" : "FitLife Pro")
                .sector(sector)
                .voice(BrandVoice.known().get(number % 8).name())
                .audience(who -> who.painPoint(pains.get(number % 4)))
                .ctaStyle(CtaStyle.values()[number % 4])
                .offer(number % 3 == 0 ? "a planning app" : "weekly menus")
                .doNotUse("fat", "sofa", "secret")
                .build();
    }
}
