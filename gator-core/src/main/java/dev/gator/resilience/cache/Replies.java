package dev.gator.resilience.cache;

import dev.gator.chat.ChatReply;
import dev.gator.chat.FinishReason;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.Optional;

/** Which replies are worth keeping, and how a kept one is given out. */
final class Replies {

    private Replies() {}

    static boolean isWorthKeeping(ChatReply reply, CachePolicy policy) {
        boolean whole = reply.finish() == FinishReason.STOP
                || reply.finish() == FinishReason.LENGTH
                || reply.finish() == FinishReason.TOOL_CALLS;
        return whole && (policy.keepsToolCalls() || reply.toolCalls().isEmpty());
    }

    /** Returns the reply as one that consumed nothing. */
    static ChatReply free(ChatReply reply) {
        Money nothing = reply.cost().map(cost -> cost.minus(cost)).orElse(Money.ZERO);
        return reply.toBuilder().usage(Usage.NONE).cost(Optional.of(nothing)).build();
    }
}
