package dev.gator.offline;

import dev.gator.offline.Voice.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers a plain question with what is true in general, in the tone that is asked for. */
final class Advice {

    private static final List<String> UNKNOWABLE = List.of("why", "howworks", "whatis", "yesno");
    private static final List<String> OWN = List.of("sides", "opinion");
    private static final List<String> TALK =
            List.of("thanks", "bye", "howareyou", "help", "joke", "poem", "story", "rewrite");

    private final Reading reading;
    private final Dice dice;
    private final Slots slots;
    private final Topic topic;

    Advice(Reading reading, Dice dice) {
        this.reading = reading;
        this.dice = dice;
        this.slots = Slots.of(reading.opening());
        this.topic = topic();
    }

    /** Returns the field that the question is about, or its kind. */
    Topic topic() {
        String question = reading.opening();
        Topic kind = Shelf.kind(question);
        if (TALK.contains(kind.id())) {
            return kind;
        }
        Optional<Topic> fact = Shelf.fact(question);
        if (fact.isPresent()) {
            return fact.get();
        }
        Optional<Topic> field = Shelf.field(Subject.about(question)).or(() -> Shelf.field(question));
        if (slots.isChoice()) {
            return Shelf.kindCalled("choice");
        }
        boolean asksForFacts = UNKNOWABLE.contains(kind.id()) || OWN.contains(kind.id());
        return field.filter(found -> !asksForFacts).or(this::earlier).orElse(kind);
    }

    /** Returns two to four sentences, fewer for who is brief, more for who is thorough. */
    String text() {
        boolean fact = topic.leads().get(0).contains("offline writer");
        List<String> said = new ArrayList<>();
        if (!fact || !reading.honestAlready()) {
            said.addAll(lead());
        }
        said.addAll(lines(howMany(said.isEmpty())));
        if (UNKNOWABLE.contains(topic.id()) && !reading.honestAlready()) {
            said.addAll(picked("honest", Shelf.tone("honest")));
        }
        if (!opener().isEmpty() && !fact && !TALK.contains(topic.id())) {
            said.add(0, opener());
        }
        closing().ifPresent(said::add);
        return typed(String.join(" ", said));
    }

    private List<String> lead() {
        Topic kind = Shelf.kind(reading.opening());
        boolean decides =
                kind.id().equals("should") && !slots.fillAll(kind.leads()).isEmpty();
        if (kind.id().equals("ideas") && !topic.items().isEmpty()) {
            return List.of("To start with: " + String.join("; ", some(topic.items())) + ".");
        }
        if (decides && !slots.isChoice()) {
            return picked("lead", kind.leads());
        }
        List<String> leads = slots.fillAll(topic.leads());
        return leads.isEmpty()
                ? picked("lead", slots.fillAll(Shelf.kindCalled("said").leads()))
                : picked("lead", leads);
    }

    private List<String> some(List<String> items) {
        int most = new Lookup(reading.opening())
                .numberNear(KeyWords.of(reading.opening()))
                .filter(number -> number.matches("[1-9]"))
                .map(Integer::parseInt)
                .orElse(3);
        return items.subList(0, Math.min(items.size(), most));
    }

    private int howMany(boolean noLead) {
        if (reading.voice().brief()) {
            return noLead ? 1 : 0;
        }
        return reading.voice().is(Trait.DETAILED) ? 4 : TALK.contains(topic.id()) ? 1 : 2;
    }

    /** Returns lines that fit; one that a theme of the persona chooses comes first, the others by chance. */
    private List<String> lines(int most) {
        List<Topic.Line> sorted = topic.linesFor(reading.voice().themes(), KeyWords.of(reading.opening()));
        List<String> usable = sorted.stream()
                .filter(line -> line.speaksTo(reading))
                .flatMap(line -> slots.fill(line.say()).stream())
                .toList();
        long chosen = sorted.stream()
                .filter(line -> !line.themes().isEmpty() && line.speaksTo(reading))
                .count();
        List<String> kept = new ArrayList<>(usable.subList(0, (int) Math.min(most, chosen)));
        List<String> rest = usable.subList((int) Math.min(chosen, usable.size()), usable.size());
        int start = rest.isEmpty() ? 0 : dice.below(rest.size(), "line");
        for (int i = 0; i < rest.size() && kept.size() < most; i++) {
            kept.add(rest.get((start + i) % rest.size()));
        }
        return kept;
    }

    private String opener() {
        Voice voice = reading.voice();
        if (voice.brief() || voice.is(Trait.DIRECT)) {
            return "";
        }
        if (voice.phrase().isPresent() && dice.below(2, "phrase") == 0) {
            return ended(voice.phrase().get());
        }
        String tone = voice.formal()
                ? "formal"
                : voice.is(Trait.BUDDY) ? "buddy" : voice.playful() ? "playful" : voice.is(Trait.KIND) ? "kind" : "";
        return tone.isEmpty() ? "" : dice.pick(tone, Shelf.tone(tone));
    }

    private Optional<String> closing() {
        Voice voice = reading.voice();
        if (voice.brief()) {
            return Optional.empty();
        }
        List<String> asks = slots.fillAll(topic.asks());
        if (voice.curious() && !asks.isEmpty()) {
            return Optional.of(dice.pick("ask", asks));
        }
        if (TALK.contains(topic.id())) {
            return Optional.empty();
        }
        if (voice.playful() && !voice.formal()) {
            return Optional.of(dice.pick("spark", Shelf.tone("spark")));
        }
        return voice.is(Trait.KIND) ? Optional.of(dice.pick("cheer", Shelf.tone("cheer"))) : Optional.empty();
    }

    /** Returns the field that was talked about before, if the question goes on from there. */
    private Optional<Topic> earlier() {
        boolean goesOn = reading.opening().length() < 60
                && reading.opening()
                        .matches(
                                "(?is)^(?:and|what about|how about|but|so|then|ok|okay|also|anything|more|what else|go on)\\b.*");
        return goesOn && !reading.told().isEmpty()
                ? Shelf.field(reading.told().get(reading.told().size() - 1))
                : Optional.empty();
    }

    private List<String> picked(String purpose, List<String> sentences) {
        return slots.fillAll(sentences).isEmpty() ? List.of() : List.of(dice.pick(purpose, slots.fillAll(sentences)));
    }

    private String typed(String text) {
        String written = reading.voice().is(Trait.LOWERCASE) ? text.toLowerCase(Locale.ROOT) : text;
        return reading.voice().is(Trait.EMOJI)
                ? written + " " + dice.pick("emoji", List.of("🙂", "✨", "👌", "🌿"))
                : written;
    }

    private static String ended(String phrase) {
        return phrase.matches("(?s).*[.!?…]$") ? phrase : phrase + ".";
    }
}
