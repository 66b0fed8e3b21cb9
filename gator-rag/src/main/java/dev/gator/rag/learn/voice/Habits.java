package dev.gator.rag.learn.voice;

import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The habits of a writer that can be counted in any text. */
final class Habits {

    /** The least by which each habit varies, so that a few texts that agree by chance allow some freedom. */
    static final Map<String, Double> LEAST_SPREAD = Map.of(
            "words in a sentence", 2.0,
            "letters in a word", 0.4,
            "questions", 0.10,
            "exclamations", 0.10,
            "figures", 0.05,
            "different words", 0.08,
            "sentiment", 0.25);

    private Habits() {}

    static Map<String, Double> of(String text, Lexicon lexicon) {
        List<String> sentences = Words.sentences(text);
        List<String> words = Words.in(text);
        List<String> content = lexicon.content(text);
        return Map.of(
                "words in a sentence", ratio(words.size(), sentences.size()),
                "letters in a word",
                        ratio(words.stream().mapToInt(String::length).sum(), words.size()),
                "questions", ratio(ending(sentences, "?", "？"), sentences.size()),
                "exclamations", ratio(ending(sentences, "!", "！"), sentences.size()),
                "figures",
                        ratio(
                                words.stream()
                                        .filter(word -> word.chars().anyMatch(Character::isDigit))
                                        .count(),
                                words.size()),
                "different words", ratio(new HashSet<>(content).size(), content.size()),
                "sentiment", lexicon.mood(text).sentiment());
    }

    private static long ending(List<String> sentences, String mark, String wideMark) {
        return sentences.stream()
                .filter(sentence -> sentence.endsWith(mark) || sentence.endsWith(wideMark))
                .count();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
