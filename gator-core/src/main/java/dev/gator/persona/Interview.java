package dev.gator.persona;

import dev.gator.error.CallError;
import dev.gator.error.GatorException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a persona by asking, one question after the other, for command lines and chats. Immutable: each answer returns the
 * next state. A refused answer throws, and the same question can be asked again.
 *
 * <pre>{@code
 * Interview interview = Interview.begin();
 * while (interview.question().isPresent()) {
 *     interview = interview.answer(console.readLine(interview.question().get().text()));
 * }
 * Persona persona = interview.persona();
 * }</pre>
 */
public final class Interview {

    private final Map<Question, String> answers;

    private Interview(Map<Question, String> answers) {
        this.answers = answers;
    }

    /** Begins with the first question. */
    public static Interview begin() {
        return new Interview(new EnumMap<>(Question.class));
    }

    /** Returns what to ask next, or empty when everything was asked. */
    public Optional<Question> question() {
        return Arrays.stream(Question.values())
                .filter(question -> !answers.containsKey(question))
                .findFirst();
    }

    /**
     * Answers the current question; an empty answer skips it where it is optional.
     *
     * @throws GatorException saying what is wrong with the answer, or that nothing is left to answer
     */
    public Interview answer(String text) {
        Question question = question()
                .orElseThrow(() -> new GatorException(CallError.BAD_ARGUMENT, "everything was asked already"));
        Map<Question, String> more = new EnumMap<>(Question.class);
        more.putAll(answers);
        more.put(question, text.strip());
        Interview next = new Interview(more);
        next.persona();
        return next;
    }

    /** Returns the persona as far as it is known; refuses before the name was given. */
    public Persona persona() {
        Persona.Builder persona = Persona.builder(text(Question.NAME))
                .appearance(text(Question.APPEARANCE))
                .personality(text(Question.PERSONALITY))
                .themes(list(Question.THEMES));
        String warmth = text(Question.WARMTH);
        if (!warmth.isEmpty()) {
            persona.speech(speech -> speech.warmth(Fields.constant("warmth", warmth, Speech.Warmth.class)));
        }
        String[] never = list(Question.NEVER).toArray(String[]::new);
        return persona.speech(speech -> speech.forbiddenPhrases(never)).build();
    }

    private String text(Question question) {
        return answers.getOrDefault(question, "");
    }

    private List<String> list(Question question) {
        return Arrays.stream(text(question).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** What is asked. */
    public enum Question {
        /** The name. */
        NAME("What is the persona's name?"),
        /** The look. */
        APPEARANCE("What does it look like? (at least 10 characters, or nothing)"),
        /** The character. */
        PERSONALITY("What is it like? (at least 10 characters, or nothing)"),
        /** The themes. */
        THEMES("What does it talk about? (up to 10 themes, with commas between)"),
        /** The warmth. */
        WARMTH("How warm is it: cold, neutral, warm or buddy?"),
        /** The forbidden phrases. */
        NEVER("What does it never say? (phrases with commas between, or nothing)");

        private final String text;

        Question(String text) {
            this.text = text;
        }

        /** Returns the question for people to read. */
        public String text() {
            return text;
        }
    }
}
