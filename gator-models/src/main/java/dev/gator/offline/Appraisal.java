package dev.gator.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a text does against a question, as far as its words tell.
 *
 * @param share from 0 to 1
 * @param reason one sentence about it
 * @param advice what would make it better
 */
record Appraisal(double share, String reason, String advice) {

    private static final Pattern BECAUSE =
            Pattern.compile("\\b(?:because|since|therefore|so that|hence|which is why|reason)\\b");
    private static final Pattern SHOWN =
            Pattern.compile("\\d|\\b(?:for example|for instance|such as|compare|measured|evidence)\\b");
    private static final Pattern OTHER =
            Pattern.compile("\\b(?:however|the other side|although|on the other hand|but)\\b");
    private static final Pattern BEGS = Pattern.compile(
            "\\b(?:give|award|grant)\\b.{0,30}\\b(?:marks|points|score|10|ten)\\b|\\bignore (?:the|all|previous)\\b");
    private static final int SHORTEST = 40;

    static Appraisal of(String text, String question, Dice dice) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (BEGS.matcher(lower).find()) {
            return new Appraisal(0, "It asks for marks and earns none.", "Argue and do not ask for marks.");
        }
        Set<String> asked = KeyWords.of(question);
        int shared = Math.min(3, KeyWords.shared(asked, KeyWords.of(text)));
        boolean reasons = BECAUSE.matcher(lower).find();
        boolean shows = SHOWN.matcher(lower).find();
        double share = 0.3
                + 0.08 * shared
                + (reasons ? 0.12 : 0)
                + (shows ? 0.12 : 0)
                + (OTHER.matcher(lower).find() ? 0.08 : 0)
                + (text.length() >= SHORTEST ? 0.08 : 0)
                + Dice.of(text, 7).below(6, "grade") / 100.0;
        String about = words(text, asked);
        String opening = shared == 0
                ? dice.pick("miss" + text.length(), Shelf.spoken("miss"))
                        + (about.isEmpty() ? "" : ": it speaks of " + about)
                : dice.pick("grade" + text.length(), Shelf.spoken("grade")).replace("{shared}", about);
        return new Appraisal(share, opening + judged(reasons, shows) + ".", better(reasons, shows, shared));
    }

    private static String judged(boolean reasons, boolean shows) {
        if (reasons && shows) {
            return ", and it gives reasons and something to check";
        }
        if (reasons || shows) {
            return reasons ? ", with a reason but nothing to check" : ", with something to check but no reason";
        }
        return ", but it gives neither a reason nor an example";
    }

    private static String better(boolean reasons, boolean shows, int shared) {
        if (shared == 0) {
            return "Answer in the words of the question.";
        }
        return reasons ? shows ? "Nothing has to change." : "Add an example or a number." : "Say why.";
    }

    /** Returns one or two phrases of the text, those that the question has too before others. */
    private static String words(String text, Set<String> asked) {
        List<String> phrases = new ArrayList<>(Subject.nouns(text));
        phrases.sort((one, other) ->
                Integer.compare(KeyWords.shared(asked, KeyWords.of(other)), KeyWords.shared(asked, KeyWords.of(one))));
        return String.join(" and ", phrases.subList(0, Math.min(2, phrases.size())));
    }
}
