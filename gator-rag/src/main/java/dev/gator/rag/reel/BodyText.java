package dev.gator.rag.reel;

import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the sentences of a body in order, as many as there is time for. */
final class BodyText {

    /** What a sentence is for, in the order in which it is said. */
    enum Role {
        PROBLEM,
        TURN,
        SOLUTION,
        HOW,
        AGAIN,
        FACT,
        VOICE,
        FEELING
    }

    private record Line(Role role, String text) {}

    private final Lexicon lexicon;
    private final int most;
    private final List<Set<String>> used = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int words;

    BodyText(Lexicon lexicon, int most, String hook) {
        this.lexicon = lexicon;
        this.most = most;
        used.add(new HashSet<>(Words.folded(hook)));
    }

    /** Adds a sentence if there is time for it and it has not been said; returns whether it was added. */
    boolean add(Role role, String text) {
        int count = Words.count(text);
        if (words + count > most) {
            return false;
        }
        Set<String> mine = new HashSet<>(Words.folded(text));
        if (used.stream().anyMatch(said -> Words.overlap(said, mine) > 0.5)) {
            return false;
        }
        used.add(mine);
        words += count;
        lines.add(new Line(role, text));
        return true;
    }

    /** Adds up to so many sentences. */
    void add(Role role, List<String> texts, int limit) {
        int added = 0;
        for (String text : texts) {
            if (added < limit && add(role, text)) {
                added++;
            }
        }
    }

    int words() {
        return words;
    }

    String text() {
        return lexicon.joined(lines.stream()
                .sorted(Comparator.comparing(Line::role))
                .map(Line::text)
                .toList());
    }
}
