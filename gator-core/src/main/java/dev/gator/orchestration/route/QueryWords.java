package dev.gator.orchestration.route;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What single words tell about a question. Looked up, not searched for, because every routed call pays for it. */
record QueryWords(Map<String, List<Hint>> hints) {

    static final int KINDS = QueryKind.values().length;
    static final int REASONING = KINDS;
    static final int HARD = KINDS + 1;
    static final int LIMIT = KINDS + 2;
    static final int SLOTS = KINDS + 3;

    private static final List<String> NAMES = Stream.concat(
                    Stream.of(QueryKind.values()).map(Enum::name), Stream.of("REASONING", "HARD", "LIMIT"))
            .toList();

    static final QueryWords ENGLISH = parse(
            """
            CODE 3: def nullpointerexception segfault stacktrace refactor refactoring regex
            CODE 2: java python javascript typescript rust golang kotlin sql html css bash docker kubernetes api algorithm
            CODE 2: function method code bug debug compile compiler query class unittest git json yaml select exception
            MATHS 3: prove proof theorem lemma irrational integral derivative eigenvalue eigenvalues sqrt modulo polynomial
            MATHS 2: solve calculate compute equation equations probability percent percentage geometry algebra sum average
            CREATIVE 3: poem haiku sonnet story lyrics limerick slogan slogans tagline screenplay verse
            CREATIVE 2: imagine invent compose song caption dialogue character rhyme
            CREATIVE 1: creative funny catchy metaphor brainstorm playful
            SMALL_TALK 4: hi hello hey thanks thank bye goodbye
            SMALL_TALK 2: morning evening night cheers welcome
            REASONING 1: prove proof derive analyse analyze compare contrast design architecture tradeoff tradeoffs optimise
            REASONING 1: optimize evaluate justify why plan diagnose refute theorem
            HARD 1: prove proof theorem irrational concurrent concurrency distributed deadlock complexity optimal formal
            HARD 1: enforceable liability counterexample
            LIMIT 1: must without exactly unless however except only each least most
            """);

    /** One reading of a word: the slot of a kind of question, or of one of the three measures of difficulty. */
    record Hint(int slot, double weight) {}

    static int slot(QueryKind kind) {
        return NAMES.indexOf(kind.name());
    }

    List<Hint> of(String word) {
        return hints.getOrDefault(word, List.of());
    }

    private static QueryWords parse(String text) {
        Map<String, List<Hint>> hints = new HashMap<>();
        for (String line : text.strip().split("\n", -1)) {
            String[] sides = line.split(": ", 2);
            String[] head = sides[0].split(" ", 2);
            Hint hint = new Hint(NAMES.indexOf(head[0]), Double.parseDouble(head[1]));
            for (String word : sides[1].toLowerCase(Locale.ROOT).split(" ", -1)) {
                hints.merge(word, List.of(hint), QueryWords::joined);
            }
        }
        return new QueryWords(Map.copyOf(hints));
    }

    private static List<Hint> joined(List<Hint> some, List<Hint> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
