package dev.gator.store;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What should change about a conversation; the rest stays. Immutable. */
public final class ConversationChange {

    private static final ConversationChange NOTHING = new ConversationChange(null, null, null);

    private final @Nullable String title;
    private final @Nullable ConversationState state;
    private final @Nullable Set<String> tags;

    private ConversationChange(@Nullable String title, @Nullable ConversationState state, @Nullable Set<String> tags) {
        this.title = title;
        this.state = state;
        this.tags = tags;
    }

    /** Returns the change of the title. */
    public static ConversationChange title(String title) {
        return NOTHING.andTitle(title);
    }

    /** Returns the change of the state. */
    public static ConversationChange state(ConversationState state) {
        return NOTHING.andState(state);
    }

    /** Returns the change of all tags. */
    public static ConversationChange tags(Set<String> tags) {
        return NOTHING.andTags(tags);
    }

    /** Returns a copy that changes the title, too. */
    public ConversationChange andTitle(String other) {
        return new ConversationChange(other, state, tags);
    }

    /** Returns a copy that changes the state, too. */
    public ConversationChange andState(ConversationState other) {
        return new ConversationChange(title, other, tags);
    }

    /** Returns a copy that changes all tags, too. */
    public ConversationChange andTags(Set<String> other) {
        return new ConversationChange(title, state, Set.copyOf(other));
    }

    /** Returns the new title, if it changes. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** Returns the new state, if it changes. */
    public Optional<ConversationState> state() {
        return Optional.ofNullable(state);
    }

    /** Returns the new tags, if they change. */
    public Optional<Set<String>> tags() {
        return Optional.ofNullable(tags);
    }
}
