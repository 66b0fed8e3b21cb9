package dev.gator.rag.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.guard.ContentRating;
import dev.gator.guard.GuardError;
import dev.gator.rag.script.ReelScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRaterTest {

    private final ContentRater rater = ContentRater.standard();

    @ParameterizedTest
    @CsvSource({
        "en, A quiet evening with soup and bread., SFW",
        "en, Essex and Middlesex are counties., SFW",
        "en, Two glasses of wine., MODERATE",
        "en, They were gambling all night., MODERATE",
        "en, Wine and cocaine., NSFW",
        "es, Dos cervezas., MODERATE",
        "es, Todos desnudos., NSFW",
        "es, Una tarde tranquila., SFW"
    })
    void wordsDecide(String language, String text, ContentRating rating) {
        assertEquals(rating, rater.rate(text, Language.of(language)).rating());
    }

    @ParameterizedTest
    @CsvSource({
        "en, A blood orange and a killer view of the hills.",
        "es, Arma tu semana y liga la salsa. Ella vino tarde.",
        "fr, Vingt oranges sanguines dans une armoire.",
        "de, Das Wetter ist schön und die Blutorange reif. Der Kater isst eine Waffel.",
        "de, Im Mörser zerstoßen; ein Mordsspaß.",
        "hi, सुबह की चाय और ताज़ी रोटी।",
        "ja, 朝のスープをゆっくり飲みます。"
    })
    void harmlessWordsThatLookAlike(String language, String text) {
        assertEquals(List.of(), rater.rate(text, Language.of(language)).reasons());
    }

    @Test
    void whatCannotBeJudgedIsRatedHighest() {
        RatedContent unknown = rater.rate("Uma tarde tranquila", Language.of("pt"));

        assertEquals(ContentRating.NSFW, unknown.rating());
        assertEquals(List.of("there are no words of pt to judge by"), unknown.reasons());
    }

    @Test
    void aClaimRaisesAndNeverLowers() {
        RatedContent found = rater.rate("A glass of beer", Language.EN);

        assertEquals(ContentRating.MODERATE, found.claimedAs(ContentRating.SFW));
        assertEquals(ContentRating.NSFW, found.claimedAs(ContentRating.NSFW));
        assertEquals(List.of("\"beer\" is MODERATE"), found.reasons());
    }

    @Test
    void everyPartCountsHashtagsToo() {
        ReelScript script =
                new ReelScript("A hook", "A body", "A call", "A caption", List.of("#SoupTime", "#CasinoNight"));

        assertEquals(ContentRating.MODERATE, rater.rate(script, Language.EN).rating());
        assertEquals(
                GuardError.RATING_TOO_HIGH,
                assertThrows(GatorException.class, () -> rater.require(script, Language.EN, ContentRating.SFW))
                        .code());
        assertEquals(
                ContentRating.MODERATE,
                rater.require(script, Language.EN, ContentRating.MODERATE).rating());
    }

    @Test
    void anythingButHarmlessBesideAMinorIsRefusedWhateverIsAllowed() {
        ReelScript script = new ReelScript("Beer for kids", "A body", "A call", "A caption", List.of());

        assertEquals(ContentRating.NSFW, rater.rate(script, Language.EN).rating());
        assertEquals(
                GuardError.CONTENT_NOT_ALLOWED,
                assertThrows(GatorException.class, () -> rater.require(script, Language.EN, ContentRating.NSFW))
                        .code());
    }

    @Test
    void anApplicationAddsWords() {
        ContentRater strict = rater.rating(ContentRating.MODERATE, "fireworks").rating(ContentRating.NSFW, "jetpack");

        assertEquals(
                ContentRating.MODERATE, strict.rate("Fireworks", Language.ES).rating());
        assertEquals(ContentRating.NSFW, strict.rate("A jetpack", Language.EN).rating());
        assertEquals(ContentRating.SFW, rater.rate("Fireworks", Language.EN).rating());
    }
}
