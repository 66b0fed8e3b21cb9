package dev.gator.orchestration.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gator.chat.ChatModel;
import dev.gator.chat.ChatRequest;
import dev.gator.testing.ScriptedEmbeddings;
import dev.gator.testing.ScriptedModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The clause is enforceable.|Yes, this clause is enforceable|true",
                "The clause is enforceable.|The clause is not enforceable.|false",
                "No, it is not enforceable.|It is not enforceable|true",
                "It costs 1,200 francs|It costs 1200 francs|true",
                "It costs 12 francs|It costs 13 francs|false",
                "42|42.|true",
                "Paris|London|false",
                "We can't ship it|We can ship it|false"
            })
    void comparesWordsButNeverAcrossADenialOrAnotherNumber(String one, String other, boolean alike) {
        double likeness = compare(Meaning.lexical(), one, other);
        assertEquals(alike, likeness >= Meaning.lexical().threshold(), one + " / " + other + ": " + likeness);
    }

    @Test
    void embeddingsCannotHideADenialEither() {
        Meaning meaning = Meaning.of(ScriptedEmbeddings.create());
        assertEquals(0, compare(meaning, "It is safe to ship", "It is not safe to ship"));
        assertTrue(compare(meaning.byTopic(), "It is safe to ship", "It is not safe to ship") > 0.7);
        assertEquals(0.9, meaning.from(0.9).threshold());
    }

    private static double compare(Meaning meaning, String one, String other) {
        ChatModel none = ScriptedModel.create();
        return StrategyModel.of("test", List.of(none), run -> Ending.spokenBy(none, run.request()))
                .perform(ChatRequest.of("compare"), run -> meaning.compare(List.of(one, other), run)
                        .between(0, 1));
    }
}
