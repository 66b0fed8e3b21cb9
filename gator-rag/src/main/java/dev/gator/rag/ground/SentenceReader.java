package dev.gator.rag.ground;

import dev.gator.content.Language;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sentences of one language. Immutable. */
final class SentenceReader {

    // one for each language; its patterns take longer to make than a question to read
    private static final Map<Phrasebook, SentenceReader> READERS = new ConcurrentHashMap<>();
    private static final int REACH = 4;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}][\\p{L}\\p{M}\\p{N}'’-]*|[,;:.!?]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{3,}");

    private final Phrasebook book;
    private final Lexicon lexicon;
    private final Figures figures;

    SentenceReader(Phrasebook book) {
        this.book = book;
        this.lexicon = Lexicon.of(book.language());
        this.figures = new Figures(book);
    }

    /** Returns a reader for the language of a text, or of another text where that cannot be told. */
    static SentenceReader forText(String text, String otherwise) {
        return READERS.computeIfAbsent(Phrasebook.forText(text, otherwise), SentenceReader::new);
    }

    Phrasebook book() {
        return book;
    }

    List<TextSpan> sentences(String text) {
        return Sentences.in(text, language());
    }

    Reading read(String sentence) {
        List<Figure> found = figures.in(sentence);
        StringBuilder rest = new StringBuilder(sentence);
        found.forEach(figure -> blank(rest, figure));
        String words = rest.toString();
        Set<String> terms = new LinkedHashSet<>();
        content(words).forEach(terms::add);
        List<String> folded = Words.folded(sentence);
        boolean named = folded.isEmpty() || !book.standsFor(folded.get(0));
        boolean asks = sentence.strip().matches("(?s).*[?？]$");
        return new Reading(terms, found, names(words), negated(words), book.namesSources(folded), asks, named);
    }

    /** Reads a question: what only asks, such as "how long", is nothing that an answer would hold. */
    Reading readQuestion(String question) {
        Reading whole = read(question);
        Set<String> terms = new LinkedHashSet<>(content(blanked(book.withoutAsking(question))));
        terms.retainAll(whole.terms());
        return new Reading(
                terms.isEmpty() ? whole.terms() : terms,
                whole.figures(),
                whole.names(),
                whole.negated(),
                whole.about(),
                whole.question(),
                whole.named());
    }

    /** Returns the words of a question that mean something. */
    List<String> telling(String question) {
        return lexicon.content(book.withoutAsking(question)).stream()
                .filter(word -> !book.opens(word))
                .toList();
    }

    private String blanked(String sentence) {
        StringBuilder rest = new StringBuilder(sentence);
        figures.in(sentence).forEach(figure -> blank(rest, figure));
        return rest.toString();
    }

    private List<String> content(String words) {
        List<String> stems = new ArrayList<>();
        for (String word : lexicon.content(words)) {
            if (word.chars().noneMatch(Character::isDigit) && !book.negates(word) && !book.opens(word)) {
                stems.addAll(stems(word));
            }
        }
        return stems;
    }

    /** A long run of Chinese characters is several words; its pairs stand for them. */
    private List<String> stems(String word) {
        if (!HAN.matcher(word).matches()) {
            return List.of(Stems.of(word, language()));
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 2 <= word.length(); i++) {
            pairs.add(word.substring(i, i + 2));
        }
        return pairs;
    }

    private Set<String> names(String words) {
        Set<String> names = new HashSet<>();
        if (language().base().equals("de")) {
            return names; // every German noun is written like a name
        }
        Matcher tokens = TOKEN.matcher(words);
        boolean first = true;
        while (tokens.find()) {
            String token = tokens.group();
            boolean capital = token.length() > 1 && Character.isUpperCase(token.charAt(0));
            boolean acronym = token.equals(token.toUpperCase(Locale.ROOT));
            if (capital && (!first || acronym)) {
                lexicon.content(token).forEach(word -> names.add(Stems.of(word, language())));
            }
            first = token.length() == 1 && ".!?:".contains(token);
        }
        return names;
    }

    /** Returns the terms after each "not", up to the next comma or the fourth of them. */
    private Set<String> negated(String words) {
        Set<String> reached = new HashSet<>();
        Matcher tokens = TOKEN.matcher(words);
        int left = 0;
        while (tokens.find()) {
            String token = Words.fold(tokens.group());
            if (book.negates(token)) {
                left = REACH;
            } else if (!Character.isLetter(token.charAt(0))) {
                left = 0;
            } else if (left > 0) {
                for (String stem : content(token)) {
                    reached.add(stem);
                    left--;
                }
            }
        }
        return reached;
    }

    private static void blank(StringBuilder rest, Figure figure) {
        for (int i = figure.start(); i < figure.end(); i++) {
            rest.setCharAt(i, ' ');
        }
    }

    private Language language() {
        return book.language();
    }
}
