package dev.gator.resilience.cache;

import dev.gator.chat.ChatReply;
import dev.gator.embed.Embedding;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Questions of one scope with their meanings and replies; the oldest go first. Thread-safe. */
final class Neighbours {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final int MOST = 500;

    private final int capacity;
    private final long life;
    private final Deque<Entry> entries = new ArrayDeque<>();

    Neighbours(int capacity, Duration life) {
        this.capacity = Math.min(capacity, MOST);
        this.life = life.toNanos();
    }

    /** Returns the numbers of a text in order; two questions with other numbers are never the same question. */
    static List<String> numbersIn(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    synchronized void add(Embedding meaning, List<String> numbers, ChatReply reply, long now) {
        forgetOld(now);
        if (entries.size() == capacity) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(meaning, numbers, reply, now));
    }

    synchronized Optional<Match> nearest(Embedding meaning, List<String> numbers, long now) {
        forgetOld(now);
        Match best = null;
        for (Entry entry : entries) {
            if (entry.numbers().equals(numbers) && entry.meaning().dimensions() == meaning.dimensions()) {
                double cosine = entry.meaning().cosine(meaning);
                if (best == null || cosine > best.cosine()) {
                    best = new Match(entry.reply(), cosine);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private void forgetOld(long now) {
        while (!entries.isEmpty() && now - entries.getFirst().at() >= life) {
            entries.removeFirst();
        }
    }

    record Match(ChatReply reply, double cosine) {}

    private record Entry(Embedding meaning, List<String> numbers, ChatReply reply, long at) {}
}
