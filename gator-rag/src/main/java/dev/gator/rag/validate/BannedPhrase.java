package dev.gator.rag.validate;

import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A word or several that may not be used. */
sealed interface BannedPhrase {

    static BannedPhrase of(String written, Lexicon lexicon) {
        return Words.isUnspaced(written) ? Anywhere.of(written, lexicon) : InOrder.of(written, lexicon);
    }

    /** Returns the phrase as it was banned. */
    String written();

    /** Returns whether a text holds the phrase; the words are the text's, folded and without disguise. */
    boolean occurs(String text, List<String> words);

    /** Whole words, one behind the other. */
    record InOrder(String written, List<Set<String>> forms, Lexicon lexicon) implements BannedPhrase {

        static InOrder of(String written, Lexicon lexicon) {
            List<Set<String>> forms =
                    lexicon.words(written).stream().map(lexicon::forms).toList();
            return new InOrder(written, forms, lexicon);
        }

        @Override
        public boolean occurs(String text, List<String> words) {
            for (int start = 0; start + forms.size() <= words.size(); start++) {
                int matched = 0;
                while (matched < forms.size() && lexicon.isFormOf(words.get(start + matched), forms.get(matched))) {
                    matched++;
                }
                if (matched == forms.size()) {
                    return !forms.isEmpty();
                }
            }
            return false;
        }
    }

    /** Characters wherever they stand, for scripts without spaces; kana in either alphabet. */
    record Anywhere(String written, Pattern search) implements BannedPhrase {

        private static final int LEAST = 2;
        private static final int SHORT = 4;
        private static final int APART = 'ァ' - 'ぁ';
        private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー]+");
        private static final Pattern GAP = Pattern.compile("[\\s\\p{P}]+");
        private static final String NO_KATAKANA_BEFORE = "(?<![\\p{IsKatakana}ー])";
        private static final String NO_KATAKANA_BEHIND = "(?![\\p{IsKatakana}ー])";
        private static final String NO_HIRAGANA_BEFORE_BUT_PARTICLES = "(?<![\\p{IsHiragana}&&[^のはがをにともでや]])";

        static Anywhere of(String written, Lexicon lexicon) {
            String bare = bare(written);
            String forms = lexicon.forms(bare).stream()
                    .filter(form -> form.length() >= Math.min(LEAST, bare.length()))
                    .flatMap(Anywhere::patterns)
                    .distinct()
                    .collect(Collectors.joining("|"));
            return new Anywhere(written, Pattern.compile(forms));
        }

        /** A short word of kana would be found inside others, as baka in bakansu, the word for holidays: it is guarded. */
        private static Stream<String> patterns(String form) {
            String katakana = Pattern.quote(turned(form, one -> one >= 'ぁ' && one <= 'ゖ' ? one + APART : one));
            String hiragana = Pattern.quote(turned(form, one -> one >= 'ァ' && one <= 'ヶ' ? one - APART : one));
            boolean guarded = form.length() < SHORT && KANA.matcher(form).matches();
            return guarded
                    ? Stream.of(
                            NO_KATAKANA_BEFORE + katakana + NO_KATAKANA_BEHIND,
                            NO_HIRAGANA_BEFORE_BUT_PARTICLES + hiragana)
                    : Stream.of(Pattern.quote(form), katakana, hiragana);
        }

        @Override
        public boolean occurs(String text, List<String> words) {
            return search.matcher(bare(text)).find();
        }

        private static String bare(String text) {
            return GAP.matcher(Words.fold(text)).replaceAll("");
        }

        private static String turned(String form, IntUnaryOperator change) {
            return form.codePoints()
                    .map(change)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }
}
