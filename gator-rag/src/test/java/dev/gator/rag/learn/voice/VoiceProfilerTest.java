package dev.gator.rag.learn.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonBinding;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Goal;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.validate.Score;
import dev.gator.testing.ScriptedEmbeddings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoiceProfilerTest {

    private static final List<String> CALM = List.of(
            "The kitchen is quiet now, and the kettle hums beside the window. You take a breath and let the slow evening"
                    + " begin.",
            "A slow evening begins with bread, butter and the light beside the window. You need nothing else in the"
                    + " kitchen tonight.",
            "The kettle hums, the bread is warm, and the slow evening is yours. You sit beside the window and breathe.",
            "There is a window in the kitchen where the evening light stays longest. You put the kettle on and let it be"
                    + " slow.");
    private static final String CALM_TOO =
            "The bread is warm, the kettle hums, and the evening light stays in the kitchen. You sit beside the window.";
    private static final String LOUD =
            "STOP! 3 hacks! Want 10x results? Want them now? Smash it! Go! Go! Grab your 50% deal today! Boom!";

    private final VoiceProfiler words = VoiceProfiler.ofWords();

    @Test
    void aTextInTheVoiceScoresHighAndAnotherLowWithReasons() {
        VoiceProfile calm = words.learn(Language.EN, CALM);

        Score same = words.score(calm, CALM_TOO);
        Score other = words.score(calm, LOUD);

        assertTrue(same.value() > 80, same.toString());
        assertTrue(other.value() < 45, other.toString());
        assertTrue(other.reasons().stream().anyMatch(reason -> reason.startsWith("exclamations")), other.toString());
        assertTrue(
                calm.words().containsAll(List.of("kettle", "window", "evening")),
                calm.words().toString());
        assertEquals(4, calm.texts());
    }

    @Test
    void meaningCountsWhereThereIsAnEmbeddingModel() {
        VoiceProfiler meaning = VoiceProfiler.with(ScriptedEmbeddings.create());
        VoiceProfile calm = meaning.learn(Language.EN, CALM);

        assertEquals(256, calm.centre().size());
        assertTrue(
                meaning.score(calm, CALM_TOO).value() > 75,
                meaning.score(calm, CALM_TOO).toString());
        assertTrue(
                meaning.score(calm, LOUD).value() < 40,
                meaning.score(calm, LOUD).toString());
        assertTrue(calm.closeness() > 0.5 && calm.closeness() <= 1);
    }

    @Test
    void theToneCountsWhereNothingElseDiffers() {
        VoiceProfile lively = words.learn(
                Language.EN,
                List.of(
                        "Jump up and move, boost the power.",
                        "Go fast and start now, move and jump.",
                        "Move, go, jump."));

        double same = words.score(lively, "Start quick and boost the energy.").value();
        double other =
                words.score(lively, "Laugh right at the excuse of sofas.").value();

        assertTrue(same > other + 10, same + " and " + other);
    }

    @Test
    void aProfileIsKeptAsJson() {
        VoiceProfile calm =
                VoiceProfiler.with(ScriptedEmbeddings.withDimensions(8)).learn(Language.EN, CALM);

        VoiceProfile back = JsonBinding.read(Json.parse(JsonBinding.write(calm).toString()), VoiceProfile.class);

        assertEquals(calm, back);
    }

    @Test
    void aSetInOneVoiceIsMoreConsistentThanAMixedOne() {
        List<ReelScript> alike = CALM.stream().map(VoiceProfilerTest::script).toList();
        List<ReelScript> mixed = Stream.of(CALM.get(0), LOUD, CALM.get(2), LOUD.replace("STOP", "WAIT"))
                .map(VoiceProfilerTest::script)
                .toList();

        double one = words.consistency(Language.EN, alike);
        double many = words.consistency(Language.EN, mixed);

        assertTrue(one > many + 10, one + " and " + many);
        assertThrows(GatorException.class, () -> words.consistency(Language.EN, alike.subList(0, 1)));
    }

    @Test
    void theScoreCardShowsTheVoiceInItsOwnLanguageOnly() {
        VoiceProfile calm = words.learn(Language.EN, CALM);
        BrandProfile brand = BrandProfile.builder("Casa").offer("bread").build();
        ScriptRequest english = ScriptRequest.goal(Goal.AWARENESS);

        assertTrue(words.measure(calm).of(script(CALM_TOO), brand, english).value() > 70);
        assertEquals(
                new Score("voice", 0, List.of("the voice was learned in en")),
                words.measure(calm).of(script(CALM_TOO), brand, english.language("es")));
        assertThrows(GatorException.class, () -> words.learn(Language.EN, List.of()));
    }

    private static ReelScript script(String text) {
        return new ReelScript("", text, "", "", List.of());
    }
}
