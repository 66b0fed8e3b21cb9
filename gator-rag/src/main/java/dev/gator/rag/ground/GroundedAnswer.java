package dev.gator.rag.ground;

import dev.gator.rag.retrieve.Evidence;
import dev.gator.rag.retrieve.RetrievalTrace;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer with its reasons.
 *
 * @param question what was asked
 * @param grounding how far it rests on evidence; {@link Grounding#UNKNOWN} means that there is no answer
 * @param text the answer without marks, or a sentence that says that the answer is not known
 * @param sentences the answer sentence by sentence, with citations and flags; empty if it is not known
 * @param confidence how far it can be relied on
 * @param contradictions what sources disagree about
 * @param evidence what was looked at, best first
 * @param trace what each stage of the retrieval did
 * @param notes what happened on the way, such as why the answer is not known
 * @param model who wrote it
 * @param usage the tokens consumed
 * @param cost what that costs, if the price is known
 */
public record GroundedAnswer(
        String question,
        Grounding grounding,
        String text,
        List<AnswerSentence> sentences,
        AnswerConfidence confidence,
        List<Contradiction> contradictions,
        List<Evidence> evidence,
        RetrievalTrace trace,
        List<String> notes,
        String model,
        Usage usage,
        Optional<Money> cost) {

    /** Copies the lists. */
    public GroundedAnswer {
        sentences = List.copyOf(sentences);
        contradictions = List.copyOf(contradictions);
        evidence = List.copyOf(evidence);
        notes = List.copyOf(notes);
    }

    /** Returns whether there is an answer. */
    public boolean isKnown() {
        return grounding != Grounding.UNKNOWN;
    }

    /** Returns all citations, in the order of the answer. */
    public List<Citation> citations() {
        return sentences.stream()
                .flatMap(sentence -> sentence.citations().stream())
                .toList();
    }

    /** Returns the sentences that claim something no source says. */
    public List<AnswerSentence> unsupported() {
        return sentences.stream()
                .filter(sentence -> sentence.support() == Support.UNSUPPORTED)
                .toList();
    }

    /** Returns the answer with the numbers of its sources, and {@code [?]} behind what is not supported. */
    public String marked() {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (AnswerSentence sentence : sentences) {
            shown.append(text, at, sentence.end());
            sentence.citations().stream().map(Citation::number).distinct().forEach(number -> shown.append(" [")
                    .append(number)
                    .append("]"));
            shown.append(sentence.support() == Support.UNSUPPORTED ? " [?]" : "");
            at = sentence.end();
        }
        return shown.append(text.substring(at)).toString();
    }

    /** Returns the marked answer and, under it, the numbered quotations. */
    public String cited() {
        List<String> quotations = quotations();
        return quotations.isEmpty() ? marked() : marked() + "\n\n" + String.join("\n", quotations);
    }

    /** Returns the marked answer, the quotations behind it, contradictions and confidence, for people to read. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(cited());
        contradictions.forEach(found -> shown.append("\n")
                .append(Phrasebook.forText(question, text).disagree())
                .append(": ")
                .append(found));
        notes.forEach(note -> shown.append("\n(").append(note).append(")"));
        return shown.append(isKnown() ? "\nconfidence " + confidence : "").toString();
    }

    private List<String> quotations() {
        Map<Integer, Set<String>> quoted = new TreeMap<>();
        Map<Integer, String> places = new HashMap<>();
        for (Citation cited : citations()) {
            quoted.computeIfAbsent(cited.number(), number -> new LinkedHashSet<>())
                    .add("\"" + Plain.line(cited.quote().text()) + "\"");
            places.put(cited.number(), Plain.line(cited.quote().place()));
        }
        return quoted.entrySet().stream()
                .map(entry -> "[" + entry.getKey() + "] " + places.get(entry.getKey()) + ": "
                        + String.join(" ", entry.getValue()))
                .toList();
    }
}
