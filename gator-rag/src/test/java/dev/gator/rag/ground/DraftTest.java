package dev.gator.rag.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tea is hot. [1] | Tea is hot. | 1",
                "Tea is hot [1][3]. | Tea is hot. | 1 3",
                "Tea is hot [1, 3]. | Tea is hot. | 1 3",
                "Tea is hot [2-4]. | Tea is hot. | 2 3 4",
                "Tea is hot [Source 2]. | Tea is hot. | 2",
                "Tea is hot【2】. | Tea is hot. | 2",
                "See [1](https://example.org) for tea. | See [1](https://example.org) for tea. | ''",
                "An array a[0] and [x] stay. | An array a and [x] stay. | 0",
                "Tea is hot [4-2]. | Tea is hot. | 4 2"
            })
    void marksAreTakenOutOfTheWords(String written, String text, String numbers) {
        Draft draft = Draft.read(written);

        assertEquals(text, draft.text());
        List<String> found = draft.marks().stream()
                .map(mark -> String.valueOf(mark.number()))
                .toList();
        assertEquals(numbers, String.join(" ", found));
    }

    @Test
    void aMarkBelongsToTheSentenceInOrRightBeforeIt() {
        Draft draft = Draft.read("  Tea is hot. [1] Ice is cold [2]. Air is free.");
        TextSpan tea = new TextSpan(0, 11);
        TextSpan ice = new TextSpan(12, 24);
        TextSpan air = new TextSpan(25, 37);

        assertEquals("Tea is hot. Ice is cold. Air is free.", draft.text());
        assertEquals(List.of(1), draft.marksOf(tea, ice));
        assertEquals(List.of(2), draft.marksOf(ice, air));
        assertEquals(List.of(), draft.marksOf(air, new TextSpan(37, 37)));
    }

    @Test
    void aSentenceLeavesWithItsMarks() {
        Draft draft = Draft.read("Tea is hot [1]. Ice is cold [2].").without(new TextSpan(0, 11));

        assertEquals(" Ice is cold.", draft.text());
        assertEquals(List.of(2), draft.marks().stream().map(Draft.Mark::number).toList());
        assertEquals(12, draft.marks().get(0).after());
    }
}
