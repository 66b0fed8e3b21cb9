package dev.gator.store;

import dev.gator.chat.Part;
import dev.gator.error.Require;
import dev.gator.usage.Money;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which messages are looked for, in all conversations of an owner. Immutable; all conditions hold together. */
public final class MessageSearch {

    private final String words;
    private final Set<String> models;
    private final Set<String> tags;
    private final @Nullable Instant from;
    private final @Nullable Instant until;
    private final boolean withFiles;
    private final @Nullable Money minCost;

    private MessageSearch(
            String words,
            Set<String> models,
            Set<String> tags,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean withFiles,
            @Nullable Money minCost) {
        this.words = words;
        this.models = Set.copyOf(models);
        this.tags = Set.copyOf(tags);
        this.from = from;
        this.until = until;
        this.withFiles = withFiles;
        this.minCost = minCost;
    }

    /** Looks for messages with all these words, whatever their case. */
    public static MessageSearch of(String words) {
        return new MessageSearch(Require.text("search", words), Set.of(), Set.of(), null, null, false, null);
    }

    /** Looks for messages by the other conditions alone. */
    public static MessageSearch any() {
        return new MessageSearch("", Set.of(), Set.of(), null, null, false, null);
    }

    /** Returns a copy for messages that one of these models wrote. */
    public MessageSearch byModel(String... ids) {
        return new MessageSearch(words, Set.of(ids), tags, from, until, withFiles, minCost);
    }

    /** Returns a copy for conversations with all these tags. */
    public MessageSearch tagged(String... wanted) {
        return new MessageSearch(words, models, Set.of(wanted), from, until, withFiles, minCost);
    }

    /** Returns a copy for messages from that moment on. */
    public MessageSearch from(Instant moment) {
        return new MessageSearch(words, models, tags, moment, until, withFiles, minCost);
    }

    /** Returns a copy for messages before that moment. */
    public MessageSearch until(Instant moment) {
        return new MessageSearch(words, models, tags, from, moment, withFiles, minCost);
    }

    /** Returns a copy for messages with files. */
    public MessageSearch withFiles() {
        return new MessageSearch(words, models, tags, from, until, true, minCost);
    }

    /** Returns a copy for messages that are known to have cost at least so much. */
    public MessageSearch costingAtLeast(Money amount) {
        return new MessageSearch(words, models, tags, from, until, withFiles, amount);
    }

    /** Returns the words; empty if any will do. */
    public String words() {
        return words;
    }

    /** Returns whether a message meets every condition but the words; the rule that every store's own form follows. */
    public boolean admits(ConversationInfo conversation, Node node) {
        return conversation.tags().containsAll(tags)
                && (models.isEmpty()
                        || node.facts().model().filter(models::contains).isPresent())
                && (from == null || !node.at().isBefore(from))
                && (until == null || node.at().isBefore(until))
                && (!withFiles || node.message().parts().stream().anyMatch(Part.File.class::isInstance))
                && (minCost == null
                        || node.facts()
                                .cost()
                                .filter(cost ->
                                        cost.currency().equals(minCost.currency()) && cost.compareTo(minCost) >= 0)
                                .isPresent());
    }
}
