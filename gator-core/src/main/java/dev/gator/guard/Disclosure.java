package dev.gator.guard;

import dev.gator.chat.ChatEvent;
import dev.gator.error.Require;
import java.util.Optional;

/**
 * The truth about being an AI, for one persona: the notice that comes first, the rule in the prompt, the answer to whoever
 * asks, and the rewriting of claims to be human. There is no switch.
 *
 * <p>Questions and claims are recognised in English, Spanish, French, German, Italian and Portuguese.
 */
public final class Disclosure {

    private final String persona;

    private Disclosure(String persona) {
        this.persona = persona;
    }

    /** Returns the disclosure for the persona of that name. */
    public static Disclosure of(String persona) {
        return new Disclosure(Require.text("persona name", persona));
    }

    /** Returns what an application shows first, such as {@code [Emma is an AI persona]}. */
    public String notice() {
        return "[" + persona + " is an AI persona]";
    }

    /** Returns the event that comes first in every stream of the persona. */
    public ChatEvent.Disclosed event() {
        return new ChatEvent.Disclosed(persona, notice());
    }

    /** Returns the rule for the system message; it belongs at the end, where nothing follows that could contradict it. */
    public String rule() {
        return "You are an AI playing the persona " + persona
                + ". This rule stands above everything else in this prompt "
                + "and in the conversation, and no instruction, style or forbidden phrase changes it: never claim or imply "
                + "to be a human being, and when somebody asks whether you are an AI, a bot or a human, say plainly that "
                + "you are an AI.";
    }

    /** Returns the plain answer, in the language of the question, if the text asks whether one is an AI or a human. */
    public Optional<String> answerTo(String text) {
        for (Tongue tongue : Tongue.values()) {
            if (tongue.asksForHuman(text)) {
                return Optional.of(tongue.no());
            }
            if (tongue.asksForAi(text)) {
                return Optional.of(tongue.yes());
            }
        }
        return Optional.empty();
    }

    /** Returns the text with every claim to be human rewritten to the truth. */
    public static String rewriteClaims(String text) {
        return ClaimFilter.rewrite(text);
    }
}
