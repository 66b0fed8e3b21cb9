package dev.gator.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses the words for a text field by its name: a value from the request, a short phrase, or a paragraph. */
final class Wording {

    private static final String[] LONG = {
        "answer", "text", "content", "body", "message", "summary", "description", "reply", "response", "explanation",
        "story", "paragraph", "speech", "script", "note", "comment", "overview", "introduction", "intro", "conclusion",
        "letter", "article", "essay", "advice", "output", "result", "thought", "bio"
    };
    private static final String[] WHY = {
        "reason", "rationale", "justification", "feedback", "critique", "reasoning", "verdict", "assessment"
    };

    private static final Pattern ORDERED = Pattern.compile(
            "(?is)^[^:\\n]*\\b(?:classify|summari[sz]e|extract|analy[sz]e|rate|review|describe|read)\\b[^:\\n]*:\\s*(.{20,})");

    private final Reading reading;
    private final Phrasing phrasing;
    private final Lookup question;
    private final Lookup everything;

    Wording(Reading reading, Phrasing phrasing) {
        this.reading = reading;
        this.phrasing = phrasing;
        this.question = new Lookup(reading.opening());
        this.everything = new Lookup(reading.everything());
    }

    String content(Field field) {
        if (field.isNamed("citation", "cite", "sourceid", "source_id", "evidenceid", "evidence_id", "passage")) {
            List<String> marks = everything.marks();
            return marks.isEmpty() ? "none" : marks.get(field.index() % marks.size());
        }
        if (field.lists() > 0) {
            List<String> listed = question.listFor(field.spoken());
            if (field.index() < listed.size() && isListOfNames(field)) {
                return listed.get(field.index());
            }
        }
        Optional<String> labelled = question.labelled(field.name());
        if (labelled.isPresent() && !field.name().isEmpty() && field.lists() == 0) {
            return labelled.get();
        }
        return judged(field)
                .or(() -> contact(field))
                .or(() -> placeOrPerson(field))
                .orElseGet(() -> phrase(field));
    }

    /** Returns whether a list of that name holds short names rather than sentences. */
    static boolean isListOfNames(Field field) {
        return !field.hasWord(
                        "step",
                        "task",
                        "reason",
                        "argument",
                        "question",
                        "idea",
                        "beat",
                        "scene",
                        "thought",
                        "problem",
                        "fault")
                && !field.hasWord(LONG);
    }

    private Optional<String> judged(Field field) {
        Sides sides = phrasing.sides();
        boolean judging = reading.task().role() == Task.Role.JUDGE
                || !reading.task().materials().isEmpty();
        if (field.hasWord("winner", "best", "better", "preferred")) {
            return sides.best();
        }
        if (field.hasWord("problem", "fault", "violation") && !sides.unmet().isEmpty()) {
            return Optional.of("nothing is said about "
                    + sides.unmet().get(field.index() % sides.unmet().size()));
        }
        int candidate = field.lists() > 1 ? field.outer() : field.index();
        if (field.hasWord("advice", "improvement", "suggestion") && judging) {
            return Optional.of(sides.appraisal(candidate).advice());
        }
        return field.hasWord(WHY) && (judging || field.hasWord("verdict"))
                ? Optional.of(sides.appraisal(candidate).reason())
                : Optional.empty();
    }

    private Optional<String> contact(Field field) {
        if (field.hasWord("email", "mail")) {
            return everything.first("[\\w.+-]+@[\\w-]+\\.[\\w.]*\\w");
        }
        if (field.hasWord("url", "link", "website", "homepage", "uri")) {
            return everything.first("https?://[^\\s\"'<>,;]*[^\\s\"'<>,;.)]");
        }
        if (field.hasWord("phone", "telephone", "mobile")) {
            return everything.first("\\+?\\d[\\d ()/-]{5,}\\d");
        }
        if (field.hasWord("date", "day", "when", "month", "deadline", "due")) {
            return Dates.spoken(reading.opening());
        }
        return field.hasWord("time", "hour")
                ? everything.first("\\b\\d{1,2}(?::\\d{2})?\\s?(?:[ap]m)\\b|\\b\\d{1,2}:\\d{2}\\b")
                : Optional.empty();
    }

    private Optional<String> placeOrPerson(Field field) {
        if (field.hasWord("origin", "from", "departure", "start") && field.lists() == 0) {
            return question.nameAfter("from").or(question::quoted);
        }
        if (field.hasWord("destination", "to", "arrival")) {
            return question.nameAfter("to")
                    .or(() -> question.nameAfter("for|in|at"))
                    .or(() -> place(field));
        }
        if (field.hasWord("city", "place", "location", "country", "town", "venue", "where", "region")) {
            return place(field);
        }
        if (field.hasWord(
                "name",
                "person",
                "who",
                "author",
                "speaker",
                "customer",
                "guest",
                "user",
                "recipient",
                "sender",
                "contact",
                "attendee",
                "assignee",
                "owner")) {
            List<String> people = question.people();
            List<String> names = people.isEmpty() ? question.names() : people;
            return names.isEmpty()
                    ? question.quoted()
                            .or(() -> field.spoken().equals("name")
                                    ? reading.voice().name()
                                    : Optional.empty())
                    : Optional.of(names.get(field.index() % names.size()));
        }
        return Optional.empty();
    }

    private Optional<String> place(Field field) {
        List<String> places = question.places();
        List<String> names = places.isEmpty() ? question.names() : places;
        return names.isEmpty() ? question.quoted() : Optional.of(names.get(field.index() % names.size()));
    }

    private String phrase(Field field) {
        String topic = phrasing.topic();
        String bare = topic.replaceFirst("^(?:a|an|the|your|this|that) ", "");
        if (field.spoken().equals("id") || field.spoken().equals("depends on")) {
            return "step-" + (field.spoken().equals("id") ? field.index() + 1 : Math.max(1, field.outer()));
        }
        if (field.hasWord("title", "headline", "heading", "name", "label")) {
            return question.quoted().orElse(Slots.capital(bare))
                    + (field.lists() > 0 && field.index() > 0 ? " " + (field.index() + 1) : "");
        }
        if (field.hasWord("hashtag", "tag", "keyword", "topic", "theme", "category")) {
            String word = keyword(field);
            return field.hasWord("hashtag") ? "#" + joined(word) : word;
        }
        if (field.hasWord("hook")) {
            return "What would change if you took " + bare + " seriously for one week?";
        }
        if (field.hasWord("caption")) {
            return Slots.capital(bare) + ": one small step at a time.";
        }
        if (field.hasWord("task")) {
            return Slots.capital(project().get(field.index() % project().size()));
        }
        if (field.hasWord("cta") || field.isNamed("calltoaction", "call_to_action")) {
            return "Save this and try one step today.";
        }
        if (field.hasWord("quote", "expression", "input", "code", "query")) {
            return question.quoted().orElseGet(reading::question);
        }
        if (field.hasWord("question")) {
            return questions(topic).get(field.index() % 4);
        }
        if (field.lists() > 0) {
            return phrasing.thought(field.index(), !isListOfNames(field));
        }
        if (field.hasWord("summary", "description") && !material().isEmpty()) {
            return material();
        }
        return field.name().isEmpty() || field.hasWord(LONG) || field.hasWord(WHY) ? phrasing.answer() : topic;
    }

    private String keyword(Field field) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : KeyWords.phrases(reading.opening().replaceFirst("(?is)^.*?\\b(?:about|regarding) ", ""))) {
            String trimmed = Subject.of(phrase);
            if (trimmed.length() > 2 && !trimmed.equals("this")) {
                phrases.add(trimmed.toLowerCase(Locale.ROOT));
            }
        }
        if (field.index() < phrases.size()) {
            return phrases.get(field.index());
        }
        return phrases.isEmpty()
                ? phrasing.topic()
                : phrases.get(0) + " "
                        + List.of("tips", "ideas", "today", "basics").get(field.index() % 4);
    }

    private static List<String> project() {
        return Shelf.field("project").map(Topic::items).orElse(List.of("take the next step"));
    }

    /** Returns the first sentence of a text that follows an order and a colon. */
    private String material() {
        Matcher matcher = ORDERED.matcher(reading.opening());
        List<String> sentences =
                matcher.find() ? Sentences.of(List.of(matcher.group(1))).all() : List.of();
        return sentences.isEmpty() ? "" : sentences.get(0);
    }

    private static String joined(String words) {
        return Arrays.stream(words.split("[^\\p{L}\\p{N}]+", -1))
                .map(Slots::capital)
                .collect(Collectors.joining());
    }

    private static List<String> questions(String topic) {
        return List.of(
                "What is to be reached with " + topic + "?",
                "What is known about " + topic + ", and from where?",
                "What speaks against it, and how much does that weigh?",
                "What would be the first step, and how does one see that it worked?");
    }
}
