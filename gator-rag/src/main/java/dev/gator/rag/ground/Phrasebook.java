package dev.gator.rag.ground;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.json.JsonObject;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import dev.gator.rag.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The small words of a language that decide what a sentence claims. Immutable. */
final class Phrasebook {

    private static final List<Language> OTHERS =
            List.of(Language.ES, Language.FR, Language.DE, Language.HI, Language.JA);
    private static final Phrasebook ENGLISH = load(Language.EN);
    private static final Map<String, Phrasebook> LOADED = loadAll();

    private final Language language;
    private final String unknown;
    private final String disagree;
    private final List<String> amount;
    private final List<String> time;
    private final List<String> person;
    private final Set<String> negators;
    private final Set<String> anaphora;
    private final Set<String> speakers;
    private final Set<String> openers;
    private final Set<String> sources;
    private final Map<String, String> numbers;
    private final Map<String, Set<String>> opposites;

    private Phrasebook(Language language, JsonObject data) {
        this.language = language;
        this.unknown = data.string("unknown");
        this.disagree = data.string("disagree");
        this.amount = folded(Resource.texts(data, "amount"));
        this.time = folded(Resource.texts(data, "time"));
        this.person = folded(Resource.texts(data, "person"));
        this.negators = words(data.string("negators"));
        this.anaphora = words(data.string("anaphora"));
        this.speakers = words(data.string("speakers"));
        this.openers = words(data.string("openers"));
        this.sources = words(data.string("sources"));
        this.numbers = new HashMap<>();
        JsonObject spelled = data.object("numbers");
        spelled.forEach(member -> numbers.put(
                Words.fold(member.name()),
                String.valueOf(spelled.number(member.name()).intValue())));
        this.opposites = opposites(Resource.texts(data, "opposites"), language);
    }

    /** Returns the words of the language of a text, or of another text where that cannot be told; else English. */
    static Phrasebook forText(String text, String otherwise) {
        Language language = Lexicon.detect(text, Lexicon.detect(otherwise, Language.EN));
        return Lexicon.languages().contains(language) ? of(language) : ENGLISH;
    }

    static Phrasebook of(Language language) {
        return Optional.ofNullable(LOADED.get(language.base())).orElse(ENGLISH);
    }

    Language language() {
        return language;
    }

    String unknown() {
        return unknown;
    }

    String disagree() {
        return disagree;
    }

    boolean asksForAmount(String question) {
        return holds(question, amount);
    }

    boolean asksForTime(String question) {
        return holds(question, time);
    }

    boolean asksForPerson(String question) {
        return holds(question, person);
    }

    /** Returns a question without the words that only ask, such as "how long". */
    String withoutAsking(String question) {
        String rest = Words.fold(question);
        for (List<String> phrases : List.of(amount, time, person)) {
            for (String phrase : phrases) {
                rest = rest.replaceAll("(?<!\\p{L})" + Pattern.quote(phrase) + "(?!\\p{L})", " ");
            }
        }
        return rest;
    }

    boolean negates(String folded) {
        return negators.contains(folded);
    }

    /** Returns whether a word points back to an earlier sentence. */
    boolean pointsBack(String folded) {
        return anaphora.contains(folded);
    }

    /** Returns whether a word stands for somebody or something instead of naming it, such as "you" or "it". */
    boolean standsFor(String folded) {
        return speakers.contains(folded) || anaphora.contains(folded);
    }

    /** Returns whether a word only leads over to what is claimed, such as "according". */
    boolean opens(String folded) {
        return openers.contains(folded);
    }

    boolean namesSources(List<String> folded) {
        return folded.stream().anyMatch(sources::contains);
    }

    /** Returns the number that a word means, or the word itself. */
    String number(String folded) {
        return numbers.getOrDefault(folded, folded);
    }

    boolean isNumber(String folded) {
        return numbers.containsKey(folded);
    }

    /** Returns the stems of what means the opposite of a stem. */
    Set<String> opposites(String stem) {
        return opposites.getOrDefault(stem, Set.of());
    }

    private boolean holds(String question, List<String> phrases) {
        boolean spaced = !language.base().equals("ja");
        String words = spaced ? " " + String.join(" ", Words.folded(question)) + " " : Words.fold(question);
        return phrases.stream().anyMatch(phrase -> words.contains(spaced ? " " + phrase + " " : phrase));
    }

    private static List<String> folded(List<String> texts) {
        return texts.stream().map(Words::fold).toList();
    }

    private static Set<String> words(String spaced) {
        return new HashSet<>(List.of(Words.fold(spaced).split("\\s+")));
    }

    private static Map<String, Set<String>> opposites(List<String> pairs, Language language) {
        Map<String, Set<String>> both = new HashMap<>();
        for (String pair : pairs) {
            String[] two = pair.split(" ", 2);
            String left = Stems.of(two[0], language);
            String right = Stems.of(two[1], language);
            both.computeIfAbsent(left, none -> new HashSet<>()).add(right);
            both.computeIfAbsent(right, none -> new HashSet<>()).add(left);
        }
        return both;
    }

    private static Map<String, Phrasebook> loadAll() {
        Map<String, Phrasebook> all = new HashMap<>(Map.of("en", ENGLISH));
        for (Language language : OTHERS) {
            all.put(language.base(), load(language));
        }
        return Map.copyOf(all);
    }

    private static Phrasebook load(Language language) {
        String name = language.base() + ".json";
        return Resource.object(Phrasebook.class, name)
                .map(data -> new Phrasebook(language, data))
                .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "there is no " + name));
    }
}
