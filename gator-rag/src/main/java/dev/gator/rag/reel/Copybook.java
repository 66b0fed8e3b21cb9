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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences that the offline writer chooses from, for one language. */
final class Copybook {

    private static final String ANY = "*";
    private static final Map<Language, Copybook> READ =
            Lexicon.languages().stream().collect(Collectors.toUnmodifiableMap(one -> one, Copybook::read));

    private final JsonObject data;

    private Copybook(JsonObject data) {
        this.data = data;
    }

    static Copybook of(Language language) {
        Language known = Lexicon.of(language).language();
        return Objects.requireNonNull(READ.get(known), "every language of the lexicons has its sentences");
    }

    private static Copybook read(Language language) {
        return Resource.object(Copybook.class, language.base() + ".json")
                .map(Copybook::new)
                .orElseThrow(() -> new GatorException(RagError.BROKEN_DATA, "no sentences in " + language));
    }

    /** Returns the theme whose key words a brief's troubles name most, or the one for everything else. */
    Lines theme(List<String> troubles) {
        List<String> words = Words.folded(String.join(" ", troubles));
        String best = ANY;
        long most = 0;
        for (JsonObject.Member theme : data.object("themes")) {
            List<String> keys = Words.folded(theme.value().asObject().string("keys"));
            long hits = words.stream().filter(keys::contains).count();
            if (hits > most) {
                most = hits;
                best = theme.name();
            }
        }
        return new Lines(best, data.object("themes").object(best));
    }

    Lines sector(BrandProfile brand) {
        String name = brand.sector().name();
        JsonObject sectors = data.object("sectors");
        String known = sectors.has(name) ? name : ANY;
        return new Lines(known, sectors.object(known));
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

    /** Sentences of a theme or a sector. */
    record Lines(String name, JsonObject data) {

        boolean isGeneral() {
            return name.equals(ANY);
        }

        List<String> texts(String kind) {
            return Resource.texts(data, kind);
        }

        String word(String kind) {
            return data.string(kind);
        }
    }
}
