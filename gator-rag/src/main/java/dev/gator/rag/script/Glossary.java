package dev.gator.rag.script;

import dev.gator.content.Language;
import dev.gator.json.JsonObject;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Resource;
import dev.gator.rag.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Usual phrases of briefs in other languages, for writers that cannot translate. Immutable. */
public final class Glossary {

    private static final Map<String, Glossary> READ = Lexicon.languages().stream()
            .map(Language::base)
            .collect(Collectors.toUnmodifiableMap(base -> base, Glossary::read));

    private final Map<String, String> phrases = new HashMap<>();

    private Glossary(JsonObject data) {
        for (JsonObject.Member member : data) {
            phrases.put(Words.fold(member.name()), member.value().asString());
        }
    }

    /** Returns the phrases in a language; none if Gator has none. */
    public static Glossary of(Language language) {
        return READ.getOrDefault(language.base(), new Glossary(JsonObject.empty()));
    }

    private static Glossary read(String base) {
        return new Glossary(
                Resource.object(Glossary.class, "glossary-" + base + ".json").orElse(JsonObject.empty()));
    }

    /** Returns what an English phrase is in this language, if it is known. */
    public Optional<String> find(String phrase) {
        return Optional.ofNullable(phrases.get(Words.fold(phrase.strip())));
    }
}
