package dev.gator.orchestration.engine;

import dev.gator.chat.ChatEvent;
import dev.gator.chat.ChatReply;
import dev.gator.usage.Money;
import dev.gator.usage.Usage;
import java.util.Optional;

/** What all calls of a run consumed together. An unknown price makes the sum unknown. Thread-safe. */
final class Bill {

    private Usage usage = Usage.NONE;
    private Optional<Money> cost = Optional.empty();
    private boolean empty = true;

    synchronized void add(Usage more, Optional<Money> price) {
        usage = usage.plus(more);
        cost = empty
                ? price
                : cost.flatMap(sum -> price.filter(p -> sameCurrency(sum, p)).map(sum::plus));
        empty = false;
    }

    synchronized ChatReply onto(ChatReply answer) {
        return answer.toBuilder().usage(usage).cost(cost).build();
    }

    synchronized ChatEvent.Finished onto(ChatEvent.Finished end) {
        return new ChatEvent.Finished(end.finish(), usage, cost);
    }

    private static boolean sameCurrency(Money one, Money other) {
        return one.currency().equals(other.currency());
    }
}
