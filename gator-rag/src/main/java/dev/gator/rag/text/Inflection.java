package dev.gator.rag.text;

import dev.gator.json.JsonNumber;
import dev.gator.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way in which the words of a language change.
 *
 * @param when which words it changes
 * @param drop how many letters go from the end
 * @param twice whether the last letter is doubled
 * @param before what is put in front
 * @param after what is put behind, one form for each
 */
record Inflection(Pattern when, int drop, boolean twice, String before, List<String> after) {

    static Inflection of(JsonObject data) {
        return new Inflection(
                Pattern.compile(data.optionalString("when").orElse("")),
                data.optionalNumber("drop").map(JsonNumber::intValue).orElse(0),
                data.optionalBool("twice").orElse(false),
                data.optionalString("before").orElse(""),
                List.of(Words.fold(data.string("add")).split("\\s+")));
    }

    /** Returns the forms of a folded word; none if the word is not meant. */
    Stream<String> of(String word) {
        if (word.length() <= drop || !when.matcher(word).find()) {
            return Stream.empty();
        }
        String stem = word.substring(0, word.length() - drop) + (twice ? word.substring(word.length() - 1) : "");
        return after.stream().map(ending -> before + stem + ending.replace("-", ""));
    }
}
