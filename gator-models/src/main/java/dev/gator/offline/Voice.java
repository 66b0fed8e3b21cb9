package dev.gator.offline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who the writer is to be, as far as the instructions say it. */
record Voice(Optional<String> name, boolean formal, boolean brief, boolean playful, boolean curious) {

    private static final List<Pattern> NAME = List.of(
            Pattern.compile("(?m)^\\s*(?:persona|name)\\s*:\\s*(\\p{Lu}[^\\n,.;(]{0,60})", Pattern.CASE_INSENSITIVE),
            Pattern.compile("[Yy]our name is (\\p{Lu}[\\p{L}'\\-]*(?: \\p{Lu}[\\p{L}'.\\-]*){0,3})"),
            Pattern.compile("[Yy]ou are (?:called |named )?(\\p{Lu}[\\p{L}'\\-]*(?:\\.? \\p{Lu}[\\p{L}'\\-]*){0,3})"));

    static Voice of(String instructions) {
        String lower = instructions.toLowerCase(Locale.ROOT);
        return new Voice(
                nameIn(instructions),
                has(lower, "formal", "precise", "professional", "academic", "serious") && !lower.contains("informal"),
                has(lower, "concise", "brief", "terse", "laconic", "short answers"),
                has(lower, "playful", "humorous", "funny", "witty", "cheerful", "casual"),
                has(lower, "curious", "inquisitive", "socratic"));
    }

    private static Optional<String> nameIn(String instructions) {
        for (Pattern pattern : NAME) {
            Matcher matcher = pattern.matcher(instructions);
            if (matcher.find()) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return Optional.empty();
    }

    private static boolean has(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
