package dev.gator.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Sentences of given texts, and those among them that speak about something. */
record Sentences(List<String> all) {

    private static final String BOUNDARY = "(?<=[.!?\u3002])[\"'\u201d)\\]]*\\s+|\\n+";
    private static final int SHORTEST = 3;

    Sentences {
        all = List.copyOf(all);
    }

    static Sentences of(List<String> texts) {
        List<String> found = new ArrayList<>();
        for (String text : texts) {
            for (String sentence : text.split(BOUNDARY, -1)) {
                String clean = sentence.strip();
                if (clean.length() >= SHORTEST && clean.chars().anyMatch(Character::isLetter)) {
                    found.add(clean);
                }
            }
        }
        return new Sentences(found);
    }

    /** Returns at most {@code most} sentences that share words with the question, in their own order. */
    List<String> about(Set<String> question, int most) {
        List<Integer> ranked = IntStream.range(0, all.size())
                .boxed()
                .filter(i -> score(i, question) > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> -score(i, question)))
                .limit(most)
                .sorted()
                .toList();
        return ranked.stream().map(all::get).distinct().toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    private double score(int index, Set<String> question) {
        Set<String> words = KeyWords.of(all.get(index));
        return KeyWords.shared(question, words) / Math.sqrt(4.0 + words.size());
    }
}
