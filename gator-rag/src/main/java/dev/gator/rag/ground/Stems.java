package dev.gator.rag.ground;

import dev.gator.content.Language;
import dev.gator.rag.text.Words;

/** Cuts words down to what their forms have in common: endings in English, the first six letters elsewhere. */
final class Stems {

    private static final int BEGINNING = 6;

    private Stems() {}

    static String of(String word, Language language) {
        String folded = Words.fold(word);
        return language.base().equals("en") ? english(folded) : beginning(folded);
    }

    private static String beginning(String word) {
        return word.length() <= BEGINNING ? word : word.substring(0, BEGINNING);
    }

    private static String english(String word) {
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        stem = singular(stem);
        if (stem.endsWith("ing") && stem.length() > 5) {
            stem = undoubled(stem.substring(0, stem.length() - 3));
        } else if (stem.endsWith("ed") && stem.length() > 4) {
            stem = undoubled(stem.substring(0, stem.length() - 2));
        } else if (stem.endsWith("ly") && stem.length() > 5) {
            stem = stem.substring(0, stem.length() - 2);
        }
        if (stem.endsWith("y") && stem.length() > 3) {
            return stem.substring(0, stem.length() - 1) + "i"; // carry, carried and carries meet here
        }
        return stem.endsWith("e") && stem.length() > 3 ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".+(?:ss|x|z|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.endsWith("s") && word.length() > 3 && !word.matches(".+(?:ss|us|is)");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String undoubled(String stem) {
        int n = stem.length();
        boolean twice = n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2) && "aeiouls".indexOf(stem.charAt(n - 1)) < 0;
        return twice ? stem.substring(0, n - 1) : stem;
    }
}
