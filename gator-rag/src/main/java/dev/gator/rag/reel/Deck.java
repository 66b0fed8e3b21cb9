package dev.gator.rag.reel;

import dev.gator.rag.text.Words;
import dev.gator.rag.validate.BannedWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Shuffles sentences, fills in names and leaves out what holds a banned word. Belongs to one thread. */
final class Deck {

    private final SplittableRandom dice;
    private final BannedWords banned;
    private final List<Slot> slots;

    /** A name in braces and what it stands for. */
    record Slot(String name, String value) {}

    Deck(long seed, BannedWords banned, List<Slot> slots) {
        this.dice = new SplittableRandom(seed);
        this.banned = banned;
        this.slots = List.copyOf(slots);
    }

    /** Returns what may be said, in random order. */
    List<String> shuffled(List<String> templates) {
        List<String> usable = new ArrayList<>();
        for (String template : templates) {
            String text = fill(template);
            if (banned.in(text).isEmpty()) {
                usable.add(text);
            }
        }
        for (int i = usable.size() - 1; i > 0; i--) {
            int other = dice.nextInt(i + 1);
            String kept = usable.get(i);
            usable.set(i, usable.get(other));
            usable.set(other, kept);
        }
        return usable;
    }

    /** Returns one of what may be said. */
    Optional<String> one(List<String> templates) {
        return shuffled(templates).stream().findFirst();
    }

    int roll(int sides) {
        return dice.nextInt(sides);
    }

    boolean allows(String hashtag) {
        return banned.inHashtag(hashtag).isEmpty();
    }

    private String fill(String template) {
        String text = template;
        for (Slot slot : slots) {
            text = text.replace("{" + slot.name + "}", slot.value)
                    .replace("{" + capital(slot.name) + "}", capital(slot.value));
        }
        return text;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns a hashtag of a phrase: {@code #FitLifePro}. */
    static String hashtag(String phrase) {
        StringBuilder tag = new StringBuilder("#");
        for (String word : Words.in(phrase)) {
            tag.append(capital(word.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "")));
        }
        return tag.toString();
    }
}
