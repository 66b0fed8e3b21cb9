package dev.gator.rag.text;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.json.Json;
import dev.gator.json.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Gator knows about the words of a language. Immutable. */
public final class Lexicon {

    private static final List<Language> THERE =
            List.of(Language.EN, Language.ES, Language.FR, Language.DE, Language.HI, Language.JA);
    private static final Map<String, Lexicon> LOADED = loadAll();

    private final Language language;
    private final double wordsPerSecond;
    private final boolean spaced;
    private final boolean negationFollows;
    private final Optional<Pattern> clitics;
    private final Pattern ownLetters;
    private final Pattern script;
    private final Readability readability;
    private final List<Inflection> inflections;
    private final Optional<Compounds> compounds;
    private final Set<String> stopWords;
    private final Set<String> common;
    private final Set<String> actionVerbs;
    private final Set<String> urgency;
    private final Set<String> negations;
    private final Map<String, Integer> valence;
    private final Map<String, Set<String>> emotions;
    private final Map<String, Set<String>> tones;
    private final Segmenter segmenter;

    private Lexicon(Language language, JsonObject data) {
        this.language = language;
        this.wordsPerSecond = data.number("wordsPerSecond").doubleValue();
        this.spaced = data.optionalBool("spaced").orElse(true);
        this.negationFollows = data.optionalBool("negationFollows").orElse(false);
        this.clitics = data.optionalString("clitics").map(Pattern::compile);
        this.ownLetters = Pattern.compile(data.optionalString("ownLetters").orElse("(?!)"));
        this.script = Pattern.compile(data.optionalString("script").orElse("\\p{IsLatin}"));
        this.readability = Readability.of(data.object("readability"));
        this.inflections = data.array("inflections").stream()
                .map(Json::asObject)
                .map(Inflection::of)
                .toList();
        this.compounds = data.optionalString("compoundPrefixes").map(prefixes -> new Compounds(listed(prefixes)));
        this.stopWords = listed(data.string("stopWords"));
        this.actionVerbs = listed(data.string("actionVerbs"));
        this.urgency = listed(data.string("urgency"));
        this.negations = listed(data.string("negations"));
        this.valence = new HashMap<>();
        listed(data.string("positive")).forEach(word -> valence.put(word, 1));
        listed(data.string("negative")).forEach(word -> valence.put(word, -1));
        this.emotions = groups(data.object("emotions"));
        this.tones = groups(data.object("tones"));
        this.common = Stream.of(stopWords, listed(data.string("common")), actionVerbs, valence.keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        this.segmenter = new Segmenter(known());
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

    /** Returns which of the languages a text is most likely in; {@code otherwise} if it cannot be told. */
    public static Language detect(String text, Language otherwise) {
        return detect(text).orElse(otherwise);
    }

    /** Returns which of the languages a text is in, by script, letters and common words; empty if it cannot be told. */
    public static Optional<Language> detect(String text) {
        return LanguageGuess.of(text, all());
    }

    /** Returns whether a text is in this language, or in one that cannot be told and is at least written in its script. */
    public boolean mayBe(String text) {
        return detect(text).map(language::equals).orElseGet(() -> script.matcher(text)
                .find());
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

    /** Returns whether the language writes spaces between words; if not, two characters count as one word. */
    public boolean isSpaced() {
        return spaced;
    }

    /** Returns sentences as one text. */
    public String joined(List<String> sentences) {
        return String.join(spaced ? " " : "", sentences);
    }

    /** Returns the words of a text in lower case, without accents and without what is only leant on them, as l' or -moi. */
    public List<String> words(String text) {
        List<String> words = spaced ? Words.folded(text) : segmenter.words(text);
        return clitics.map(leant -> words.stream()
                        .map(word -> leant.matcher(word).replaceAll(""))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .orElse(words);
    }

    /** Returns the words of a text that mean something, in lower case, without accents. */
    public List<String> content(String text) {
        return words(text).stream().filter(this::isContent).toList();
    }

    /** Returns the forms that a word takes in this language, folded, the word itself among them. */
    public Set<String> forms(String word) {
        String folded = Words.fold(word);
        Set<String> forms = new HashSet<>(Set.of(folded));
        inflections.stream().flatMap(one -> one.of(folded)).forEach(forms::add);
        return forms;
    }

    /** Returns whether a folded word is one of those forms, or a compound with one, where the language makes compounds. */
    public boolean isFormOf(String word, Set<String> forms) {
        return forms.contains(word)
                || compounds.filter(made -> made.holds(word, forms)).isPresent();
    }

    /** Returns whether somebody is told to do something. */
    public boolean callsToAct(String text) {
        return words(text).stream().anyMatch(actionVerbs::contains);
    }

    /** Returns whether a text says why now. */
    public boolean isUrgent(String text) {
        return words(text).stream().anyMatch(urgency::contains);
    }

    /**
     * Returns how easily a text reads, 0 to 100: Flesch for English, Fernández Huerta for Spanish, Kandel and Moles for
     * French, Amstad for German, Tateishi for Japanese, and for Hindi a formula of Gator's own of the same form.
     */
    public double readability(String text) {
        int sentences = Math.max(1, Words.sentences(text).size());
        return Words.count(text) == 0 ? 0 : Math.max(0, Math.min(100, readability.of(text, sentences)));
    }

    /** Returns how a text feels. */
    public Mood mood(String text) {
        List<String> words = words(text);
        double sum = 0;
        int felt = 0;
        for (int i = 0; i < words.size(); i++) {
            int value = valence.getOrDefault(words.get(i), 0);
            sum += isTurned(words, i) ? -value : value;
            felt += value == 0 ? 0 : 1;
        }
        double sentiment = felt == 0 ? 0 : sum / (felt + 1.0);
        return new Mood(sentiment, shares(words, emotions), shares(words, tones));
    }

    /** Returns whether a word is known to this lexicon in any role. */
    public boolean knows(String word) {
        String folded = Words.fold(word);
        return isCommon(folded) || tones.values().stream().anyMatch(set -> set.contains(folded));
    }

    boolean isCommon(String folded) {
        return common.contains(folded);
    }

    /** Returns how many letters a text has that no other of the languages has. */
    long ownLetters(String text) {
        return ownLetters.matcher(text).results().count();
    }

    private boolean isTurned(List<String> words, int at) {
        int step = negationFollows ? 1 : -1;
        return Stream.of(at + step, at + 2 * step)
                .filter(near -> near >= 0 && near < words.size())
                .anyMatch(near -> negations.contains(words.get(near)));
    }

    /** An unknown run of hiragana is an ending or a particle; one Chinese character can be a whole word, one letter cannot. */
    private boolean isContent(String word) {
        if (stopWords.contains(word)) {
            return false;
        }
        if (!Words.isUnspaced(word)) {
            return word.length() > 1;
        }
        return word.codePoints().anyMatch(one -> Character.UnicodeScript.of(one) != Character.UnicodeScript.HIRAGANA)
                || segmenter.knows(word);
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(common);
        known.addAll(urgency);
        known.addAll(negations);
        emotions.values().forEach(known::addAll);
        tones.values().forEach(known::addAll);
        return known;
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
            groups.put(member.name(), listed(member.value().asString()));
        }
        return groups;
    }

    private static Set<String> listed(String spaced) {
        return new HashSet<>(List.of(Words.fold(spaced).split("\\s+")));
    }

    private static Collection<Lexicon> all() {
        return LOADED.values();
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
