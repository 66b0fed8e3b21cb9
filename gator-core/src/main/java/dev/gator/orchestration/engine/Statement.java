package dev.gator.orchestration.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers and denials of a text, for comparing it with others without a model. */
record Statement(Map<String, Integer> stems, Set<String> numbers, boolean denies, boolean brief) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,]\\p{N}+)*(?:['’]\\p{L}+)?");
    private static final int BRIEF = 40;
    private static final int STEM = 6;
    private static final Set<String> DENIALS = Set.of(
            "no",
            "not",
            "never",
            "none",
            "neither",
            "nor",
            "without",
            "cannot",
            "nein",
            "nicht",
            "kein",
            "keine",
            "nie",
            "non",
            "pas",
            "jamais",
            "nunca",
            "false",
            "incorrect",
            "wrong");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "is", "are", "was", "were", "be", "been", "it", "its", "this", "that", "these", "those",
            "of", "to", "in", "on", "at", "by", "for", "and", "or", "but", "as", "with", "from", "i", "we", "you",
            "they", "he", "she", "my", "our", "your", "their", "do", "does", "did", "has", "have", "had", "will",
            "would", "can", "could", "should", "so", "because", "there", "then", "than", "answer", "yes");

    static Statement of(String text) {
        Map<String, Integer> stems = new HashMap<>();
        Set<String> numbers = new HashSet<>();
        List<String> words = words(text);
        int denials = 0;
        for (String word : words) {
            if (Character.isDigit(word.charAt(0))) {
                numbers.add(word.replace(",", ""));
            }
            if (DENIALS.contains(word) || word.endsWith("n't") || word.endsWith("n’t")) {
                denials++;
            } else if (!SMALL.contains(word)) {
                stems.merge(word.substring(0, Math.min(STEM, word.length())), 1, Integer::sum);
            }
        }
        return new Statement(stems, numbers, denials > 0, words.size() <= BRIEF);
    }

    /** Whether the two cannot both be true, as far as words tell. In long texts a "not" may belong to anything. */
    boolean contradicts(Statement other) {
        if (!brief || !other.brief) {
            return false;
        }
        boolean differentNumbers = !numbers.isEmpty() && !other.numbers.isEmpty() && !numbers.equals(other.numbers);
        return denies != other.denies || differentNumbers;
    }

    double cosine(Statement other) {
        if (stems.isEmpty() || other.stems.isEmpty()) {
            return stems.equals(other.stems) && numbers.equals(other.numbers) ? 1 : 0;
        }
        double dot = 0;
        for (Map.Entry<String, Integer> stem : stems.entrySet()) {
            dot += stem.getValue() * (double) other.stems.getOrDefault(stem.getKey(), 0);
        }
        return dot / Math.sqrt(squares() * other.squares());
    }

    private double squares() {
        return stems.values().stream()
                .mapToDouble(count -> count * (double) count)
                .sum();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
