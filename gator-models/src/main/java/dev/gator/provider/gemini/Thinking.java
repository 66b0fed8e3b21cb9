package dev.gator.provider.gemini;

import dev.gator.chat.Capability;
import dev.gator.chat.Reasoning;
import java.io.IOException;

/**
 * How a request has the model think: newer models by a level, older ones by a budget.
 *
 * @param level the level, or an empty text
 * @param budget how many tokens, or -1
 * @param shown whether thoughts are to be shown
 */
record Thinking(String level, int budget, boolean shown) {

    private static final Thinking UNSET = new Thinking("", -1, false);
    private static final int LITTLE = 2_048;
    private static final int USUAL = 8_192;
    private static final int MUCH = 24_576;
    private static final int LEAST_OF_PRO = 128;

    static Thinking of(GenerateCall call) {
        Reasoning how = call.request().reasoning().orElse(null);
        if (how == null || !call.asking().sends("reasoning", Capability.REASONING)) {
            return UNSET;
        }
        boolean none = how.effort() == Reasoning.Effort.NONE && how.tokens().isEmpty();
        if (none && call.version().pro()) {
            call.asking().warn("reasoning", call.card().id() + " cannot stop thinking; it thinks a little");
        }
        boolean shown = !none && call.options().showThoughts();
        return call.version().thinksByLevel()
                ? new Thinking(level(how, none, call.version()), -1, shown)
                : new Thinking("", budget(how, none, call.version()), shown);
    }

    void write(ConfigWriter config) throws IOException {
        if (level.isEmpty() && budget < 0) {
            return;
        }
        config.json().writeObjectFieldStart("thinkingConfig");
        if (level.isEmpty()) {
            config.json().writeNumberField("thinkingBudget", budget);
        } else {
            config.json().writeStringField("thinkingLevel", level);
        }
        if (shown) {
            config.json().writeBooleanField("includeThoughts", true);
        }
        config.json().writeEndObject();
    }

    private static String level(Reasoning how, boolean none, GeminiVersion version) {
        if (none) {
            return version.pro() ? "LOW" : "MINIMAL";
        }
        if (how.tokens().isPresent()) {
            int tokens = how.tokens().getAsInt();
            return tokens <= LITTLE ? "LOW" : tokens <= USUAL ? "MEDIUM" : "HIGH";
        }
        return how.effort().name();
    }

    private static int budget(Reasoning how, boolean none, GeminiVersion version) {
        if (none) {
            return version.pro() ? LEAST_OF_PRO : 0;
        }
        return how.tokens()
                .orElse(
                        switch (how.effort()) {
                            case NONE, LOW -> LITTLE;
                            case MEDIUM -> USUAL;
                            case HIGH -> MUCH;
                        });
    }
}
