package dev.gator.offline;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who the writer is to be, as far as the instructions say it.
 *
 * @param name its name
 * @param traits how it talks
 * @param themes words of what it cares about
 * @param phrase what it likes to say
 */
record Voice(Optional<String> name, Set<Trait> traits, Set<String> themes, Optional<String> phrase) {

    private static final List<Pattern> NAME = List.of(
            Pattern.compile("(?m)^\\s*(?:persona|name)\\s*:\\s*(\\p{Lu}[^\\n,.;(]{0,60})", Pattern.CASE_INSENSITIVE),
            Pattern.compile("[Yy]our name is (\\p{Lu}[\\p{L}'\\-]*(?: \\p{Lu}[\\p{L}'.\\-]*){0,3})"),
            Pattern.compile("[Yy]ou are (?:called |named )?(\\p{Lu}[\\p{L}'\\-]*(?:\\.? \\p{Lu}[\\p{L}'\\-]*){0,3})"));
    private static final Pattern THEMES = Pattern.compile(
            "(?im)^(?:you talk about|topics that excite you|hobbies|themes|interests|topics)\\s*:\\s*(.+)$");
    private static final Pattern PHRASE = Pattern.compile("(?im)^phrases you like\\s*:\\s*\"([^\"]{1,80})\"");

    /** A way of talking, and the words of instructions that ask for it. */
    enum Trait {
        FORMAL("formal|precise|professional|academic|serious|corporate"),
        BRIEF("concise|brief|terse|laconic|short answers|one or two sentences|one sentence|in short"),
        DETAILED("detailed|thorough|five sentences or more|in depth"),
        PLAYFUL("playful|humorous|funny|witty|cheerful|casual|energetic|gen z|millennial"),
        CURIOUS("curious|inquisitive|socratic|by asking"),
        DIRECT("direct|blunt|straight|no-nonsense|cold|short fuse"),
        KIND("kind|warm|gentle|caring|empathetic|supportive|friendly|patient"),
        BUDDY("buddy|street|like an old friend"),
        LOWERCASE("capitals lowercase"),
        EMOJI("emoji some|emoji many");

        private final Pattern words;

        Trait(String words) {
            this.words = Pattern.compile("(?<![\\p{L}-])(?<!\\bnot )(?:" + words + ")(?![\\p{L}-])(?! of\\b)");
        }
    }

    Voice {
        traits = Set.copyOf(traits);
        themes = Set.copyOf(themes);
    }

    static Voice of(String instructions) {
        String lower = instructions.toLowerCase(Locale.ROOT);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : Trait.values()) {
            if (trait.words.matcher(lower).find()) {
                traits.add(trait);
            }
        }
        StringBuilder themes = new StringBuilder();
        Matcher matcher = THEMES.matcher(instructions);
        while (matcher.find()) {
            themes.append(matcher.group(1)).append(' ');
        }
        return new Voice(
                first(NAME, instructions),
                traits,
                KeyWords.of(themes.toString()),
                first(List.of(PHRASE), instructions));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean brief() {
        return is(Trait.BRIEF);
    }

    boolean formal() {
        return is(Trait.FORMAL);
    }

    boolean playful() {
        return is(Trait.PLAYFUL);
    }

    boolean curious() {
        return is(Trait.CURIOUS);
    }

    private static Optional<String> first(List<Pattern> patterns, String instructions) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(instructions);
            if (matcher.find()) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return Optional.empty();
    }
}
