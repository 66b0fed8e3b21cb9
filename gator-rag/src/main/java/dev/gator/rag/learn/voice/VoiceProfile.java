package dev.gator.rag.learn.voice;

import dev.gator.content.Language;
import dev.gator.error.Require;
import java.util.List;
import java.util.Map;

/**
 * How a brand sounds, learned from its own texts. A value that can be kept as JSON.
 *
 * @param language in which language
 * @param texts how many texts it was learned from
 * @param habits the mean of each habit, such as words in a sentence
 * @param spreads how much each habit varies from text to text
 * @param words the words that come back in text after text, most frequent first
 * @param wordShare the share of such words in the brand's own texts
 * @param tones the share of words of each tone
 * @param centre the middle of the texts' meanings; empty without an embedding model
 * @param closeness how near the brand's own texts are to that middle
 */
public record VoiceProfile(
        Language language,
        int texts,
        Map<String, Double> habits,
        Map<String, Double> spreads,
        List<String> words,
        double wordShare,
        Map<String, Double> tones,
        List<Double> centre,
        double closeness) {

    /** Checks the number of texts and copies the collections. */
    public VoiceProfile {
        Require.range("texts to learn a voice from", texts, 1, Integer.MAX_VALUE);
        habits = Map.copyOf(habits);
        spreads = Map.copyOf(spreads);
        words = List.copyOf(words);
        tones = Map.copyOf(tones);
        centre = List.copyOf(centre);
    }
}
