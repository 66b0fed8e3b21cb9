package dev.gator.rag.reel;

import dev.gator.content.Language;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.HookType;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The sentences of examples that another brand may say, too: advice, no figures, no names, nobody's own story. */
final class Evidence {

    private static final Set<HookType> PERSONAL = Set.of(HookType.STORY, HookType.RELATABLE, HookType.SHOCKING);
    private static final Set<String> OWN = Set.of(
            "i",
            "me",
            "my",
            "we",
            "us",
            "our",
            "yo",
            "mi",
            "mis",
            "nosotros",
            "nuestra",
            "nuestro",
            "nos",
            "it",
            "they",
            "them",
            "each",
            "rest",
            "cada",
            "resto",
            "porque",
            "dales",
            "hazlas",
            "empieza",
            "he",
            "she",
            "ellos",
            "ella");

    private Evidence() {}

    /** Returns the usable sentences of each example that has some, best example first. */
    static List<List<String>> sentences(List<FoundExample> examples, Lexicon lexicon) {
        List<List<String>> all = new ArrayList<>();
        Language language = lexicon.language();
        for (FoundExample found : examples) {
            boolean usable = !PERSONAL.contains(found.example().hook())
                    && found.example().language().base().equals(language.base());
            List<String> sentences = Words.sentences(found.example().text());
            List<String> advice = new ArrayList<>();
            for (int i = 1; usable && i < sentences.size() - 1; i++) {
                if (isAdvice(sentences.get(i))) {
                    advice.add(sentences.get(i));
                }
            }
            if (!advice.isEmpty()) {
                all.add(advice);
            }
        }
        return all;
    }

    private static boolean isAdvice(String sentence) {
        List<String> words = Words.in(sentence);
        boolean names = words.stream().skip(1).anyMatch(word -> Character.isUpperCase(word.charAt(0)));
        boolean own = Words.folded(sentence).stream().anyMatch(OWN::contains);
        boolean figures = sentence.chars().anyMatch(Character::isDigit);
        boolean question = sentence.toLowerCase(Locale.ROOT).endsWith("?");
        boolean plain = !names && !own && !figures && !question;
        return plain && words.size() >= 5 && words.size() <= 16 && !words.get(0).equalsIgnoreCase("you");
    }
}
