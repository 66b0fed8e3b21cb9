package dev.gator.provider.anthropic;

import dev.gator.chat.Capability;
import dev.gator.chat.Reasoning;
import java.util.Optional;

/**
 * How a request has the model think: not at all, by a budget, or by an effort.
 *
 * @param mode which way
 * @param budget how many tokens, where it goes by budget
 * @param effort in Anthropic's word, or an empty text to leave it
 * @param maxTokens how many tokens thoughts and answer may have together
 */
record Thinking(Mode mode, int budget, String effort, int maxTokens) {

    private static final int LITTLE = 2_048;
    private static final int USUAL = 8_192;
    private static final int MUCH = 16_384;
    private static final int LEAST_BUDGET = 1_024;
    private static final int USUAL_ANSWER = 8_192;

    enum Mode {
        /** Left to the service. */
        UNSET,
        /** Switched off. */
        OFF,
        /** By a number of tokens. */
        BUDGET,
        /** By an effort. */
        ADAPTIVE
    }

    static Thinking of(MessagesCall call) {
        int limit = call.request()
                .sampling()
                .maxTokens()
                .orElse(call.card().maxOutput().orElse(USUAL_ANSWER));
        String own = call.options().effort();
        Optional<Reasoning> asked = call.request().reasoning();
        if (asked.isEmpty() || !call.asking().sends("reasoning", Capability.REASONING)) {
            return new Thinking(Mode.UNSET, 0, own, limit);
        }
        Reasoning how = asked.get();
        if (how.effort() == Reasoning.Effort.NONE && how.tokens().isEmpty()) {
            return none(call, own, limit);
        }
        if (call.demandsTool()) {
            return besideDemand(call, how, own, limit);
        }
        boolean byBudget = call.version().takesBudget()
                && (how.tokens().isPresent() || !call.version().isAdaptive());
        return byBudget
                ? budget(call, how, own, limit)
                : new Thinking(Mode.ADAPTIVE, 0, own.isEmpty() ? effort(how) : own, limit);
    }

    /** Whether thinking was switched on, which rules out most of the sampling. */
    boolean isOn() {
        return mode == Mode.BUDGET || mode == Mode.ADAPTIVE;
    }

    private static Thinking none(MessagesCall call, String own, int limit) {
        if (call.version().cannotStopThinking()) {
            call.asking().warn("reasoning", call.card().id() + " cannot stop thinking; it thinks a little");
            return new Thinking(Mode.UNSET, 0, own.isEmpty() ? "low" : own, limit);
        }
        return new Thinking(call.version().thinksUnasked() ? Mode.OFF : Mode.UNSET, 0, own, limit);
    }

    // thinking cannot be switched on beside a demanded tool; models that think unasked still heed the effort
    private static Thinking besideDemand(MessagesCall call, Reasoning how, String own, int limit) {
        if (call.version().thinksUnasked()) {
            return new Thinking(Mode.UNSET, 0, own.isEmpty() ? effort(how) : own, limit);
        }
        call.asking().warn("reasoning", call.card().id() + " does not think when a tool is demanded");
        return new Thinking(Mode.UNSET, 0, own, limit);
    }

    private static Thinking budget(MessagesCall call, Reasoning how, String own, int limit) {
        int budget = Math.max(LEAST_BUDGET, how.tokens().orElse(tokens(how.effort())));
        if (call.request().sampling().maxTokens().isEmpty()) {
            int most = call.card().maxOutput().orElse(Integer.MAX_VALUE);
            limit = Math.min(most, Math.max(limit, budget + USUAL_ANSWER / 2));
        }
        if (limit <= LEAST_BUDGET) {
            call.asking()
                    .warn("reasoning", "thinking takes at least " + LEAST_BUDGET + " tokens of maxTokens " + limit);
            return new Thinking(Mode.UNSET, 0, own, limit);
        }
        int fitting = budget < limit ? budget : Math.max(LEAST_BUDGET, limit / 2);
        return new Thinking(Mode.BUDGET, fitting, own, limit);
    }

    private static int tokens(Reasoning.Effort effort) {
        return switch (effort) {
            case NONE, LOW -> LITTLE;
            case MEDIUM -> USUAL;
            case HIGH -> MUCH;
        };
    }

    private static String effort(Reasoning how) {
        if (how.tokens().isPresent()) {
            int tokens = how.tokens().getAsInt();
            return tokens <= LITTLE ? "low" : tokens <= USUAL ? "medium" : "high";
        }
        return switch (how.effort()) {
            case NONE, LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }
}
