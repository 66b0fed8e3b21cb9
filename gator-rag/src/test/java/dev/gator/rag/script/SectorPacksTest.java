package dev.gator.rag.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import dev.gator.rag.validate.BannedWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds Gator's own examples against the rules that they are examples of. */
class SectorPacksTest {

    private static final ExampleStore STORE = ExampleStore.shipped();
    private static final ReelRules RULES = ReelRules.standard();
    private static final Map<Language, Integer> LEAST =
            Map.of(Language.EN, 8, Language.ES, 4, Language.FR, 3, Language.DE, 3, Language.HI, 3, Language.JA, 3);

    private static final Map<Language, List<String>> PROMISES = Map.of(
            Language.EN,
                    List.of("guarantee", "cure", "heal", "invest", "profit", "miracle", "lose weight", "risk free"),
            Language.ES, List.of("garantizar", "curar", "sanar", "invertir", "beneficio", "milagro", "adelgazar"),
            Language.FR, List.of("garantir", "guérir", "soigner", "investir", "profit", "miracle", "maigrir"),
            Language.DE, List.of("garantieren", "heilen", "investieren", "Rendite", "Wunder", "abnehmen", "schlank"),
            Language.HI, List.of("गारंटी", "इलाज", "ठीक करना", "निवेश", "मुनाफ़ा", "चमत्कार", "वज़न"),
            Language.JA, List.of("保証", "治る", "投資", "儲かる", "奇跡", "痩せる", "絶対"));

    static List<Language> languages() {
        return Lexicon.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySectorHasExamplesOfSeveralHooks(Language language) {
        for (Sector sector : Sector.known()) {
            List<ReelExample> examples = examples(sector, language);
            Set<HookType> hooks = new HashSet<>();
            examples.forEach(example -> hooks.add(example.hook()));
            int least = LEAST.getOrDefault(language, 3);

            assertTrue(examples.size() >= least, examples.size() + " for " + sector + " in " + language);
            assertTrue(hooks.size() >= Math.min(7, least), hooks + " for " + sector + " in " + language);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyExampleFollowsTheRulesThatItTeaches(Language language) {
        for (ReelExample example : examples(language)) {
            List<String> sentences = Words.sentences(example.text());
            String hook = sentences.get(0);
            String cta = sentences.get(sentences.size() - 1);
            int body = Words.count(example.text()) - Words.count(hook) - Words.count(cta);

            assertTrue(RULES.hookWords().has(Words.count(hook)), hook);
            assertTrue(RULES.bodyWords().has(body), body + " words: " + example.text());
            assertTrue(RULES.ctaWords().has(Words.count(cta)), cta);
            assertTrue(Lexicon.of(language).callsToAct(cta), cta);
            assertTrue(example.high() && example.engagement() >= 7.8 && example.engagement() <= 9.5, example.text());
            assertTrue(Emotion.known().contains(example.emotion()), example.text());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyExampleIsWrittenInItsLanguage(Language language) {
        for (ReelExample example : examples(language)) {
            for (String sentence :
                    List.of(example.text(), Words.sentences(example.text()).get(0))) {
                Optional<Language> told = Lexicon.detect(sentence);
                assertTrue(told.isEmpty() || told.get().equals(language), told + " for " + sentence);
            }
            assertEquals(Optional.of(language), Lexicon.detect(example.text()), example.text());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTwoExamplesAreNearlyTheSame(Language language) {
        List<ReelExample> all = examples(language);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                double shared = Words.overlap(
                        Words.pairs(all.get(i).text()), Words.pairs(all.get(j).text()));
                assertTrue(
                        shared < 0.3,
                        shared + ": " + all.get(i).text() + " | " + all.get(j).text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noExamplePromisesHealthMoneyOrMiracles(Language language) {
        BannedWords promises = BannedWords.of(PROMISES.getOrDefault(language, List.of("?")), language);

        for (ReelExample example : examples(language)) {
            assertEquals(List.of(), promises.in(example.text()), example.text());
            assertFalse(example.text().contains("http") || example.text().contains("@"), example.text());
        }
    }

    @Test
    void whereASectorHasNoneInALanguageOthersStandInAndItIsSaid() {
        ExampleStore store = ExampleStore.empty();
        ScriptRequest german = ScriptRequest.goal(Goal.AWARENESS).language("de");
        BrandProfile zoo = BrandProfile.builder("Zoo")
                .sector(Sector.PETS)
                .offer("Tageskarten")
                .build();

        assertEquals(
                "there is no example for pets in de",
                store.choose(zoo, german, 3).note().orElse(""));
        Map<String, ReelExample> more = new HashMap<>();
        more.put("a", example(Sector.FOOD, Language.EN));
        store.put(more);
        assertEquals(
                "there is no example for pets in de; those of other sectors in en were used",
                store.choose(zoo, german, 3).note().orElse(""));
        store.put(Map.of("b", example(Sector.PETS, Language.EN)));
        assertEquals(
                "there is no example for pets in de; those in en were used",
                store.choose(zoo, german, 3).note().orElse(""));
        store.put(Map.of("c", example(Sector.FOOD, Language.DE)));
        assertEquals(
                "there is no example for pets in de; those of other sectors were used",
                store.choose(zoo, german, 3).note().orElse(""));
        store.put(Map.of("d", example(Sector.PETS, Language.DE)));
        assertEquals(Optional.empty(), store.choose(zoo, german, 3).note());
        assertEquals("d", store.choose(zoo, german, 3).found().get(0).id());
    }

    private static ReelExample example(Sector sector, Language language) {
        return new ReelExample(
                "A script about something that matters.", sector, HookType.QUESTION, Emotion.JOY, true, 8, language);
    }

    private static List<ReelExample> examples(Language language) {
        List<ReelExample> all = new ArrayList<>();
        Sector.known().forEach(sector -> all.addAll(examples(sector, language)));
        return all;
    }

    private static List<ReelExample> examples(Sector sector, Language language) {
        BrandProfile brand =
                BrandProfile.builder("Any").sector(sector).offer("anything").build();
        ScriptRequest request = ScriptRequest.goal(Goal.AWARENESS).language(language.tag());
        return STORE.find(brand, request, 100).stream()
                .map(FoundExample::example)
                .toList();
    }
}
