package dev.gator.rag.reel;

import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.HookType;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sentences of examples that another brand may say, too: advice, no figures, no names, nobody's own story. */
final class Evidence {

    private static final Set<HookType> PERSONAL = Set.of(HookType.STORY, HookType.RELATABLE, HookType.SHOCKING);
    private static final int LEAST = 5;
    private static final int MOST = 16;

    private Evidence() {}

    /** Returns the usable sentences of each example that has some and is of the brand's sector, best example first. */
    static List<List<String>> sentences(List<FoundExample> examples, BrandProfile brand, Copybook book) {
        List<List<String>> all = new ArrayList<>();
        for (FoundExample found : examples) {
            boolean usable = !PERSONAL.contains(found.example().hook())
                    && found.example().sector().equals(brand.sector())
                    && found.example().language().base().equals(book.language().base());
            List<String> sentences = Words.sentences(found.example().text());
            List<String> advice = new ArrayList<>();
            for (int i = 1; usable && i < sentences.size() - 1; i++) {
                if (isAdvice(sentences.get(i), book)) {
                    advice.add(sentences.get(i));
                }
            }
            if (!advice.isEmpty()) {
                all.add(advice);
            }
        }
        return all;
    }

    private static boolean isAdvice(String sentence, Copybook book) {
        List<String> words = Words.in(sentence);
        int size = Words.count(sentence);
        boolean figures = sentence.chars().anyMatch(Character::isDigit);
        boolean question = sentence.endsWith("?") || sentence.endsWith("？");
        boolean names = !book.capitalisesNouns()
                && words.stream().skip(1).anyMatch(word -> Character.isUpperCase(word.charAt(0)));
        return !figures && !question && !names && size >= LEAST && size <= MOST && book.standsAlone(sentence);
    }
}
