package dev.gator.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.error.GatorException;
import dev.gator.guard.ContentRating;
import dev.gator.guard.GuardError;
import dev.gator.guard.RatingLimits;
import dev.gator.media.VoiceProfile;
import dev.gator.media.VoiceSpeed;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaTest {

    static Persona full() {
        return Persona.builder("Zoë O-Neil")
                .appearance(Appearance.of("tall, red coat, silver hair")
                        .with(Appearance.Feature.EYE_COLOUR, "green")
                        .aged(Appearance.AgeBand.OVER_50)
                        .drawn(Appearance.ImageStyle.ANIME)
                        .avoiding("hats"))
                .personality("dry, exact, generous")
                .themes("chess", "trains")
                .background(Background.of(Background.Fact.HOMETOWN, "Basel").enjoying("knitting"))
                .psychology(Psychology.of(Psychology.Trait.ANALYTICAL)
                        .withMbti("intj")
                        .withEnneagram("5w4")
                        .withOutlook(4)
                        .withRisk(Psychology.Risk.AVERSE))
                .speech(speech -> speech.register(Speech.Register.ACADEMIC)
                        .signaturePhrases("Quite so.")
                        .excitableTopics("endgames")
                        .forbiddenPhrases("game changer")
                        .warmth(Speech.Warmth.WARM)
                        .patience(Speech.Patience.INFINITE)
                        .formality(Speech.Formality.FORMAL)
                        .length(Speech.Length.CONCISE)
                        .style(Speech.Style.SOCRATIC)
                        .typing(new Speech.Typing(
                                Speech.Typing.Capitals.LOWERCASE,
                                Speech.Typing.Emoji.MANY,
                                Speech.Typing.Punctuation.MINIMAL)))
                .ratings(RatingLimits.upTo(ContentRating.MODERATE).on("X", ContentRating.SFW))
                .model(ModelRole.TEXT, "openai:gpt-4o-mini")
                .voice(VoiceProfile.of("alloy").withSpeed(VoiceSpeed.SLOW))
                .build();
    }

    @Test
    void aNameIsEnough() {
        Persona emma = Persona.builder("Emma").build();

        assertEquals("emma", emma.id());
        assertEquals(1, emma.version());
        assertEquals(RatingLimits.SFW, emma.ratings());
        assertEquals("zoe-o-neil", full().id());
    }

    @Test
    void jsonRoundTripKeepsEverything() {
        Persona persona = full();
        PersonaReading again = PersonaReading.of(persona.toJson().pretty());

        assertEquals(persona, again.persona());
        assertEquals(persona.toJson(), again.persona().toJson());
        assertEquals(List.of(), again.ignored());
        assertEquals("INTJ", again.persona().psychology().mbti());
        assertEquals("openai:gpt-4o-mini", again.persona().model(ModelRole.TEXT).orElseThrow());
        assertEquals(persona.voice(), again.persona().voice());
        Persona small = Persona.builder("Emma").build();
        assertEquals(
                "{\"id\":\"emma\",\"version\":1,\"name\":\"Emma\"}",
                small.toJson().toString());
        assertEquals(small, Persona.parse(small.toJson().toString()));
    }

    @Test
    void unknownMembersAreIgnoredAndListed() {
        PersonaReading reading = PersonaReading.of(
                "{\"name\":\"Emma\",\"shoeSize\":42,\"speech\":{\"warmth\":\"WARM\",\"accent\":\"x\"},"
                        + "\"appearance\":{\"features\":{\"eye_colour\":\"blue\",\"tail\":\"long\"}}}");

        assertEquals(List.of("appearance.features.tail", "speech.accent", "shoeSize"), reading.ignored());
        assertSame(Speech.Warmth.WARM, reading.persona().speech().warmth());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"name\":\"Emma\",\"version\":0}",
                "{\"name\":\"Emma\",\"speech\":{\"warmth\":\"hot\"}}",
                "{\"name\":7}",
                "{\"name\":\"Emma\",\"id\":\"../x\"}",
                "not json"
            })
    void badJsonIsRefusedWithTheReason(String json) {
        GatorException error = assertThrows(GatorException.class, () -> PersonaReading.of(json));

        assertSame(PersonaError.UNREADABLE, error.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"E", "", "  ", "Em<ma", "Em>ma", "Em&ma", "O'Neil", "Em\nma"})
    void badNamesAreRefused(String name) {
        assertThrows(GatorException.class, () -> Persona.builder(name).build());
    }

    @Test
    void everyFieldHasBounds() {
        refused(p -> p.personality("too short"));
        refused(p -> p.personality("x".repeat(2_001)));
        refused(p -> p.appearance("short"));
        refused(p -> p.appearance("x".repeat(2_001)));
        refused(p -> p.themes("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
        refused(p -> p.themes(" "));
        refused(p -> p.speech(s -> s.forbiddenPhrases("x".repeat(201))));
        refused(p -> p.appearance(Appearance.UNSPECIFIED.with(Appearance.Feature.HEIGHT, "x".repeat(51))));
        refused(p -> p.background(Background.of(Background.Fact.DEFINING_EVENT, "x".repeat(2_001))));
        refused(p -> p.psychology(Psychology.UNSPECIFIED.withMbti("ABCD")));
        refused(p -> p.psychology(Psychology.UNSPECIFIED.withOutlook(11)));
        refused(p -> p.psychology(Psychology.UNSPECIFIED.withEnneagram("10")));
    }

    private static void refused(UnaryOperator<Persona.Builder> edit) {
        assertThrows(
                GatorException.class, () -> edit.apply(Persona.builder("Emma")).build());
    }

    @Test
    void anEditMakesTheNextVersionAndKeepsTheId() {
        Persona emma =
                Persona.builder("Emma").personality("curious, direct, kind").build();
        Persona renamed = emma.with(edit -> edit.name("Emilia").id("other").version(9));

        assertEquals("emma", renamed.id());
        assertEquals(2, renamed.version());
        assertEquals("Emilia", renamed.name());
        assertEquals("Emma", emma.name());
        assertNotEquals(emma, renamed);
    }

    @Test
    void nobodyYoungAboveSafe() {
        GatorException error = assertThrows(GatorException.class, () -> Persona.builder("Emma")
                .appearance("a schoolgirl in a uniform")
                .ratings(RatingLimits.upTo(ContentRating.MODERATE))
                .build());

        assertSame(GuardError.CONTENT_NOT_ALLOWED, error.code());
        assertFalse(error.getMessage().contains("school"));
    }

    @Test
    void sixTemplatesAreShippedAndYourOwnJoinThem() {
        PersonaTemplates own = PersonaTemplates.parse(
                "{\"templates\":[{\"key\":\"pirate\",\"title\":\"Pirate\",\"personality\":\"loud, bold, superstitious\"}]}");
        PersonaTemplates all = PersonaTemplates.standard().and(own);

        assertEquals(List.of("fashion", "fitness", "food", "gaming", "lifestyle", "pirate", "tech"), all.keys());
        for (String key : all.keys()) {
            Persona persona = all.get(key).named("Mia").build();
            assertEquals("Mia", persona.name());
            assertEquals(
                    List.of(), PersonaReading.of(persona.toJson().toString()).ignored());
        }
        GatorException error = assertThrows(GatorException.class, () -> all.get("sailor"));
        assertTrue(error.detail().contains("pirate"), error.detail());
        assertThrows(GatorException.class, () -> PersonaTemplates.parse("{\"templates\":[{\"key\":\"a\"}]}"));
    }

    @Test
    void shippedTemplatesHaveNoUnknownMembers() {
        for (String key : PersonaTemplates.standard().keys()) {
            var json =
                    PersonaTemplates.standard().get(key).json().without("key").without("title");
            var named = json.with("name", dev.gator.json.Json.of("Mia"));
            assertEquals(List.of(), PersonaReading.of(named.toString()).ignored());
        }
    }

    @Test
    void anInterviewMakesAPersona() {
        Interview interview = Interview.begin();
        for (String answer : List.of("Nia", "", "calm, exact, funny", "tea, maps", "buddy", "game changer")) {
            interview = interview.answer(answer);
        }
        Persona nia = interview.persona();

        assertTrue(interview.question().isEmpty());
        assertEquals(List.of("tea", "maps"), nia.themes());
        assertEquals(List.of("game changer"), nia.speech().forbiddenPhrases());
        assertSame(Speech.Warmth.BUDDY, nia.speech().warmth());
        Interview done = interview;
        assertThrows(GatorException.class, () -> done.answer("more"));
        assertThrows(GatorException.class, () -> Interview.begin().answer("<b>"));
        assertThrows(GatorException.class, () -> Interview.begin().persona());
    }
}
