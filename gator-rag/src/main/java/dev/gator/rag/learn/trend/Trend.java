package dev.gator.rag.learn.trend;

import dev.gator.error.Require;

/**
 * A topic that comes up more often than it used to.
 *
 * @param topic one or two words, in lower case and without accents
 * @param label the same words as people write them
 * @param count how often it came up lately
 * @param expected how often it would have, had nothing changed
 * @param strength how far beyond chance that is, in standard deviations
 */
public record Trend(String topic, String label, int count, double expected, double strength) {

    /** Checks the topic. */
    public Trend {
        Require.text("topic", topic);
        Require.text("label", label);
    }
}
