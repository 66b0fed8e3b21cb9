package dev.gator.offline;

import dev.gator.chat.Part;
import dev.gator.json.Json;
import dev.gator.json.JsonArray;
import dev.gator.json.JsonExtractor;
import dev.gator.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private static final Pattern REFERS_BACK = Pattern.compile(
            "(?i)\\b(?:what|who|where|when|which|how|is|was|do|did)\\b[^.!]*\\b(?:my|did i|am i|do i (?:have|like|live|work)|did we"
                    + "|i (?:say|said|told|mentioned))\\b[^.!]*\\?|\\bremember\\b|\\bas i said\\b");

    private final Reading reading;
    private final Dice dice;
    private final Set<String> words;
    private final Sides sides;

    Phrasing(Reading reading, Dice dice) {
        this.reading = reading;
        this.dice = dice;
        this.words = KeyWords.of(reading.question());
        this.sides = new Sides(reading, dice);
    }

    /** Returns the answer. */
    String answer() {
        if (!reading.results().isEmpty()) {
            return results();
        }
        if (WHO.matcher(reading.opening()).find()) {
            return reading.voice().name().map(name -> "I am " + name + ". ").orElse("") + WHAT_I_AM;
        }
        Optional<String> played = sides.text();
        if (played.isPresent()) {
            return played.get();
        }
        if (GREETING.matcher(reading.opening()).find()) {
            return greeting();
        }
        List<String> found =
                Sentences.of(reading.evidence()).about(words, reading.voice().brief() ? 1 : 3);
        if (!found.isEmpty()) {
            return fromEvidence(found);
        }
        return reading.evidence().isEmpty() || !reading.task().brief().isEmpty() ? unaided() : nothingFound();
    }

    private String unaided() {
        List<String> remembered = Sentences.of(reading.told()).about(words, 1);
        if (!remembered.isEmpty() && REFERS_BACK.matcher(reading.opening()).find()) {
            return "You told me: \"" + remembered.get(0) + "\"";
        }
        Optional<Tongue> tongue = Shelf.tongue(reading.opening());
        if (tongue.isPresent()) {
            return tongue.get()
                    .answer(
                            reading.question(),
                            reading.honestAlready(),
                            reading.voice().brief(),
                            reading.voice().curious(),
                            dice);
        }
        return Arithmetic.answer(reading.opening()).orElseGet(() -> new Advice(reading, dice).text());
    }

    /** Returns what the request is about, in its own words. */
    String topic() {
        return Subject.of(reading.opening());
    }

    Sides sides() {
        return sides;
    }

    /** Returns one thought for a list of several. */
    String thought(int index, boolean sentence) {
        List<String> found = Sentences.of(reading.evidence()).about(words, 12);
        if (index < found.size()) {
            return found.get(index);
        }
        Topic topic = new Advice(reading, dice).topic();
        List<String> said = topic.lines().stream()
                .map(Topic.Line::say)
                .filter(line -> !line.contains("{"))
                .toList();
        List<String> items = sentence && said.size() > 2 ? said : topic.items();
        return index < items.size() ? Slots.capital(items.get(index)) : aspect(index - items.size());
    }

    private String aspect(int index) {
        String aspect = ASPECTS.get((index + dice.below(ASPECTS.size(), "aspect")) % ASPECTS.size())
                .formatted(topic());
        int round = index / ASPECTS.size();
        return round == 0 ? aspect : aspect + ", part " + (round + 1);
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
}
