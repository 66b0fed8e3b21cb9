package dev.gator.guard;

import static dev.gator.guard.ContentRating.MODERATE;
import static dev.gator.guard.ContentRating.NSFW;
import static dev.gator.guard.ContentRating.SFW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingRulesTest {

    private static final RatingLimits ALL = RatingLimits.upTo(NSFW);
    private final RatingRules rules = RatingRules.standard();
    private final Audience adult = Audience.aged(30);

    @Test
    void theStrictestOfAllHolds() {
        assertEquals(NSFW, rules.decide(ALL, ALL, adult).rating());
        assertEquals(SFW, rules.decide(RatingLimits.SFW, ALL, adult).rating());
        assertEquals(SFW, rules.decide(ALL, RatingLimits.SFW, adult).rating());
        assertEquals(MODERATE, rules.decide(ALL, ALL, adult, MODERATE).rating());
        assertEquals(SFW, rules.decide(ALL, ALL, Audience.aged(17)).rating());
        assertEquals(SFW, rules.decide(ALL, ALL, Audience.unknown()).rating());
    }

    @ParameterizedTest
    @CsvSource({
        "instagram,MODERATE,true", "facebook,SFW,false", "tiktok,SFW,false", "youtube,MODERATE,true",
                "twitch,MODERATE,true",
        "discord,MODERATE,true", "Reddit,NSFW,true", "twitter,NSFW,true", "x,NSFW,true", "patreon,NSFW,true",
        "onlyfans,NSFW,false", "some new place,SFW,false"
    })
    void platformsNarrow(String platform, ContentRating most, boolean warning) {
        RatingDecision decision = rules.decide(ALL, ALL, adult.on(platform));

        assertEquals(most, decision.rating());
        assertEquals(warning, decision.warning());
    }

    @Test
    void aPersonaNarrowsAPlatformAndNeverWidensIt() {
        RatingLimits shy = ALL.on("reddit", MODERATE);
        RatingLimits bold = ALL.on("instagram", NSFW);

        assertEquals(MODERATE, rules.decide(ALL, shy, adult.on("reddit")).rating());
        assertEquals(MODERATE, rules.decide(ALL, bold, adult.on("instagram")).rating());
    }

    @Test
    void aRefusalNamesEveryRule() {
        GatorException error = assertThrows(
                GatorException.class, () -> rules.require(NSFW, "a poem", ALL, ALL, adult.on("instagram")));

        assertSame(GuardError.RATING_TOO_HIGH, error.code());
        assertTrue(error.detail().contains("the platform instagram allows MODERATE"), error.detail());
        assertEquals(MODERATE, rules.require(MODERATE, "a poem", ALL, ALL, adult.on("instagram")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a schoolgirl",
                "she is 16",
                "a 15 years old",
                "17yo",
                "aged 14",
                "teenage dream",
                "fifteen-year-old"
            })
    void minorsAreRefusedAboveSafeWithoutDetail(String text) {
        GatorException error = assertThrows(GatorException.class, () -> rules.require(MODERATE, text, ALL, ALL, adult));

        assertSame(GuardError.CONTENT_NOT_ALLOWED, error.code());
        assertFalse(error.getMessage().contains(text));
        assertEquals(SFW, rules.require(SFW, text, ALL, ALL, adult));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 28 years old architect", "aged 18", "she is 16 cm taller", "17 minutes"})
    void adultsAreNotTakenForMinors(String text) {
        assertFalse(MinorMarkers.in(text));
    }

    @Test
    void limitsRefuseAUsualRatingAboveTheHighest() {
        GatorException error = assertThrows(GatorException.class, () -> RatingLimits.SFW.usually(NSFW));

        assertTrue(error.detail().contains("NSFW"));
        assertEquals(MODERATE, ALL.usually(MODERATE).usual());
    }

    @Test
    void ownPlatformsComeAsData() {
        RatingRules own = RatingRules.parse(
                "{\"platforms\":[{\"name\":\"Intranet\",\"most\":\"MODERATE\",\"warned\":[],"
                        + "\"ageCheck\":false,\"minimumAge\":18,\"policy\":\"https://example.com\",\"verified\":\"2026-01-02\"}]}");

        assertEquals(MODERATE, own.decide(ALL, ALL, adult.on("intranet")).rating());
        assertEquals(SFW, own.decide(ALL, ALL, adult.on("instagram")).rating());
        assertEquals(
                GuardError.BAD_PLATFORM_RULES,
                assertThrows(GatorException.class, () -> RatingRules.parse("{\"platforms\":[{\"name\":\"a\"}]}"))
                        .code());
    }

    @Test
    void forbiddenPhrasesAreWholeWordsAndCannotSilenceTheTruth() {
        PhraseCheck check = PhraseCheck.of(List.of("fat", "no  pain no gain", "as an AI", "I am a bot"));

        assertEquals(List.of("fat", "no  pain no gain"), check.phrases());
        assertEquals(List.of("fat"), check.findIn("Burn FAT, not fatigue"));
        assertEquals(List.of("no  pain no gain"), check.findIn("No pain\nno gain!"));
        assertEquals(List.of(), check.findIn("fatigue"));
    }
}
