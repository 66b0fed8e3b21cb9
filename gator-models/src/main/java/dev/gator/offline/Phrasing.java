package dev.gator.offline;

import dev.gator.chat.Part;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonExtractor;
import dev.gator.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Composes answers in words from a reading; states no fact that the reading does not hold. */
final class Phrasing {

    static final String WHAT_I_AM =
            "I am Gator's offline writer: no AI model is configured, so I compose my answers from"
                    + " what I am given and know nothing beyond it.";

    private static final Pattern WHO = Pattern.compile(
            "(?i)\\b(who|what) are you\\b|\\bwho am i (talking|speaking) (to|with)\\b|\\byour name\\b|\\bintroduce yourself\\b"
                    + "|\\bare you (an? )?(ai|human|real|robot|bot|person|machine|model)\\b|\\bwhich model\\b");
    private static final Pattern GREETING =
            Pattern.compile("(?i)^\\s*(hi|hello|hey|good (morning|evening|afternoon|day)|greetings)\\b[^?]{0,40}$");

    private final Reading reading;
    private final Dice dice;
    private final Set<String> words;

    Phrasing(Reading reading, Dice dice) {
        this.reading = reading;
        this.dice = dice;
        this.words = KeyWords.of(reading.question());
    }

    /** Returns the answer. */
    String answer() {
        if (!reading.results().isEmpty()) {
            return results();
        }
        if (WHO.matcher(reading.question()).find()) {
            return reading.voice().name().map(name -> "I am " + name + ". ").orElse("") + WHAT_I_AM;
        }
        if (GREETING.matcher(reading.question()).find()) {
            return greeting();
        }
        List<String> found =
                Sentences.of(reading.evidence()).about(words, reading.voice().brief() ? 1 : 3);
        if (!found.isEmpty()) {
            return fromEvidence(found);
        }
        List<String> remembered = Sentences.of(reading.told()).about(words, 1);
        if (!remembered.isEmpty() && refersBack()) {
            return "You told me: \"" + remembered.get(0) + "\"";
        }
        return reading.evidence().isEmpty() ? fromTheQuestion() : nothingFound();
    }

    /** Returns what the request is about, in its own words. */
    String topic() {
        List<String> phrases = KeyWords.phrases(reading.question());
        return phrases.stream()
                .max((a, b) -> Integer.compare(weight(a), weight(b)))
                .orElse("this");
    }

    /** Returns one thought for a list of several. */
    String thought(int index) {
        List<String> found = Sentences.of(reading.evidence()).about(words, 12);
        if (index < found.size()) {
            return found.get(index);
        }
        List<String> phrases = KeyWords.phrases(reading.question());
        String about = phrases.isEmpty() ? "this" : phrases.get(index % phrases.size());
        return ASPECTS.get((index + dice.below(ASPECTS.size(), "aspect")) % ASPECTS.size())
                .formatted(about);
    }

    private static final List<String> ASPECTS = List.of(
            "What %s is for",
            "Where %s begins",
            "What speaks for %s",
            "What speaks against %s",
            "Who is touched by %s",
            "How to tell whether %s works",
            "What %s costs",
            "What comes after %s");

    private String greeting() {
        String hello =
                reading.voice().formal() ? "Good day." : dice.pick("hello", List.of("Hello!", "Hi there!", "Hello."));
        return hello
                + reading.voice().name().map(name -> " " + name + " here.").orElse("")
                + dice.pick("offer", List.of(" What shall we look at?", " What is on your mind?", " How can I help?"));
    }

    private String results() {
        List<String> lines = new ArrayList<>();
        for (Part.ToolResult result : reading.results()) {
            lines.add(
                    result.error()
                            ? "The tool " + result.name() + " failed: " + result.content()
                            : opening(result.name()) + said(result.content()));
        }
        return String.join(" ", lines) + closing();
    }

    private String opening(String tool) {
        return dice.pick("opening" + tool, List.of("According to %s: ", "%s reports: ", "I asked %s: "))
                .formatted(tool.replace('_', ' '));
    }

    private static String said(String content) {
        String text = JsonExtractor.find(content).map(Phrasing::plain).orElse(content.strip());
        return text.matches("(?s).*[.!?]$") ? text : text + ".";
    }

    private static String plain(Json json) {
        if (json instanceof JsonObject object) {
            List<String> members = new ArrayList<>();
            object.forEach(member -> members.add(
                    member.name()
                                    .replaceAll("([a-z])([A-Z])", "$1 $2")
                                    .replace('_', ' ')
                                    .toLowerCase(Locale.ROOT) + " " + plain(member.value())));
            return String.join(", ", members);
        }
        if (json instanceof JsonArray array) {
            return array.stream().map(Phrasing::plain).collect(Collectors.joining("; "));
        }
        String text = json.toString();
        return text.startsWith("\"") ? json.asString() : text;
    }

    private String fromEvidence(List<String> found) {
        String lead = reading.voice().brief()
                ? ""
                : dice.pick(
                        "lead",
                        List.of(
                                "From what I was given: ",
                                "The material says this about it: ",
                                "Here is what stands there: "));
        return lead + String.join(" ", found) + closing();
    }

    private String nothingFound() {
        return "What I was given does not speak about " + topic() + "." + closing();
    }

    private boolean refersBack() {
        return Pattern.compile("(?i)\\b(my|i|me|we|earlier|before|again|remember|said|told)\\b")
                .matcher(reading.question())
                .find();
    }

    private String fromTheQuestion() {
        String question = reading.question().toLowerCase(Locale.ROOT);
        Approach approach = Approach.of(question);
        String first = approach.sentence(topic(), dice);
        boolean enough = reading.voice().brief() || approach == Approach.TELL;
        return (enough ? first : first + " " + second()) + closing();
    }

    private String second() {
        List<String> phrases = KeyWords.phrases(reading.question());
        String other = phrases.stream()
                .filter(phrase -> !phrase.equals(topic()))
                .findFirst()
                .orElse("");
        return other.isEmpty()
                ? dice.pick(
                        "alone",
                        List.of(
                                "Give me a source to quote and I can be more exact.",
                                "With a passage about it I could say more.",
                                "Tell me what you know already and I go on from there."))
                : dice.pick(
                                "both",
                                List.of(
                                        "Keep an eye on %s while you do.",
                                        "The part about %s deserves a line of its own.",
                                        "Begin with %s if time is short."))
                        .formatted(other);
    }

    private String closing() {
        if (reading.voice().brief()) {
            return "";
        }
        if (reading.voice().curious()) {
            return dice.pick("ask", List.of(" What do you make of it?", " What would change your mind?"));
        }
        return reading.voice().playful() && !reading.voice().formal()
                ? dice.pick("play", List.of(" Onwards!", " And that is only the beginning.", " Shall we?"))
                : "";
    }

    private static int weight(String phrase) {
        return Math.min(phrase.length(), 40);
    }
}
