package dev.gator.provider.openai;

import dev.gator.chat.Reasoning;

/** Says in OpenAI's words how hard to think. */
final class Effort {

    private static final int LITTLE = 2_048;
    private static final int USUAL = 8_192;

    private Effort() {}

    static String of(Reasoning how, Asked asked) {
        if (how.tokens().isPresent()) {
            int tokens = how.tokens().getAsInt();
            return tokens <= LITTLE ? "low" : tokens <= USUAL ? "medium" : "high";
        }
        return switch (how.effort()) {
            case NONE -> none(asked);
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }

    /** The o-series cannot stop thinking, the first gpt-5 thinks at least minimally, everything later can. */
    private static String none(Asked asked) {
        String model = asked.card().name();
        if (!asked.service().has(Quirk.RESPONSES)) {
            return "none";
        }
        if (model.matches("o[1-9].*")) {
            asked.warn("reasoning", asked.card().id() + " cannot stop thinking; it thinks a little");
            return "low";
        }
        return model.matches("gpt-5(?:-.*)?") ? "minimal" : "none";
    }
}
