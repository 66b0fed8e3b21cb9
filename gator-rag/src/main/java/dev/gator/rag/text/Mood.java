package dev.gator.rag.text;

import java.util.Map;

/**
 * How a text feels, by its words.
 *
 * @param sentiment -1 for bad to 1 for good
 * @param emotions the share of words that carry each emotion
 * @param tones the share of words that carry each tone of voice
 */
public record Mood(double sentiment, Map<String, Double> emotions, Map<String, Double> tones) {

    /** Copies the maps. */
    public Mood {
        emotions = Map.copyOf(emotions);
        tones = Map.copyOf(tones);
    }

    /** Returns one of five words: very negative, negative, neutral, positive, very positive. */
    public String label() {
        if (Math.abs(sentiment) < 0.15) {
            return "neutral";
        }
        String sign = sentiment < 0 ? "negative" : "positive";
        return Math.abs(sentiment) > 0.6 ? "very " + sign : sign;
    }

    /** Returns the share of words that carry that emotion. */
    public double emotion(String name) {
        return emotions.getOrDefault(name, 0.0);
    }
}
