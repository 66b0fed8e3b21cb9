package dev.gator.rag.ground;

import dev.gator.rag.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the instructions of an application out of answers, and words that are meant for a model out of quotations. Documents
 * may ask a model to repeat what it was told; some models do.
 */
final class Discretion {

    private static final int RUN = 6;
    private static final int SECRET_LENGTH = 8;
    private static final Pattern SECRET = Pattern.compile(
            "(?=[\\p{L}\\p{N}_-]*\\p{L})(?=[\\p{L}\\p{N}_-]*[\\p{N}_-])[\\p{L}\\p{N}_-]{" + SECRET_LENGTH + ",}");
    private static final Pattern FOR_A_MODEL = Pattern.compile(
            "(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instructions?|prompts?|previous|prior|above|earlier)\\b"
                    + "|system prompt|developer message|you are now an?\\b|call the tool|new instructions"
                    + "|tool_call|<!--|-->|\\{\\s*\"|<\\s*/?\\s*(?:system|untrusted|assistant|tool)|\\[/?INST]|<\\|",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private final Set<String> secrets;
    private final Set<String> runs;

    private Discretion(Set<String> secrets, Set<String> runs) {
        this.secrets = secrets;
        this.runs = runs;
    }

    /** Returns what keeps these instructions; what is known from elsewhere, such as the evidence, is no secret. */
    static Discretion about(String instructions, String known) {
        Set<String> secrets = SECRET.matcher(instructions)
                .results()
                .map(found -> found.group())
                .filter(word -> !known.contains(word))
                .collect(Collectors.toSet());
        Set<String> runs = runs(instructions);
        runs.removeAll(runs(known));
        return new Discretion(secrets, runs);
    }

    /** Returns whether a sentence repeats what only the instructions say. */
    boolean isKeptFrom(String sentence) {
        return secrets.stream().anyMatch(sentence::contains)
                || runs(sentence).stream().anyMatch(runs::contains);
    }

    /** Returns whether a sentence of a document speaks to a model instead of to readers. */
    static boolean speaksToAModel(String sentence) {
        return FOR_A_MODEL.matcher(sentence).find();
    }

    private static Set<String> runs(String text) {
        List<String> words = Words.folded(text);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
