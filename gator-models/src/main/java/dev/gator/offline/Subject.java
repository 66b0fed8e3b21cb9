package dev.gator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the noun that a question turns around, with its article, fit to stand in a sentence. */
final class Subject {

    private static final Pattern ABOUT = Pattern.compile(
            "(?i)\\b(?:about|regarding|concerning|on the topic of|meaning of|called|(?:recipe|plan|list|ideas?|tips|guide|poem|haiku"
                    + "|story|script|advantages|disadvantages|benefits|pros and cons) (?:for|of|on|to))\\s+([^?.!,;:\\n]{2,60}?)"
                    + "(?= with | for | in \\p{Lu}|[?.!,;:\\n]|$)");
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]{2,50})[\"”]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*|[^\\s]");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "my", "our", "your", "this", "that");
    private static final Set<String> VERBS = Set.of(
            ("works working fits fit delivers deliver yes maybe no longer carry carries make makes build builds cook bake write learn improve start stop pack plan "
                            + "train run choose fix repair happen happens cause causes mean means use uses go goes come comes "
                            + "become becomes affect affects matter exist feel taste look looks keep grow grows raises raise "
                            + "decrease fly float sink burn freeze boil move fall rise turn turns begin change changes "
                            + "buy sell rent join quit leave stay believe think like prefer enjoy eat drink sleep teach "
                            + "compare contrast define summarise translate pick invest save reduce increase deserve deserves "
                            + "shard migrate deploy refactor spread produce produces contain contains hold holds need needs "
                            + "salty blue red green cold hot big small important expensive cheap hard easy true false worth")
                    .split(" "));

    private Subject() {}

    /** Returns what stands after a word like "about", or an empty text. */
    static String about(String question) {
        Matcher about = ABOUT.matcher(question);
        return about.find() ? about.group(1) : "";
    }

    static boolean isVerb(String word) {
        return VERBS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns the nouns of a text, as far as small words and verbs tell them apart, without their articles. */
    static List<String> nouns(String text) {
        return runs(text).stream()
                .map(noun -> noun.replaceFirst("^(?:a|an|the|my|our|your|this|that) ", ""))
                .filter(noun -> noun.length() > 2 && noun.length() <= 40)
                .distinct()
                .toList();
    }

    static String of(String question) {
        String line =
                question.strip().split("\\n", 2)[0].replaceFirst("(?i)^(how (?:do|does|did) .{2,60}?) works?\\b", "$1");
        Matcher quoted = QUOTED.matcher(line);
        if (quoted.find()) {
            return quoted.group(1);
        }
        Matcher about = ABOUT.matcher(line);
        List<String> nouns = about.find() ? runs(about.group(1)) : List.of();
        nouns = nouns.isEmpty() ? runs(line) : nouns;
        String best = "";
        for (String noun : nouns) {
            best = letters(noun) > letters(best) + 3 || best.isEmpty() ? noun : best;
        }
        return best.isEmpty() ? "this" : Slots.toYou(decapitalised(best, line));
    }

    /** Returns runs of words that are neither small words nor verbs, each with its article. */
    private static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        String article = "";
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            String lower = word.toLowerCase(Locale.ROOT);
            boolean carries =
                    Character.isLetterOrDigit(word.charAt(0)) && !VERBS.contains(lower) && KeyWords.isMeaningful(lower);
            if (carries) {
                run.append(run.isEmpty() ? article : " ").append(word);
            } else {
                keep(runs, run);
            }
            article = ARTICLES.contains(lower) ? lower + " " : "";
        }
        keep(runs, run);
        return runs;
    }

    private static void keep(List<String> runs, StringBuilder run) {
        if (!run.isEmpty()) {
            runs.add(run.toString());
            run.setLength(0);
        }
    }

    private static int letters(String noun) {
        return Math.min(
                30,
                noun.replaceFirst("^(?:a|an|the|my|our|your|this|that) ", "").length());
    }

    // a capital at the start of the question is the sentence's, unless the whole word is in capitals
    private static String decapitalised(String noun, String line) {
        boolean opens = line.startsWith(noun) && noun.length() > 1 && Character.isLowerCase(noun.charAt(1));
        boolean name = noun.contains(" ") && noun.matches("\\p{Lu}\\S+ \\p{Lu}.*");
        return opens && !name ? Character.toLowerCase(noun.charAt(0)) + noun.substring(1) : noun;
    }
}
