package dev.gator.rag.reel;

import dev.gator.content.Language;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.Glossary;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A brief in the language of the script, as far as that can be done without a translator; the notes say where it cannot. */
record Brief(
        BrandProfile brand,
        ScriptRequest request,
        String offer,
        List<String> pains,
        List<String> facts,
        List<String> notes) {

    static Brief of(BrandProfile brand, ScriptRequest request) {
        Language language = Language.of(request.language().base());
        List<String> notes = new ArrayList<>();
        String offer = said(brand.offer(), language).orElseGet(() -> {
            notes.add("the offer \"" + brand.offer() + "\" is not in " + language + " and is used as it is");
            return brand.offer();
        });
        List<String> pains = new ArrayList<>();
        for (String pain : brand.audience().painPoints()) {
            said(pain, language)
                    .ifPresentOrElse(
                            pains::add,
                            () -> notes.add("the pain point \"" + pain + "\" is not in " + language
                                    + " and chooses the theme only"));
        }
        Lexicon lexicon = Lexicon.of(language);
        List<String> facts = brand.facts().stream().filter(lexicon::mayBe).toList();
        brand.facts().stream()
                .filter(fact -> !facts.contains(fact))
                .forEach(fact -> notes.add("the fact \"" + fact + "\" is not in " + language + " and is left out"));
        if (!request.cta().isBlank() && !lexicon.mayBe(request.cta())) {
            notes.add("the call to action \"" + request.cta() + "\" is not in " + language + " and is used as it is");
        }
        return new Brief(brand, request, offer, List.copyOf(pains), facts, notes);
    }

    /** Returns the words that name the trouble, in the brief's own language and in the script's. */
    List<String> troubles() {
        List<String> all = new ArrayList<>(brand.audience().painPoints());
        all.addAll(pains);
        return all;
    }

    private static Optional<String> said(String phrase, Language language) {
        Optional<String> known = Glossary.of(language).find(phrase);
        if (known.isPresent()) {
            return known;
        }
        return Lexicon.of(language).mayBe(phrase) ? Optional.of(phrase) : Optional.empty();
    }
}
