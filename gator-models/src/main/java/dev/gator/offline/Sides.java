package dev.gator.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Plays the parts that debates, judgements and other strategies hand out. */
final class Sides {

    private static final int LONGEST_QUOTE = 90;

    private final Reading reading;
    private final Dice dice;
    private final Slots slots;

    Sides(Reading reading, Dice dice) {
        this.reading = reading;
        this.dice = dice;
        this.slots = Slots.of(motion(reading));
    }

    /** Returns what the role has to say, or empty if there is no role to play. */
    Optional<String> text() {
        return switch (reading.task().role()) {
            case PRO -> Optional.of(speech("pro", "con"));
            case CON -> Optional.of(speech("con", "pro"));
            case FRAME -> Optional.of(joined(Shelf.spoken("frame")));
            case THINK -> Optional.of(joined(Shelf.spoken("think")));
            case REVISE -> revised();
            case JUDGE -> verdict();
            case ANSWER -> Optional.empty();
        };
    }

    /** Returns the grade of one of several candidates, or of what there is to judge. */
    Appraisal appraisal(int index) {
        List<Task.Labelled> materials = judged();
        String text = index < materials.size()
                ? materials.get(index).text()
                : reading.evidence().isEmpty() ? reading.question() : String.join(" ", reading.evidence());
        return Appraisal.of(text, reading.question(), dice);
    }

    /** Returns the label of the best candidate. */
    Optional<String> best() {
        List<Task.Labelled> materials = judged();
        return IntStream.range(0, materials.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> appraisal(i).share()))
                .map(i -> materials.get(i).label());
    }

    /** Returns the principles of a critic's instruction whose words the draft lacks, at most two. */
    List<String> unmet() {
        List<String> draft =
                reading.task().materials().stream().map(Task.Labelled::text).toList();
        Set<String> words = KeyWords.of(String.join(" ", draft));
        return principles().stream()
                .filter(principle -> KeyWords.shared(KeyWords.of(principle), words) == 0)
                .limit(2)
                .toList();
    }

    List<String> principles() {
        return reading.task()
                .brief()
                .lines()
                .filter(line -> line.matches("\\s*(?:-|\\d+\\.)\\s.*"))
                .map(line -> line.strip().replaceFirst("^(?:-|\\d+\\.)\\s+", ""))
                .toList();
    }

    private List<Task.Labelled> judged() {
        return reading.task().materials().stream()
                .filter(one -> !one.noun().equals("framing"))
                .toList();
    }

    private String speech(String side, String opposite) {
        List<String> said = new ArrayList<>();
        said.add(dice.pick("lead", slots.fillAll(Shelf.argued(side, "leads"))));
        rebuttal(opposite).ifPresent(said::add);
        List<String> lines = slots.fillAll(Shelf.argued(side, "lines"));
        int start = dice.below(lines.size(), "line");
        for (int i = 0; i < (reading.voice().brief() ? 1 : 2); i++) {
            said.add(lines.get((start + i) % lines.size()));
        }
        return String.join(" ", said);
    }

    private Optional<String> rebuttal(String opposite) {
        List<Task.Labelled> heard = reading.task().materials().stream()
                .filter(one -> one.label().toLowerCase(Locale.ROOT).endsWith(opposite))
                .toList();
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences =
                Sentences.of(List.of(heard.get(heard.size() - 1).text())).all();
        Optional<String> point = sentences.stream()
                .filter(sentence -> sentence.indexOf('"') < 0 && sentence.length() > 20)
                .findFirst();
        String said = point.orElse(sentences.isEmpty() ? "" : sentences.get(0));
        String quote = said.length() <= LONGEST_QUOTE
                ? said.replaceFirst("[.!?]$", "")
                : said.substring(0, Math.max(30, said.lastIndexOf(' ', LONGEST_QUOTE))) + "...";
        return Optional.of(dice.pick("rebut", Shelf.spoken("rebut"))
                .replace("{said}", quote.replace('"', '\''))
                .replace("{shared}", slots.subject()));
    }

    private Optional<String> revised() {
        List<Task.Labelled> drafts = reading.task().called("your draft");
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(drafts.get(0).text().strip());
        reading.task().called("what is wrong").stream()
                .flatMap(wrong -> wrong.text().lines())
                .map(line -> line.replaceFirst("^.*nothing is said (?:on|about) ", "")
                        .replaceFirst("^principle \\d+: ", ""))
                .forEach(point -> text.append(" As to \"")
                        .append(point.replaceFirst("[.]$", "").replace("\"", ""))
                        .append("\": hold it against one concrete case before you rely on it."));
        return Optional.of(text.toString());
    }

    private Optional<String> verdict() {
        if (judged().isEmpty()) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        best().filter(label -> judged().size() > 1).ifPresent(label -> said.add("The better one is " + label + "."));
        for (int i = 0; i < judged().size(); i++) {
            said.add(
                    Slots.capital(judged().get(i).label()) + ": " + appraisal(i).reason());
        }
        return Optional.of(String.join(" ", said));
    }

    private String joined(List<String> sentences) {
        return String.join(" ", slots.fillAll(sentences));
    }

    private static String motion(Reading reading) {
        return reading.opening()
                .replaceFirst(
                        "(?i)^(?:please )?argue (?:for|against|in favou?r of|the (?:pro|con) side of)(?: the motion)?:? ?",
                        "")
                .replaceFirst("(?i)^(?:debate|motion|topic)\\s*:\\s*", "");
    }

    /** Returns for each of several texts the number of its group; texts with mostly the same words are in one. */
    static int group(List<Task.Labelled> texts, int index) {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i <= index && i < texts.size(); i++) {
            groups.add(i + 1);
            for (int j = 0; j < i; j++) {
                if (alike(texts.get(i).text(), texts.get(j).text())) {
                    groups.set(i, groups.get(j));
                    break;
                }
            }
        }
        return groups.isEmpty()
                ? 1
                : new ArrayList<>(new LinkedHashSet<>(groups)).indexOf(groups.get(groups.size() - 1)) + 1;
    }

    private static boolean alike(String one, String other) {
        Set<String> all = new HashSet<>(KeyWords.of(one));
        int shared = KeyWords.shared(all, KeyWords.of(other));
        all.addAll(KeyWords.of(other));
        return all.isEmpty() || shared * 2 >= all.size();
    }
}
