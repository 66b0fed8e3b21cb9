package dev.gator.rag.reel;

import dev.gator.content.Language;
import dev.gator.error.GatorException;
import dev.gator.json.JsonObject;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.CtaStyle;
import dev.gator.rag.script.Goal;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.RagError;
import dev.gator.rag.text.Resource;
import dev.gator.rag.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences that the offline writer chooses from, for one language. */
final class Copybook {

    private static final String ANY = "*";
    private static final int PLENTY = 6;
    private static final Map<Language, Copybook> READ =
            Lexicon.languages().stream().collect(Collectors.toUnmodifiableMap(one -> one, Copybook::read));

    private final Lexicon lexicon;
    private final JsonObject data;
    private final Pattern article;
    private final Set<String> bound;
    private final Set<String> neverFirst;
    private final Map<String, Set<String>> keys = new HashMap<>();

    private Copybook(Lexicon lexicon, JsonObject data) {
        this.lexicon = lexicon;
        this.data = data;
        this.article = Pattern.compile("^(?:" + data.string("articles") + ")", Pattern.CASE_INSENSITIVE);
        this.bound = Set.copyOf(lexicon.words(data.string("bound")));
        this.neverFirst = Set.copyOf(lexicon.words(data.string("neverFirst")));
        for (JsonObject.Member theme : data.object("themes")) {
            String listed = theme.value().asObject().string("keys");
            Set<String> words = new HashSet<>(Words.folded(listed));
            words.addAll(lexicon.words(listed));
            keys.put(theme.name(), words);
        }
    }

    static Copybook of(Language language) {
        Language known = Lexicon.of(language).language();
        return Objects.requireNonNull(READ.get(known), "every language of the lexicons has its sentences");
    }

    private static Copybook read(Language language) {
        return Resource.object(Copybook.class, language.base() + ".json")
                .map(data -> new Copybook(Lexicon.of(language), data))
                .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "no sentences in " + language));
    }

    /** Returns how good copy is written in this language, in the language itself, for models. */
    String style() {
        return data.string("style");
    }

    Language language() {
        return lexicon.language();
    }

    /** Returns whether nouns begin with a capital, so that a capital is no sign of a name. */
    boolean capitalisesNouns() {
        return data.optionalBool("capitalNouns").orElse(false);
    }

    /** Returns whether a sentence makes sense without the one before it and outside somebody's own story. */
    boolean standsAlone(String sentence) {
        List<String> words = lexicon.words(sentence);
        String first = words.isEmpty() ? "" : words.get(0);
        return words.stream().noneMatch(bound::contains) && !neverFirst.contains(first);
    }

    String withoutArticle(String phrase) {
        return article.matcher(phrase).replaceFirst("");
    }

    /** Returns the theme whose key words a brief's troubles name most, or the one for everything else. */
    Lines theme(List<String> troubles) {
        Set<String> words = new HashSet<>(Words.folded(String.join(" ", troubles)));
        words.addAll(lexicon.words(String.join(" ", troubles)));
        String best = ANY;
        long most = 0;
        for (JsonObject.Member theme : data.object("themes")) {
            long hits = words.stream().filter(word -> names(theme.name(), word)).count();
            if (hits > most) {
                most = hits;
                best = theme.name();
            }
        }
        return new Lines(best, data.object("themes").object(best), JsonObject.empty());
    }

    /** Returns whether a word names a theme, in this language or, because many briefs are in it, in English. */
    private boolean names(String theme, String word) {
        return Stream.of(this, of(Language.EN))
                .anyMatch(book -> book.keys.getOrDefault(theme, Set.of()).contains(word));
    }

    /** Returns the sentences of a sector; what it lacks comes from those for every sector. */
    Lines sector(BrandProfile brand) {
        String name = brand.sector().name();
        JsonObject sectors = data.object("sectors");
        JsonObject general = sectors.object(ANY);
        return sectors.has(name)
                ? new Lines(name, sectors.object(name), general)
                : new Lines(ANY, general, JsonObject.empty());
    }

    List<String> texts(String name) {
        return Resource.texts(data, name);
    }

    List<String> voice(BrandProfile brand) {
        return brand.voice().stream()
                .flatMap(voice -> Resource.texts(data.object("voice"), voice.name()).stream())
                .toList();
    }

    List<String> emotion(String name) {
        return Resource.texts(data.object("emotion"), name);
    }

    /** Returns the calls to action of a style and goal, then those of the other styles, should none of the first fit. */
    List<List<String>> calls(CtaStyle style, Goal goal) {
        return Stream.concat(Stream.of(style), Stream.of(CtaStyle.values()))
                .map(one -> Resource.texts(
                        data.object("cta").object(one.name().toLowerCase(Locale.ROOT)),
                        goal.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Sentences of a theme or a sector, and those that stand in for what it lacks. */
    record Lines(String name, JsonObject own, JsonObject general) {

        boolean isGeneral() {
            return name.equals(ANY);
        }

        List<String> texts(String kind) {
            return Resource.texts(own.has(kind) ? own : general, kind);
        }

        /** Returns what is said to everybody beside the own sentences of a kind; nothing if there are plenty of those. */
        List<String> more(String kind) {
            return Resource.texts(own, kind).size() < PLENTY ? Resource.texts(general, kind) : List.of();
        }

        String word(String kind) {
            return (own.has(kind) ? own : general).string(kind);
        }
    }
}
