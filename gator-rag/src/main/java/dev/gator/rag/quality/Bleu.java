package dev.gator.rag.quality;

import dev.gator.error.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * BLEU as Papineni and others defined it (ACL 2002): the geometric mean of clipped precisions of runs of one to four words,
 * times a penalty for being short. Without smoothing, so a text that shares no run of four words with its references
 * scores 0; it is meant for a whole corpus. Words are compared as they are handed in.
 */
public final class Bleu {

    /** The usual length of the longest runs. */
    public static final int LONGEST = 4;

    private Bleu() {}

    /**
     * A text and what it is held against.
     *
     * @param candidate the words that are judged
     * @param references what people wrote, at least one
     */
    public record Pair(List<String> candidate, List<List<String>> references) {

        /** Checks that there is a reference. */
        public Pair {
            candidate = List.copyOf(candidate);
            references = Require.notEmpty("references", references);
        }
    }

    /** Returns the score of one text, 0 to 1. */
    public static double sentence(List<String> candidate, List<List<String>> references) {
        return corpus(List.of(new Pair(candidate, references)));
    }

    /** Returns the score of many texts together, 0 to 1. */
    public static double corpus(List<Pair> pairs) {
        Require.notEmpty("texts to score", pairs);
        double logs = 0;
        for (int length = 1; length <= LONGEST; length++) {
            double precision = precision(pairs, length);
            if (precision == 0) {
                return 0;
            }
            logs += Math.log(precision) / LONGEST;
        }
        return brevity(pairs) * Math.exp(logs);
    }

    /** Returns the share of a text's runs of that length that occur in a reference, each at most as often as it does there. */
    public static double precision(List<String> candidate, List<List<String>> references, int length) {
        Require.range("length of runs", length, 1, 100);
        return precision(List.of(new Pair(candidate, references)), length);
    }

    private static double precision(List<Pair> pairs, int length) {
        double shared = 0;
        double total = 0;
        for (Pair pair : pairs) {
            NGrams own = NGrams.of(pair.candidate, length);
            NGrams allowed = pair.references.stream()
                    .map(reference -> NGrams.of(reference, length))
                    .reduce(NGrams.of(List.of(), length), NGrams::most);
            shared += own.shared(allowed);
            total += own.total();
        }
        return total == 0 ? 0 : shared / total;
    }

    private static double brevity(List<Pair> pairs) {
        double written = pairs.stream().mapToInt(pair -> pair.candidate.size()).sum();
        double wanted = pairs.stream().mapToInt(Bleu::closest).sum();
        return written >= wanted ? 1 : Math.exp(1 - wanted / written);
    }

    /** Returns the length of the reference that is nearest in length, the shorter of two. */
    private static int closest(Pair pair) {
        int length = pair.candidate.size();
        List<Integer> lengths = new ArrayList<>();
        pair.references.forEach(reference -> lengths.add(reference.size()));
        return lengths.stream()
                .min((one, other) -> {
                    int nearer = Integer.compare(Math.abs(one - length), Math.abs(other - length));
                    return nearer == 0 ? Integer.compare(one, other) : nearer;
                })
                .orElse(0);
    }
}
