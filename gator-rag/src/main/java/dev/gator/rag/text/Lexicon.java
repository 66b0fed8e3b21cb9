package dev.gator.rag.text;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.json.JsonObject;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Gator knows about the words of a language. Immutable. */
public final class Lexicon {

    private static final List<Language> THERE = List.of(Language.EN, Language.ES);
    private static final Map<String, Lexicon> LOADED = loadAll();

    private final Language language;
    private final double wordsPerSecond;
    private final Readability readability;
    private final Set<String> stopWords;
    private final Set<String> actionVerbs;
    private final Set<String> urgency;
    private final Set<String> negations;
    private final Map<String, Integer> valence;
    private final Map<String, Set<String>> emotions;
    private final Map<String, Set<String>> tones;

    private record Readability(double base, double perSyllable, double perWord, boolean silentE) {}

    private Lexicon(Language language, JsonObject data) {
        this.language = language;
        this.wordsPerSecond = data.number("wordsPerSecond").doubleValue();
        JsonObject formula = data.object("readability");
        this.readability = new Readability(
                formula.number("base").doubleValue(),
                formula.number("perSyllable").doubleValue(),
                formula.number("perWord").doubleValue(),
                formula.bool("silentE"));
        this.stopWords = words(data.string("stopWords"));
        this.actionVerbs = words(data.string("actionVerbs"));
        this.urgency = words(data.string("urgency"));
        this.negations = words(data.string("negations"));
        this.valence = new HashMap<>();
        words(data.string("positive")).forEach(word -> valence.put(word, 1));
        words(data.string("negative")).forEach(word -> valence.put(word, -1));
        this.emotions = groups(data.object("emotions"));
        this.tones = groups(data.object("tones"));
    }

    /**
     * Returns the words of a language.
     *
     * @throws GatorException with {@link RagError#NO_LANGUAGE}, naming the languages there are
     */
    public static Lexicon of(Language language) {
        Lexicon found = LOADED.get(language.base());
        if (found == null) {
            throw new GatorException(RagError.NO_LANGUAGE, "no words of " + language + "; there are " + THERE);
        }
        return found;
    }

    /** Returns the languages there are. */
    public static List<Language> languages() {
        return THERE;
    }

    /** Returns which of the languages a text is most likely in, by its small words; {@code otherwise} if it cannot be told. */
    public static Language detect(String text, Language otherwise) {
        List<String> words = Words.folded(text);
        Language best = otherwise;
        long most = 0;
        for (Language language : THERE) {
            Lexicon lexicon = of(language);
            long known = words.stream()
                    .filter(word -> lexicon.stopWords.contains(word) && isOnlyOf(word, language))
                    .count();
            if (known > most) {
                most = known;
                best = language;
            }
        }
        return best;
    }

    /** Returns the language. */
    public Language language() {
        return language;
    }

    /** Returns how many words are spoken in a second. */
    public double wordsPerSecond() {
        return wordsPerSecond;
    }

    /** Returns how many seconds it takes to say a text. */
    public double seconds(String text) {
        return Words.count(text) / wordsPerSecond;
    }

    /** Returns the words of a text that mean something, in lower case, without accents. */
    public List<String> content(String text) {
        return Words.folded(text).stream()
                .filter(word -> !stopWords.contains(word) && word.length() > 1)
                .toList();
    }

    /** Returns whether somebody is told to do something. */
    public boolean callsToAct(String text) {
        return Words.folded(text).stream().anyMatch(actionVerbs::contains);
    }

    /** Returns whether a text says why now. */
    public boolean isUrgent(String text) {
        return Words.folded(text).stream().anyMatch(urgency::contains);
    }

    /** Returns how easily a text reads, 0 to 100: Flesch for English, Fernández Huerta for Spanish. */
    public double readability(String text) {
        List<String> words = Words.in(text);
        int sentences = Math.max(1, Words.sentences(text).size());
        if (words.isEmpty()) {
            return 0;
        }
        double syllables = words.stream()
                .mapToInt(word -> Words.syllables(word, readability.silentE))
                .sum();
        double score = readability.base
                - readability.perSyllable * syllables / words.size()
                - readability.perWord * words.size() / sentences;
        return Math.max(0, Math.min(100, score));
    }

    /** Returns how a text feels. */
    public Mood mood(String text) {
        List<String> words = Words.folded(text);
        double sum = 0;
        int felt = 0;
        for (int i = 0; i < words.size(); i++) {
            int value = valence.getOrDefault(words.get(i), 0);
            boolean turned =
                    (i > 0 && negations.contains(words.get(i - 1))) || (i > 1 && negations.contains(words.get(i - 2)));
            sum += turned ? -value : value;
            felt += value == 0 ? 0 : 1;
        }
        double sentiment = felt == 0 ? 0 : sum / (felt + 1.0);
        return new Mood(sentiment, shares(words, emotions), shares(words, tones));
    }

    /** Returns whether a word is known to this lexicon in any role. */
    public boolean knows(String word) {
        String folded = Words.fold(word);
        return stopWords.contains(folded)
                || actionVerbs.contains(folded)
                || valence.containsKey(folded)
                || tones.values().stream().anyMatch(set -> set.contains(folded));
    }

    private static boolean isOnlyOf(String word, Language language) {
        return LOADED.values().stream()
                .noneMatch(other -> !other.language.equals(language) && other.stopWords.contains(word));
    }

    private static Map<String, Double> shares(List<String> words, Map<String, Set<String>> groups) {
        Map<String, Double> shares = new TreeMap<>();
        groups.forEach((name, members) -> {
            long hits = words.stream().filter(members::contains).count();
            shares.put(name, words.isEmpty() ? 0 : hits / (double) words.size());
        });
        return Collections.unmodifiableMap(shares);
    }

    private static Map<String, Set<String>> groups(JsonObject data) {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (JsonObject.Member member : data) {
            groups.put(member.name(), words(member.value().asString()));
        }
        return groups;
    }

    private static Set<String> words(String spaced) {
        return new HashSet<>(List.of(Words.fold(spaced).split("\\s+")));
    }

    private static Map<String, Lexicon> loadAll() {
        Map<String, Lexicon> all = new HashMap<>();
        for (Language language : THERE) {
            String name = language.base() + ".json";
            JsonObject data = Resource.object(Lexicon.class, name)
                    .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no " + name));
            all.put(language.base(), new Lexicon(language, data));
        }
        return Map.copyOf(all);
    }
}
