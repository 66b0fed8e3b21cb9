package dev.gator.rag.learn.trend;

import dev.gator.content.Language;
import dev.gator.error.Require;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds bursts: words and pairs of words that come up in more of the latest mentions than the time before lets one expect.
 * The formula is in the guide to the studio. Immutable.
 */
public final class TrendFinder {

    private static final int FEWEST = 3;
    private static final double BEYOND_CHANCE = 3;
    private static final int MOST = 20;

    private final Lexicon lexicon;
    private final Duration window;
    private final int windowsBefore;

    private TrendFinder(Lexicon lexicon, Duration window, int windowsBefore) {
        this.lexicon = lexicon;
        this.window = window;
        this.windowsBefore = windowsBefore;
    }

    /** Returns a finder that holds the last day against the seven days before. */
    public static TrendFinder of(Language language) {
        return new TrendFinder(Lexicon.of(language), Duration.ofDays(1), 7);
    }

    /** Returns a copy that holds the last {@code window} against so many windows before. */
    public TrendFinder comparing(Duration other, int before) {
        return new TrendFinder(
                lexicon, Require.positive("window", other), Require.range("windows before", before, 1, 365));
    }

    /** Returns the trends at a moment, strongest first; none where there is nothing to compare with. */
    public List<Trend> find(List<Mention> mentions, Instant now) {
        Instant start = now.minus(window);
        Instant first = start.minus(window.multipliedBy(windowsBefore));
        List<Set<String>> lately = topics(mentions, start, now);
        List<Set<String>> before = topics(mentions, first, start);
        if (before.isEmpty()) {
            return List.of();
        }
        Map<String, String> written = new HashMap<>();
        mentions.forEach(
                mention -> Words.in(mention.text()).forEach(word -> written.putIfAbsent(Words.fold(word), word)));
        Map<String, Integer> counts = counts(lately);
        Map<String, Integer> past = counts(before);
        List<Trend> trends = new ArrayList<>();
        counts.forEach((topic, count) -> {
            double share = (past.getOrDefault(topic, 0) + 0.5) / (before.size() + 1);
            double expected = share * lately.size();
            double strength = (count - expected) / Math.sqrt(expected + 1);
            if (count >= FEWEST && strength >= BEYOND_CHANCE) {
                trends.add(new Trend(topic, label(topic, written), count, expected, strength));
            }
        });
        return strongest(trends);
    }

    /** A word that came up only as part of a pair says nothing that the pair does not. */
    private static List<Trend> strongest(List<Trend> trends) {
        return trends.stream()
                .filter(one -> trends.stream()
                        .noneMatch(pair -> !pair.equals(one)
                                && List.of(pair.topic().split(" ")).contains(one.topic())
                                && pair.count() * 4 >= one.count() * 3))
                .sorted(Comparator.comparingDouble(Trend::strength)
                        .thenComparing(one -> one.topic().length())
                        .reversed()
                        .thenComparing(Trend::topic))
                .limit(MOST)
                .toList();
    }

    private String label(String topic, Map<String, String> written) {
        return lexicon.joined(Stream.of(topic.split(" "))
                .map(word -> written.getOrDefault(word, word))
                .toList());
    }

    private List<Set<String>> topics(List<Mention> mentions, Instant from, Instant to) {
        return mentions.stream()
                .filter(mention -> mention.at().isAfter(from) && !mention.at().isAfter(to))
                .map(mention -> topics(mention.text()))
                .toList();
    }

    private Set<String> topics(String text) {
        Set<String> content = new HashSet<>(lexicon.content(text));
        Set<String> topics = new HashSet<>(content);
        List<String> words = lexicon.words(text);
        for (int i = 1; i < words.size(); i++) {
            if (content.contains(words.get(i - 1)) && content.contains(words.get(i))) {
                topics.add(words.get(i - 1) + " " + words.get(i));
            }
        }
        return topics;
    }

    private static Map<String, Integer> counts(List<Set<String>> all) {
        Map<String, Integer> counts = new HashMap<>();
        all.forEach(topics -> topics.forEach(topic -> counts.merge(topic, 1, Integer::sum)));
        return counts;
    }
}
