package dev.gator.rag.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.Range;
import dev.gator.rag.script.ReelField;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReelValidatorTest {

    private static final ReelScript GOOD = new ReelScript(
            "Where did the hour go?",
            "Your day is full before you have had a say in it. Ten minutes are enough to begin. "
                    + "With FitLife Pro you get home workout plans, and a little fatigue is fine.",
            "Start with FitLife Pro today.",
            "For everyone who has ten minutes and a bit of floor: home workout plans.",
            List.of("#FitLifePro", "#Fatigue", "#HomeWorkout"));
    private static final ReelRules RULES = ReelRules.standard().banning(List.of("fat", "lazy", "no pain"));
    private static final ReelValidator VALIDATOR = ReelValidator.of(RULES, Language.EN);

    @Test
    void aGoodScriptHasNoFindings() {
        assertEquals(List.of(), VALIDATOR.check(GOOD, 20));
    }

    @Test
    void bannedWordsAreFoundInEveryPartAndEveryForm() {
        assertEquals(List.of("hook: banned word \"fat\""), found(with("Burn f@tter fuel right now", "#ok")));
        assertEquals(List.of("hook: banned word \"lazy\""), found(with("The laziest way to train", "#ok")));
        assertEquals(List.of("hook: banned word \"no pain\""), found(with("No pain at all today", "#ok")));
        assertEquals(
                List.of("hashtags: banned word \"fat\" in hashtag 3"), found(with("Where did it go?", "#NoMoreFat")));
        assertEquals(List.of(), found(with("Fatigue is fatal to the plan", "#Father")));
    }

    @Test
    void everyRuleOfTheHashtagsIsHeld() {
        List<String> found = VALIDATOR.hashtags(List.of("tag", "#two words", "#Same", "#same")).stream()
                .map(Finding::message)
                .toList();

        assertEquals(
                List.of("hashtag 1 does not begin with #", "hashtag 2 has a space", "hashtag 4 is there twice: #same"),
                found);
        assertEquals(
                "there are 1, allowed are 3 to 10",
                VALIDATOR.hashtags(List.of("#a1")).get(0).message());
    }

    @Test
    void lengthIsCountedInWordsCharactersAndSeconds() {
        List<Finding> tooLong = VALIDATOR.check(GOOD, 15);
        assertTrue(tooLong.get(0).message().contains("cut it by"), tooLong.toString());

        List<Finding> slow = VALIDATOR.check(GOOD, 60);
        assertEquals(Severity.WARNING, slow.get(0).severity());
        assertEquals(
                "has 2 words, allowed are 3 to 15",
                VALIDATOR.text(ReelField.HOOK, "Too short").get(0).message());
        assertEquals(
                "has 9 characters, allowed are 50 to 200",
                VALIDATOR.text(ReelField.CAPTION, "Too short").get(0).message());
    }

    @Test
    void everyLanguageHasItsOwnMeasure() {
        ReelValidator japanese = ReelValidator.of(ReelRules.standard(), Language.JA);
        ReelValidator hindi = ReelValidator.of(ReelRules.standard(), Language.HI);

        assertEquals(List.of(), japanese.text(ReelField.HOOK, "今夜の献立、決まりましたか？"));
        assertEquals(
                "has 2 words, allowed are 3 to 15",
                japanese.text(ReelField.HOOK, "はい。です").get(0).message());
        assertEquals(List.of(), japanese.hashtags(List.of("#今日の献立", "#おうちごはん", "#Norte")));
        assertEquals(List.of(), hindi.hashtags(List.of("#घरकाखाना", "#आसानरेसिपी", "#Norte")));
        assertEquals(
                "hashtag 3 is there twice: #ｎｏｒｔｅ",
                japanese.hashtags(List.of("#献立", "#Norte", "#ｎｏｒｔｅ")).get(0).message());
        assertTrue(ReelRules.standard()
                .prompt(30, Lexicon.of(Language.JA))
                .contains("two characters of a script without spaces count as one word"));
    }

    @Test
    void aWordWithoutSpacesIsJudgedWhenItsSentenceStops() {
        ReelValidator validator = ReelValidator.of(ReelRules.standard().banning(List.of("ダイエット")), Language.JA);

        assertEquals(List.of(), validator.growing(ReelField.HOOK, "今日からダイエット"));
        assertEquals(
                "banned word \"ダイエット\"",
                validator.growing(ReelField.HOOK, "今日からダイエット。まず").get(0).message());
    }

    @Test
    void aWeakCallToActionIsAWarning() {
        ReelScript weak = new ReelScript(GOOD.hook(), GOOD.body(), "We are here", GOOD.caption(), GOOD.hashtags());
        ReelReport report = report(weak);

        assertTrue(report.isValid());
        assertEquals(2, report.warnings().size());
        assertTrue(report.text().contains("warning cta: no verb"), report.text());
    }

    @Test
    void thePromptSaysWhatTheValidatorHolds() {
        Lexicon english = Lexicon.of(Language.EN);
        for (ReelField field : ReelField.values()) {
            ReelRules other = RULES.with(field, new Range(1, 2));
            String line = "- " + field.key() + ": 1 to 2 " + ReelRules.unit(field);

            assertTrue(other.prompt(30, english).contains(line), line);
            List<Finding> held = ReelValidator.of(other, Language.EN).check(GOOD, 20);
            assertTrue(held.stream()
                    .anyMatch(one -> one.field() == field && one.message().contains("1 to 2")));
        }
        assertTrue(RULES.prompt(30, english).contains("at most 75 words"));
        assertTrue(RULES.prompt(30, english).contains("fat, lazy, no pain"));
    }

    @Test
    void partsAreJudgedWhileTheyGrowAndEachFindingIsToldOnce() {
        LiveValidator live = LiveValidator.of(VALIDATOR);

        assertEquals(List.of(), live.growing(ReelField.HOOK, "Burn the fat"));
        assertEquals(1, live.growing(ReelField.HOOK, "Burn the fat now").size());
        assertEquals(List.of(), live.growing(ReelField.HOOK, "Burn the fat now and"));
        String sixteen = "a b c d e f g h i j k l m n o p";
        assertEquals(1, live.growing(ReelField.CTA, sixteen).size());
        assertEquals(List.of(), live.growing(ReelField.CTA, sixteen + " q"));
        assertEquals(1, live.complete(ReelField.HASHTAGS, List.of("#a1")).size());
        assertEquals(1, live.complete(ReelField.BODY, List.of("too short")).size());
    }

    @Test
    void theCardSaysWhereItsScoresComeFrom() {
        ScoreCard card = report(GOOD).card();

        assertEquals(
                List.of("FitLife Pro", "home", "workout", "plans"), card.brand().phrases());
        assertTrue(card.brand().score() > 70, card.toString());
        assertTrue(card.toString().contains("s of 20 s"), card.toString());
        assertEquals(0, card.competitors());
        assertTrue(card.overall() > 0 && card.overall() <= 100);
    }

    @Test
    void aCopyOfACompetitorIsNotNew() {
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION).seconds(20);
        ScoreCard card = ScoreCard.of(GOOD, brand(), request, List.of(GOOD.spoken()), List.of(GOOD.spoken()));

        assertEquals(1, card.competitors(), 1e-9);
        assertEquals(0, card.creativity().novelty(), 1e-9);
        assertTrue(card.overall() < report(GOOD).card().overall());
    }

    @Test
    void alikeScriptsHaveOneVoice() {
        assertEquals(1, BrandFit.consistency(List.of(GOOD, GOOD), Language.EN), 1e-9);
        assertEquals(1, BrandFit.consistency(List.of(GOOD), Language.EN), 1e-9);
        ReelScript silent = new ReelScript("", "", "", "", List.of());
        assertEquals(
                0, Creativity.of(silent, "", List.of(), Lexicon.of(Language.EN)).score());
    }

    private static ReelReport report(ReelScript script) {
        ScriptRequest request = ScriptRequest.goal(Goal.CONVERSION).seconds(20);
        return ReelReport.of(VALIDATOR, script, brand(), request, List.of(), List.of());
    }

    private static BrandProfile brand() {
        return BrandProfile.builder("FitLife Pro")
                .offer("home workout plans")
                .voice("authentic", "energetic")
                .build();
    }

    private static ReelScript with(String hook, String tag) {
        return new ReelScript(
                hook, GOOD.body(), GOOD.cta(), GOOD.caption(), List.of("#FitLifePro", "#HomeWorkout", tag));
    }

    private static List<String> found(ReelScript script) {
        return VALIDATOR.check(script, 25).stream()
                .filter(Finding::isError)
                .map(Finding::toString)
                .toList();
    }
}
