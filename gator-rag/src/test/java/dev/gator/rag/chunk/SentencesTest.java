package dev.gator.rag.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void endAtStopsAndKeepWhatClosesThem() {
        assertSentences(
                "He left. \"Why?\" (Nobody knew.) Wait… Go!", "He left.", "\"Why?\"", "(Nobody knew.)", "Wait…", "Go!");
        assertSentences("\"Stop!\" she said. Then silence.", "\"Stop!\" she said.", "Then silence.");
    }

    @Test
    void doNotEndAtNumbersInitialsAndAbbreviations() {
        assertSentences("It costs 3.50 a day.", "It costs 3.50 a day.");
        assertSentences("Dr. J. Smith came, e.g. Monday. He left.", "Dr. J. Smith came, e.g. Monday.", "He left.");
        assertSentences("Das gilt z.B. Montags bzw. Dienstags. Gut.", "Das gilt z.B. Montags bzw. Dienstags.", "Gut.");
        assertSentences("1. Open the box. 2. Done.", "1. Open the box.", "2. Done.");
        assertSentences("See gator.dev/docs for it.", "See gator.dev/docs for it.");
    }

    @Test
    void endWhereOtherScriptsEndThem() {
        assertSentences("今日は晴れです。明日は雨？「はい。」終わり", "今日は晴れです。", "明日は雨？", "「はい。」", "終わり");
        assertSentences("यह घर है। वह पेड़ है॥ ठीक", "यह घर है।", "वह पेड़ है॥", "ठीक");
    }

    @Test
    void endAtEmptyLinesButNotAtLineEnds() {
        assertSentences("A title\n\nFirst line\nsecond line. \n \nLast", "A title", "First line\nsecond line.", "Last");
    }

    @Test
    void areNoneWithoutWords() {
        assertSentences("");
        assertSentences(" \n\n\t ");
    }

    private static void assertSentences(String text, String... expected) {
        assertEquals(
                List.of(expected),
                Sentences.in(text).stream().map(place -> place.in(text)).toList());
    }
}
