package dev.gator.rag.reel;

import dev.gator.call.CallContext;
import dev.gator.content.Language;
import dev.gator.rag.script.BrandProfile;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.script.Translator;
import dev.gator.rag.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A brief, as far as possible in the language of its script.
 *
 * @param brand who speaks
 * @param request what is wanted
 * @param banned further banned words: the brief's in the script's language
 * @param notes what was translated and what could not be
 */
record LocalBrief(BrandProfile brand, ScriptRequest request, List<String> banned, List<String> notes) {

    private record Field(String name, String text, int most) {}

    /** Returns the brief as it is, saying what is not in the language of the script. */
    static LocalBrief asItIs(BrandProfile brand, ScriptRequest request) {
        Lexicon lexicon = Lexicon.of(request.language());
        String foreign = fields(brand, request).stream()
                .filter(field -> !lexicon.mayBe(field.text))
                .map(Field::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return new LocalBrief(
                brand,
                request,
                List.of(),
                foreign.isEmpty()
                        ? List.of()
                        : List.of("not in " + lexicon.language() + " and given to the writer as it is: " + foreign));
    }

    /** Returns the brief in the language of the script; bans count in both languages. */
    static LocalBrief of(BrandProfile brand, ScriptRequest request, Translator translator, CallContext context) {
        Language language = Lexicon.of(request.language()).language();
        List<Field> fields = fields(brand, request);
        String all = fields.stream().map(Field::text).collect(Collectors.joining(". "));
        if (Lexicon.detect(all, Language.EN).equals(language)) {
            return new LocalBrief(brand, request, List.of(), List.of());
        }
        List<Field> foreign = fields.stream()
                .filter(field ->
                        Lexicon.detect(field.text).filter(language::equals).isEmpty())
                .toList();
        List<String> texts = Stream.concat(foreign.stream().map(Field::text), brand.doNotUse().stream())
                .toList();
        List<String> told = translator.translate(texts, language, List.of(brand.name()), context);
        return told(brand, request, foreign, told, language);
    }

    /** Returns the same brief with another request. */
    LocalBrief asking(ScriptRequest other) {
        return new LocalBrief(brand, other, banned, notes);
    }

    private static LocalBrief told(
            BrandProfile brand, ScriptRequest request, List<Field> foreign, List<String> told, Language language) {
        Map<String, String> words = new HashMap<>();
        Set<String> done = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < foreign.size(); i++) {
            Field field = foreign.get(i);
            if (told.get(i).equals(field.text) || told.get(i).length() > field.most) {
                notes.add("the " + field.name + " \"" + field.text + "\" could not be translated to " + language);
            } else {
                words.put(field.text, told.get(i));
                done.add(field.name);
            }
        }
        if (!done.isEmpty()) {
            notes.add(0, "translated to " + language + ": " + String.join(", ", done));
        }
        return new LocalBrief(
                brand.rephrased(text -> words.getOrDefault(text, text)),
                request.cta(words.getOrDefault(request.cta(), request.cta())),
                List.copyOf(told.subList(foreign.size(), told.size())),
                List.copyOf(notes));
    }

    private static List<Field> fields(BrandProfile brand, ScriptRequest request) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("offer", brand.offer(), 90));
        brand.audience().painPoints().forEach(pain -> fields.add(new Field("pain point", pain, 120)));
        brand.facts().forEach(fact -> fields.add(new Field("fact", fact, 160)));
        if (!request.cta().isBlank()) {
            fields.add(new Field("call to action", request.cta(), 120));
        }
        return fields;
    }
}
