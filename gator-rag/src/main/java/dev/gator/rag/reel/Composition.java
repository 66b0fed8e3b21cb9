package dev.gator.rag.reel;

import dev.gator.rag.reel.BodyText.Role;
import dev.gator.rag.script.FoundExample;
import dev.gator.rag.script.HookType;
import dev.gator.rag.script.ReelRules;
import dev.gator.rag.script.ReelScript;
import dev.gator.rag.script.ScriptRequest;
import dev.gator.rag.text.Lexicon;
import dev.gator.rag.text.Words;
import dev.gator.rag.validate.BannedWords;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One script in the making. Empty results mean that these dice give no script. */
final class Composition {

    private static final int USUAL_CALL = 7;
    private static final int SLACK = 1;

    private final Brief brief;
    private final ReelRules rules;
    private final Lexicon lexicon;
    private final Copybook book;
    private final Copybook.Lines theme;
    private final Copybook.Lines sector;
    private final Deck deck;

    Composition(Brief brief, ReelRules rules, long seed) {
        this.brief = brief;
        this.rules = rules;
        this.lexicon = Lexicon.of(brief.request().language());
        this.book = Copybook.of(brief.request().language());
        this.theme = book.theme(brief.troubles());
        this.sector = book.sector(brief.brand());
        this.deck = new Deck(seed, BannedWords.of(rules.banned(), lexicon.language()), slots());
    }

    private List<Deck.Slot> slots() {
        return List.of(
                new Deck.Slot("brand", brief.brand().name()),
                new Deck.Slot("offer", brief.offer()),
                new Deck.Slot("thing", sector.word("thing")),
                new Deck.Slot("things", sector.word("things")),
                new Deck.Slot(
                        "pain", brief.pains().isEmpty() ? "" : brief.pains().get(0)));
    }

    Optional<ReelScript> write(List<FoundExample> examples) {
        Optional<String> hook = hook();
        Optional<String> cta = cta(hook.map(Words::count).orElse(0));
        Optional<String> caption = caption();
        if (hook.isEmpty() || cta.isEmpty() || caption.isEmpty()) {
            return Optional.empty();
        }
        int free = ReelRules.spokenWords(brief.request().seconds(), lexicon)
                - Words.count(hook.get())
                - Words.count(cta.get());
        BodyText body = new BodyText(lexicon, Math.min(rules.bodyWords().max(), free), hook.get());
        fill(body, examples);
        return Optional.of(new ReelScript(hook.get(), body.text(), cta.get(), caption.get(), hashtags()));
    }

    private Optional<String> hook() {
        HookType type = brief.request().hook();
        List<String> all = new ArrayList<>(theme.texts(type.name()));
        all.addAll(sector.texts(type.name()));
        if (all.isEmpty()) {
            all.addAll(sector.texts(HookType.QUESTION.name()));
        }
        List<String> fitting = deck.shuffled(all).stream()
                .filter(text -> rules.hookWords().has(Words.count(text)))
                .toList();
        return fitting.stream()
                .filter(text -> Words.count(text) + USUAL_CALL <= timeBesideTheBody())
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /** Returns how many words may be spoken beside the shortest body there may be. */
    private int timeBesideTheBody() {
        return ReelRules.spokenWords(brief.request().seconds(), lexicon)
                - rules.bodyWords().min();
    }

    /** Adds what a script cannot do without first, then what makes it better, as long as there is time. */
    private void fill(BodyText body, List<FoundExample> examples) {
        List<String> how = new ArrayList<>(deck.shuffled(sector.texts("how")));
        how.addAll(deck.shuffled(sector.more("how")));
        Iterator<List<String>> borrowed =
                Evidence.sentences(examples, brief.brand(), book).iterator();
        List<String> problems = deck.shuffled(theme.texts("problem"));
        List<String> turns = deck.shuffled(theme.texts("turn"));
        body.add(Role.SOLUTION, deck.shuffled(book.texts("solution")), 1);
        body.add(Role.PROBLEM, problems, 1);
        borrow(body, borrowed);
        body.add(
                Role.FEELING,
                deck.shuffled(book.emotion(brief.request().emotion().name())),
                1);
        body.add(Role.FACT, deck.shuffled(brief.facts()), 1);
        borrow(body, borrowed);
        body.add(Role.TURN, turns, 1);
        borrow(body, borrowed);
        body.add(Role.HOW, how, 1);
        body.add(Role.VOICE, deck.shuffled(book.voice(brief.brand())), 1);
        if (theme.isGeneral() && !brief.pains().isEmpty()) {
            body.add(Role.PROBLEM, deck.shuffled(book.texts("pain")), 1);
        }
        body.add(Role.HOW, how, 2);
        body.add(Role.AGAIN, deck.shuffled(book.texts("again")), 1);
        body.add(Role.TURN, turns, 1);
        borrow(body, borrowed);
        body.add(Role.PROBLEM, problems, 1);
        body.add(Role.HOW, how, 4);
        if (body.words() < rules.bodyWords().min()) {
            body.add(Role.HOW, how, how.size());
        }
    }

    /** Lets one more example speak, if one is left. */
    private void borrow(BodyText body, Iterator<List<String>> examples) {
        if (examples.hasNext()) {
            body.add(Role.HOW, deck.shuffled(examples.next()), 1);
        }
    }

    private Optional<String> cta(int hookWords) {
        ScriptRequest request = brief.request();
        if (!request.cta().isBlank()) {
            return Optional.of(request.cta());
        }
        List<String> fitting = book.calls(brief.brand().ctaStyle(), request.goal()).stream()
                .flatMap(calls -> deck.shuffled(calls).stream())
                .filter(text -> rules.ctaWords().has(Words.count(text)))
                .toList();
        return fitting.stream()
                .filter(text -> hookWords + Words.count(text) + SLACK <= timeBesideTheBody())
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private Optional<String> caption() {
        List<String> candidates = new ArrayList<>();
        for (String start : deck.shuffled(sector.texts("caption"))) {
            for (String end : deck.shuffled(book.texts("captionEnd"))) {
                candidates.add(lexicon.joined(List.of(start, end)));
                deck.one(book.texts("captionMore"))
                        .ifPresent(more -> candidates.add(lexicon.joined(List.of(start, end, more))));
            }
        }
        List<String> fitting = candidates.stream()
                .filter(text -> rules.captionCharacters().has(text.length()))
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(deck.roll(fitting.size())));
    }

    private List<String> hashtags() {
        int wanted = Math.min(rules.hashtags().max(), Math.max(rules.hashtags().min(), 6));
        List<String> all = new ArrayList<>();
        all.add(Deck.hashtag(brief.brand().name()));
        all.add("#" + theme.word("tag"));
        all.add(Deck.hashtag(book.withoutArticle(brief.offer())));
        deck.shuffled(sector.texts("tags")).forEach(tag -> all.add("#" + tag));
        return all.stream()
                .filter(tag -> tag.length() > 1 && tag.length() <= 30 && deck.allows(tag))
                .distinct()
                .limit(wanted)
                .toList();
    }
}
