package dev.gator.rag.reel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.BrandVoice;
import dev.gator.rag.script.CtaStyle;
import dev.gator.rag.script.Emotion;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.Sector;
import dev.gator.rag.text.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has as much to say as English. */
class CopybookTest {

    private static final Copybook ENGLISH = Copybook.of(Language.EN);

    static List<Language> languages() {
        return Lexicon.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySectorHasItsOwnSentences(Language language) {
        Copybook book = Copybook.of(language);
        for (Sector sector : Sector.known()) {
            Copybook.Lines lines = book.sector(brand(sector));
            Copybook.Lines english = ENGLISH.sector(brand(sector));

            assertEquals(sector.name(), lines.name());
            for (HookType hook : HookType.known()) {
                assertFalse(lines.texts(hook.name()).isEmpty(), hook + " for " + sector + " in " + language);
            }
            for (String kind : List.of("how", "caption", "tags")) {
                int least = english.texts(kind).size();
                assertTrue(lines.texts(kind).size() >= least, kind + " for " + sector + " in " + language);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyVoiceEmotionAndCallHasTwoSentences(Language language) {
        Copybook book = Copybook.of(language);
        for (BrandVoice voice : BrandVoice.known()) {
            BrandProfile brand = BrandProfile.builder("Any")
                    .voice(voice.name())
                    .offer("anything")
                    .build();
            assertEquals(2, book.voice(brand).size(), voice + " in " + language);
        }
        for (Emotion emotion : Emotion.known()) {
            assertEquals(2, book.emotion(emotion.name()).size(), emotion + " in " + language);
        }
        for (CtaStyle style : CtaStyle.values()) {
            for (Goal goal : Goal.values()) {
                assertTrue(book.calls(style, goal).get(0).size() >= 2, style + " " + goal + " in " + language);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTroubleOfAnEnglishBriefFindsItsTheme(Language language) {
        Copybook book = Copybook.of(language);

        assertEquals("time", book.theme(List.of("no time")).name());
        assertEquals("money", book.theme(List.of("too expensive")).name());
        assertEquals("*", book.theme(List.of("xyz")).name());
        assertFalse(book.style().isBlank());
    }

    @Test
    void troublesFindTheirThemesInTheirOwnWords() {
        assertEquals(
                "tired", Copybook.of(Language.JA).theme(List.of("毎日とても疲れています")).name());
        assertEquals(
                "time",
                Copybook.of(Language.HI).theme(List.of("समय नहीं मिलता")).name());
        assertEquals(
                "money",
                Copybook.of(Language.DE).theme(List.of("alles ist so teuer")).name());
        assertEquals(
                "tired",
                Copybook.of(Language.FR).theme(List.of("toujours fatiguée")).name());
    }

    @Test
    void anUnknownSectorIsSpokenToAsEverybody() {
        Copybook.Lines lines = ENGLISH.sector(brand(Sector.of("beekeeping")));

        assertTrue(lines.isGeneral());
        assertEquals("Kochkurs", Copybook.of(Language.DE).withoutArticle("ein Kochkurs"));
        assertEquals("atelier", Copybook.of(Language.FR).withoutArticle("l'atelier"));
    }

    private static BrandProfile brand(Sector sector) {
        return BrandProfile.builder("Any").sector(sector).offer("anything").build();
    }
}
