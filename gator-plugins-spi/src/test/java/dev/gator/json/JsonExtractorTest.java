package dev.gator.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonExtractorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\":1} | {\"a\":1}",
                " \"CALM\" | \"CALM\"",
                "Here it is: {\"a\":\"}\"} Enjoy! | {\"a\":\"}\"}",
                "'```json\n{\"a\":[1]}\n```' | {\"a\":[1]}",
                "'Sure.\n```\n[{\"a\":1}]\n```\nmore' | [{\"a\":1}]",
                "As [1] says: {\"a\":1} | {\"a\":1}",
                "The list is [1, 2]. | [1,2]",
                "first [1], then [2] | [1]",
                "use {name} as in {\"name\":\"x\"} | {\"name\":\"x\"}",
                "[see {\"a\":1}] | {\"a\":1}",
                "{\"a\":1} {\"b\":2} | {\"a\":1}",
                "{'a':1} but {\"a\":1} | {\"a\":1}"
            })
    void finds(String text, String expected) {
        assertEquals(Optional.of(Json.parse(expected)), JsonExtractor.find(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{", "}{", "{\"a\":{\"b\":1}", "{\"a\":[{\"b\":1}],\"c\":", "```json\n{\"a\":\"x"
            })
    void findsNothingInsideWhatIsCutOff(String text) {
        assertEquals(Optional.empty(), JsonExtractor.find(text));
    }

    @Test
    void hostileTextsAreReadInLinearTime() {
        for (String unit : List.of("[", "{", "{\"a\":", "[1,", "{\"", "[[]")) {
            Growth.assertLinear(10_000, times -> JsonExtractor.find(unit.repeat(times) + "x"));
        }
    }
}
